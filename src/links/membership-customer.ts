import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"
import MembershipModule from "../modules/membership"

/** From a membership to its purchaser: `membership.customer`. */
export default defineLink(
  { linkable: MembershipModule.linkable.membership, field: "customer_id" },
  CustomerModule.linkable.customer,
  { readOnly: true }
)

/** From a customer to what they bought: `customer.memberships`. */
defineLink(
  { linkable: CustomerModule.linkable.customer, field: "id" },
  { ...MembershipModule.linkable.membership.id, primaryKey: "customer_id" },
  { readOnly: true, isList: true }
)

import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"
import MembershipModule from "../modules/membership"

/** A member's customer: `fields=customer.email`. */
export default defineLink(
  { linkable: MembershipModule.linkable.membershipMember, field: "customer_id" },
  CustomerModule.linkable.customer,
  { readOnly: true }
)

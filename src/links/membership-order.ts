import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import MembershipModule from "../modules/membership"

/** From a membership to the order that sold it: `membership.order`. */
export default defineLink(
  { linkable: MembershipModule.linkable.membership, field: "order_id" },
  OrderModule.linkable.order,
  { readOnly: true }
)

/** From an order to what it sold: `order.memberships`. */
defineLink(
  { linkable: OrderModule.linkable.order, field: "id" },
  { ...MembershipModule.linkable.membership.id, primaryKey: "order_id" },
  { readOnly: true, isList: true }
)

import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import MembershipModule from "../modules/membership"

/** From a charge to the order that shows it (BILL-2): `membership_charge.order`. */
export default defineLink(
  { linkable: MembershipModule.linkable.membershipCharge, field: "order_id" },
  OrderModule.linkable.order,
  { readOnly: true }
)

/** From an order to the charge that it shows: `order.membership_charge`. */
defineLink(
  { linkable: OrderModule.linkable.order, field: "id" },
  { ...MembershipModule.linkable.membershipCharge.id, primaryKey: "order_id" },
  { readOnly: true }
)

import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { OrderMemberships } from "../memberships/widgets/order-memberships"

/** The dashboard hands over the order that its page shows. */
const OrderWidget = ({ data }: { data: { id: string } }) => (
  <OrderMemberships key={data.id} order_id={data.id} />
)

export const config = defineWidgetConfig({
  zone: "order.details.side.before",
  id: "medusa-plugin-memberships:order-memberships",
})

export default OrderWidget

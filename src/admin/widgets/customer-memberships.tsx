import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { CustomerMemberships } from "../memberships/widgets/customer-memberships"

/** The dashboard hands over the customer that its page shows. */
const CustomerWidget = ({ data }: { data: { id: string } }) => (
  <CustomerMemberships key={data.id} customer_id={data.id} />
)

export const config = defineWidgetConfig({
  zone: "customer.details.side.before",
  id: "medusa-plugin-memberships:customer-memberships",
})

export default CustomerWidget

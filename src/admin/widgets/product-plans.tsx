import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { ProductPlans } from "../plans/widgets/product-plans"

/** The dashboard hands over the product that its page shows. */
const ProductWidget = ({ data }: { data: { id: string } }) => (
  <ProductPlans key={data.id} product_id={data.id} />
)

export const config = defineWidgetConfig({
  zone: "product.details.side.before",
  id: "medusa-plugin-memberships:product-plans",
})

export default ProductWidget

import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import MembershipModule from "../modules/membership"

/** Read-only: the plan names its product, so that `product.title` can be asked of a plan. */
export default defineLink(
  { linkable: MembershipModule.linkable.membershipPlan, field: "product_id" },
  ProductModule.linkable.product,
  { readOnly: true }
)

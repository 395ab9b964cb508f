import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import MembershipModule from "../modules/membership"

/** Read-only, the other way: `product.membership_plans`, the plans sold as a product's variants. */
export default defineLink(
  { linkable: ProductModule.linkable.product, field: "id", isList: true },
  { linkable: MembershipModule.linkable.membershipPlan, primaryKey: "product_id" },
  { readOnly: true }
)

import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import MembershipModule from "../modules/membership"

/**
 * Read-only, the other way: `product_variant.membership_plan`, and of a product `variants.membership_plan`. There is
 * no link from the product itself: the platform keeps one `membership_plan` a module, and this one would be lost.
 */
export default defineLink(
  { linkable: ProductModule.linkable.productVariant, field: "id" },
  { ...MembershipModule.linkable.membershipPlan.id, primaryKey: "variant_id" },
  { readOnly: true }
)

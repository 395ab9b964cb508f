import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import MembershipModule from "../modules/membership"

/** Read-only, the other way: `product_variant.membership_plan`, the plan sold as a variant. */
export default defineLink(
  { linkable: ProductModule.linkable.productVariant, field: "id" },
  { linkable: MembershipModule.linkable.membershipPlan, primaryKey: "variant_id" },
  { readOnly: true }
)

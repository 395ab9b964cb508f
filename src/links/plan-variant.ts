import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import MembershipModule from "../modules/membership"

/** Read-only: the plan names the variant that it is sold as. */
export default defineLink(
  { linkable: MembershipModule.linkable.membershipPlan, field: "variant_id" },
  ProductModule.linkable.productVariant,
  { readOnly: true }
)

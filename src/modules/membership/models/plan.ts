import { model } from "@medusajs/framework/utils"
import { MembershipPlanTerms } from "./plan-terms"
import { MembershipPriceChart } from "./price-chart"

/** What a studio sells (PLAN-1…16). The JSON columns have the shapes of `src/domain/plans/types.ts`. */
export const MembershipPlan = model
  .define("membership_plan", {
    id: model.id({ prefix: "mplan" }).primaryKey(),
    name: model.text().searchable(),
    handle: model.text().searchable(),
    kind: model.enum(["membership", "credit_pack"]),
    audience: model.enum(["individual", "household", "shared", "corporate"]),
    status: model.enum(["draft", "active", "archived"]).default("draft"),
    description: model.text().nullable(),
    image: model.text().nullable(),
    revenue_category: model.text().nullable(),
    /** Lower-case ISO codes; null sells in every currency of the store. */
    currency_codes: model.array().nullable(),
    billing: model.json(),
    /** Copy of `billing.type = 'recurring'`, for filters. */
    is_recurring: model.boolean().default(false),
    validity: model.json().nullable(),
    starts: model.enum(["purchase", "chosen_date", "first_visit"]).default("purchase"),
    must_start_within: model.json().nullable(),
    entitlement: model.json(),
    services: model.json().nullable(),
    credit_exchange: model.json().nullable(),
    renewal: model.json(),
    rollover: model.json(),
    introductory_offer: model.json().nullable(),
    signup_fee: model.json().nullable(),
    proration: model.json().nullable(),
    hold_policy: model.json(),
    cancellation_policy: model.json(),
    access: model.json().nullable(),
    benefits: model.json().nullable(),
    /** `{ sold_at: stock location ids | null, valid_at: … | null }`; null is everywhere (PLAN-10). */
    locations: model.json(),
    /** `{ visible, featured, sort_order, preselected }` */
    portal: model.json(),
    guest_passes: model.number().default(0),
    prevents_general_hours_access: model.boolean().default(false),
    product_id: model.text(),
    variant_id: model.text(),
    /** The plugin made the product for this plan alone, so its title, status and picture follow the plan. */
    owns_product: model.boolean().default(true),
    terms: model.hasMany(() => MembershipPlanTerms, { mappedBy: "plan" }),
    price_charts: model.hasMany(() => MembershipPriceChart, { mappedBy: "plan" }),
    metadata: model.json().nullable(),
  })
  .indexes([
    { name: "IDX_membership_plan_handle_unique", on: ["handle"], unique: true, where: { deleted_at: null } },
    {
      name: "IDX_membership_plan_variant_unique",
      on: ["variant_id"],
      unique: true,
      where: { deleted_at: null },
    },
    { name: "IDX_membership_plan_product", on: ["product_id"] },
    { name: "IDX_membership_plan_status", on: ["status", "kind"] },
    { name: "IDX_membership_plan_revenue_category", on: ["revenue_category"] },
  ])

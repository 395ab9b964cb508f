import { model } from "@medusajs/framework/utils"
import { MembershipPlan } from "./plan"

/** One version of a plan's terms and conditions. Never changed: a new text is a new version (PLAN-1, SALE-4). */
export const MembershipPlanTerms = model
  .define("membership_plan_terms", {
    id: model.id({ prefix: "mterms" }).primaryKey(),
    plan: model.belongsTo(() => MembershipPlan, { mappedBy: "terms" }),
    version: model.number(),
    text: model.text(),
  })
  .indexes([{ name: "IDX_membership_plan_terms_version_unique", on: ["plan_id", "version"], unique: true }])

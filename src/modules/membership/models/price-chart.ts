import { model } from "@medusajs/framework/utils"
import { MembershipChartRow } from "./chart-row"
import { MembershipPlan } from "./plan"

/** A version of a plan's price chart (CHART-2, CHART-3). At most one of a plan is published. */
export const MembershipPriceChart = model
  .define("membership_price_chart", {
    id: model.id({ prefix: "mchart" }).primaryKey(),
    plan: model.belongsTo(() => MembershipPlan, { mappedBy: "price_charts" }),
    version: model.number(),
    state: model.enum(["draft", "finalized", "published"]).default("draft"),
    /** The version this one was copied from; null began blank. */
    template_id: model.text().nullable(),
    finalized_at: model.dateTime().nullable(),
    published_at: model.dateTime().nullable(),
    rows: model.hasMany(() => MembershipChartRow, { mappedBy: "price_chart" }),
  })
  .indexes([
    { name: "IDX_membership_price_chart_version_unique", on: ["plan_id", "version"], unique: true },
    {
      name: "IDX_membership_price_chart_one_published",
      on: ["plan_id"],
      unique: true,
      where: "state = 'published' and deleted_at is null",
    },
  ])

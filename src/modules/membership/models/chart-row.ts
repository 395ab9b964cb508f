import { model } from "@medusajs/framework/utils"
import { MembershipClassification } from "./classification"
import { MembershipPriceChart } from "./price-chart"

/** One line of a price chart (CHART-4). A trigger refuses any change once its chart left `draft`. */
export const MembershipChartRow = model
  .define("membership_chart_row", {
    id: model.id({ prefix: "mcrow" }).primaryKey(),
    price_chart: model.belongsTo(() => MembershipPriceChart, { mappedBy: "rows" }),
    position: model.number(),
    label: model.text().nullable(),
    /** null is `Any`. */
    classification: model.belongsTo(() => MembershipClassification).nullable(),
    required: model.boolean().default(false),
    unlimited: model.boolean().default(false),
    /** `[{ currency_code, amount }]`, decimal in the major unit. */
    prices: model.json<{ currency_code: string; amount: number }[]>(),
    /** Percent; null is the platform's tax. */
    tax_rate: model.float().nullable(),
  })
  .indexes([
    {
      name: "IDX_membership_chart_row_position_unique",
      on: ["price_chart_id", "position"],
      unique: true,
      where: { deleted_at: null },
    },
  ])
  .checks([
    {
      name: "membership_chart_row_required_or_unlimited",
      expression: (c) => `not (${c.required} and ${c.unlimited})`,
    },
    {
      name: "membership_chart_row_tax_rate",
      expression: (c) => `${c.tax_rate} is null or (${c.tax_rate} >= 0 and ${c.tax_rate} <= 100)`,
    },
  ])

import type { Plan } from "../../plans/types"
import type { Studio } from "../../platform/studio"
import { type GridSetting, gridSetting } from "../editor/grid-columns"
import type { PriceChart } from "../types"

/** Where a version stands: its plan, its sisters, and what its grid has columns and choices for. */
export interface ChartSetting {
  plan: Plan
  studio: Studio
  /** Newest first. */
  charts: PriceChart[]
  /** Those that the plan sells in (CHART-9). */
  currency_codes: string[]
  grid: GridSetting
}

export function chartSetting(plan: Plan, studio: Studio, charts: PriceChart[]): ChartSetting {
  const currency_codes = plan.currency_codes ?? studio.currency_codes
  return {
    plan,
    studio,
    charts,
    currency_codes,
    grid: gridSetting(plan.audience, currency_codes, studio.classifications),
  }
}

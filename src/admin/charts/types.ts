import type { ChartRowDraft, ChartState } from "../../domain/charts/types"

/** A version of a plan's price chart, as `GET /admin/membership-plans/:id/price-charts` answers it. */
export interface PriceChart {
  id: string
  plan_id: string
  /** 1, 2, 3 … within its plan; the number of a draft that was thrown away is not used again. */
  version: number
  state: ChartState
  /** The version it was copied from; null began blank. */
  template_id: string | null
  finalized_at: string | null
  /** When it was last published. */
  published_at: string | null
  created_at: string
  /** Memberships that were sold by it and keep its prices (CHART-8). */
  membership_count: number
  /** Memberships of other versions that it prices from a coming renewal on (CHART-10). */
  moving_count: number
  /** In order of their positions, from 1. */
  rows: PriceChartRow[]
}

export interface PriceChartRow extends ChartRowDraft {
  id: string
  position: number
}

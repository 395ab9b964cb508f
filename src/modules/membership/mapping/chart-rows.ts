import { priceRows } from "../../../domain/charts/price-rows"
import type { ChartRow, ChartRowDraft, ChartState } from "../../../domain/charts/types"
import { assert } from "../../../domain/errors"
import type { Row } from "../types"

/** One version of a plan's price chart as plain data; `rows` stand in order, in all their currencies. */
export interface PriceChart {
  readonly id: string
  readonly plan_id: string
  readonly version: number
  readonly state: ChartState
  readonly rows: readonly ChartRowDraft[]
}

export type StoredRow = Pick<
  Row<"MembershipChartRow">,
  "position" | "label" | "classification_id" | "required" | "unlimited" | "prices" | "tax_rate"
>
type StoredChart = Pick<Row<"MembershipPriceChart">, "id" | "plan_id" | "version" | "state"> & {
  rows: StoredRow[]
}

export function toPriceChart({ id, plan_id, version, state, rows }: StoredChart): PriceChart {
  return { id, plan_id, version, state, rows: toRowDrafts(rows) }
}

/** Stored rows in the order of their positions, which must run from 1 without a gap. */
export function toRowDrafts(rows: readonly StoredRow[]): ChartRowDraft[] {
  const ordered = [...rows].sort((a, b) => a.position - b.position)
  ordered.forEach((row, index) => {
    assert(row.position === index + 1, `the rows of a chart are numbered without a gap, not ${row.position}`)
  })
  return ordered.map(({ label, classification_id, required, unlimited, prices, tax_rate }) => ({
    label,
    classification_id: classification_id ?? null,
    required,
    unlimited,
    prices: prices.map(({ currency_code, amount }) => ({ currency_code, amount })),
    tax_rate,
  }))
}

/**
 * The rows of a version in one currency, ready for `compileChart`.
 * @throws DomainError `currency_not_priced`
 */
export function chartRows(chart: Pick<PriceChart, "rows">, currency_code: string): ChartRow[] {
  return priceRows(chart.rows, currency_code)
}

/** What the rows of a version are stored as; the position is the place in the list. */
export function fromRowDrafts(price_chart_id: string, rows: readonly ChartRowDraft[]) {
  return rows.map((row, index) => ({
    price_chart_id,
    position: index + 1,
    label: row.label,
    classification_id: row.classification_id,
    required: row.required,
    unlimited: row.unlimited,
    prices: row.prices.map(({ currency_code, amount }) => ({
      currency_code: currency_code.toLowerCase(),
      amount,
    })),
    tax_rate: row.tax_rate,
  }))
}

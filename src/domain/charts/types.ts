/**
 * One row of a price chart, priced in one currency.
 * Rows of a chart carry positions 1, 2, 3 … without a gap.
 */
export interface ChartRow {
  readonly position: number
  /** What customers see. */
  readonly label: string
  /** null is `Any`: whoever comes. */
  readonly classification_id: string | null
  /** Every sale takes this row. */
  readonly required: boolean
  /** This row and every further seat of its classification at the same price and tax. Last of its classification, never required. */
  readonly unlimited: boolean
  /** In the currency's smallest unit. */
  readonly price_minor: number
  /** Percent; null leaves it to the platform's tax. */
  readonly tax_rate: number | null
}

/** A row as staff edit it, before it must be complete. `amount` is decimal, in the currency's major unit. */
export interface ChartRowDraft {
  readonly label: string | null
  readonly classification_id: string | null
  readonly required: boolean
  readonly unlimited: boolean
  readonly prices: readonly { readonly currency_code: string; readonly amount: number }[]
  readonly tax_rate: number | null
}

export type ChartState = "draft" | "finalized" | "published"

/** How many seats one classification takes; `null` counts the seats of `Any` rows. */
export interface SeatCount {
  readonly classification_id: string | null
  readonly count: number
}

/** One seat of a quote, with the row that priced it. */
export interface QuotedSeat {
  readonly row_position: number
  readonly label: string
  readonly classification_id: string | null
  /** 1 for the first seat of its classification, 2 for the second ("Child 2"). */
  readonly sequence: number
  readonly price_minor: number
  readonly tax_rate: number | null
  readonly required: boolean
}

/** What one more seat of a classification would cost; null when there is no further row. */
export interface NextSeatPrice {
  readonly classification_id: string | null
  readonly price_minor: number | null
}

export interface SeatQuote {
  /** Ordered by row position, then sequence. */
  readonly seats: readonly QuotedSeat[]
  readonly total_minor: number
  readonly next_seat_prices: readonly NextSeatPrice[]
}

/** What is wrong with a chart as staff edit it: one finding, about one field. */
export interface ChartProblem {
  /** Position of the row, from 1; null is the chart as a whole. */
  readonly row: number | null
  /** A field of `ChartRowDraft`, `prices.<currency>` for one price, or `rows` / `currency_codes` of the chart. */
  readonly field: string
  /** Stable, for clients and tests; the sentence is in `message`. */
  readonly problem: ChartProblemCode
  readonly message: string
}

export type ChartProblemCode =
  | "amount_invalid"
  | "currency_repeated"
  | "currency_missing"
  | "individual_required"
  | "individual_unlimited"
  | "label_missing"
  | "price_missing"
  | "seats_too_few"
  | "tax_rate_invalid"
  | "unlimited_not_last"
  | "unlimited_repeated"
  | "unlimited_required"

/** A row with its place among the rows of its classification. */
export interface CompiledRow {
  readonly row: ChartRow
  /** Index into `CompiledChart.groups`. */
  readonly group: number
  /** The seat that takes this row first: made once, because most rows of a quote are taken by nobody else. */
  readonly first: QuotedSeat
}

/** All rows of one classification, in the order in which seats take them. */
export interface CompiledGroup {
  readonly classification_id: string | null
  /** Required rows first, then by position, the unlimited row last. */
  readonly rows: readonly ChartRow[]
  /** How many of the rows every sale takes; they are the first ones. */
  readonly required: number
  /** Most seats of this classification; `Infinity` when its last row is unlimited. */
  readonly limit: number
}

/** A chart prepared once for many quotes. Groups stand in the order of their first row. */
export interface CompiledChart {
  readonly groups: readonly CompiledGroup[]
  /** In position order. */
  readonly rows: readonly CompiledRow[]
  readonly group_by_classification: ReadonlyMap<string | null, number>
}

/** Names of classifications by id, for sentences that people read. */
export type ClassificationNames = ReadonlyMap<string, string>

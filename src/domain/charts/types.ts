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

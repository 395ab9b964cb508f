import { assert, DomainError } from "../errors"
import { toMinor } from "../money/amounts"
import { rowLabel } from "./labels"
import type { ChartRow, ChartRowDraft } from "./types"

/**
 * The rows of a version in one currency, ready to be compiled: positions from 1, labels and smallest units.
 * @throws DomainError `currency_not_priced` when a row has no price in the currency
 */
export function priceRows(rows: readonly ChartRowDraft[], currency_code: string): ChartRow[] {
  return rows.map((row, index) => priceRow(row, index + 1, currency_code.toLowerCase()))
}

/** The currencies in which every row has a price: those the version can be sold in, in lower case. */
export function pricedCurrencies(rows: readonly ChartRowDraft[]): string[] {
  const [first, ...rest] = rows.map((row) => row.prices.map((price) => price.currency_code.toLowerCase()))
  return (first ?? []).filter((code) => rest.every((codes) => codes.includes(code)))
}

function priceRow(row: ChartRowDraft, position: number, currency: string): ChartRow {
  const price = row.prices.find((candidate) => candidate.currency_code.toLowerCase() === currency)
  if (!price)
    throw new DomainError(
      "currency_not_priced",
      `Row ${position} of the price chart has no price in ${currency.toUpperCase()}. Choose another currency or publish a chart that has one.`,
      { row: position, currency_code: currency }
    )
  const label = rowLabel(row, position)
  assert(label !== null, `row ${position} of a chart to sell from is labelled`)
  return {
    position,
    label,
    classification_id: row.classification_id,
    required: row.required,
    unlimited: row.unlimited,
    price_minor: toMinor(price.amount, currency),
    tax_rate: row.tax_rate,
  }
}

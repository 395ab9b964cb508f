import { pricedCurrencies } from "../charts/price-rows"
import type { ChartRowDraft } from "../charts/types"

/**
 * The currencies in which a plan is sold: those in which every row of its published version is priced, as far as
 * the plan is not limited to some. Lower case; null when no version is published.
 */
export function soldCurrencies(
  { currency_codes }: { readonly currency_codes: readonly string[] | null },
  published_rows: readonly ChartRowDraft[] | null
): string[] | null {
  if (published_rows === null) return null
  const priced = pricedCurrencies(published_rows)
  return currency_codes === null ? priced : priced.filter((code) => currency_codes.includes(code))
}

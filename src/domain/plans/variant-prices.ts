import { priceRows, pricedCurrencies } from "../charts/price-rows"
import type { ChartRowDraft } from "../charts/types"
import { fromMinor } from "../money/amounts"
import { type ChoiceFacts, choicesNeeded } from "./needs-choices"
import type { PlanAmount, PlanStatus } from "./types"

export interface VariantPriceFacts {
  readonly plan: Omit<ChoiceFacts, "row_count" | "has_terms" | "currency_code"> & {
    readonly status: PlanStatus
  }
  /** Rows of the published chart; null when none is published. */
  readonly rows: readonly ChartRowDraft[] | null
  readonly has_terms: boolean
  /** The currencies in which the plan is sold. */
  readonly currency_codes: readonly string[]
}

/**
 * The prices of the variant that a plan is sold as: those of its only row, where an ordinary add-to-cart can sell
 * it (SALE-3). A plan that needs choices, or is not on sale, has none, so that no cart takes it unasked.
 */
export function variantPrices({ plan, rows, has_terms, currency_codes }: VariantPriceFacts): PlanAmount[] {
  if (plan.status !== "active" || rows === null) return []
  const priced = new Set(pricedCurrencies(rows))
  return currency_codes.flatMap((code) => {
    const currency_code = code.toLowerCase()
    const choices = choicesNeeded({ ...plan, row_count: rows.length, has_terms, currency_code })
    if (choices.length > 0 || !priced.has(currency_code)) return []
    return priceRows(rows, currency_code)
      .slice(0, 1)
      .map(({ price_minor }) => ({ currency_code, amount: fromMinor(price_minor, currency_code) }))
  })
}

import type { MedusaContainer } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { applyDiscounts, type Discount } from "../../domain/billing/discounts"
import { sumMinor } from "../../domain/money/amounts"
import { keptDiscounts, takenOff } from "../../domain/selling/kept-discounts"
import { shortPrice } from "../../domain/selling/lines"
import type { Sale } from "../../domain/selling/sale"
import type { LineTotals, QuoteInput } from "../../domain/selling/quote"
import type { CalendarDate } from "../../domain/time/types"
import { type PricingContext, priceLines } from "./price-lines"
import { loadPromotions } from "./sale-promotions"

export interface RenewalsOfSale {
  readonly sale: Pick<Sale, "lines" | "full_lines" | "due_dates" | "first_period">
  /** What the sale itself comes to, in the order of its lines. */
  readonly totals: readonly LineTotals[]
}

/** What the next charges after a sale come to: its seats, with the discounts that last longer than it (SALE-1, SALE-10). */
export async function priceRenewals(
  container: MedusaContainer,
  { sale: { lines, full_lines: seats, due_dates, first_period }, totals }: RenewalsOfSale,
  pricing: PricingContext
): Promise<QuoteInput["renewals"]> {
  if (due_dates.length === 0) return []
  const { currency_code } = pricing
  const charged = seats.map(({ unit_price_minor, quantity }) => ({
    kind: "seat" as const,
    amount_minor: unit_price_minor * quantity,
  }))
  const taken = totals.flatMap((line, index) =>
    lines[index]?.kind === "seat" ? takenOff(line, currency_code) : []
  )
  const promotions = await loadPromotions(
    container,
    taken.map(({ code }) => code),
    currency_code
  )
  let discounts: readonly Discount[] = keptDiscounts(promotions, taken, shortPrice(lines, first_period)).map(
    (each, index) => ({
      ...each,
      id: String(index),
    })
  )
  // Most charges are like the one before.
  const known = new Map<string, string>()
  const renewals: { due_on: CalendarDate; total: string }[] = []
  for (const due_on of due_dates) {
    const lowered = applyDiscounts(charged, discounts)
    discounts = lowered.discounts
    const discounts_minor = lowered.lines.map((line) =>
      sumMinor(line.discounts.map(({ amount_minor }) => amount_minor))
    )
    const name = discounts_minor.join()
    if (!known.has(name)) {
      const priced = await priceLines(container, seats, pricing, { discounts_minor })
      known.set(name, MathBN.sum(0, ...priced.map(({ total }) => total)).toFixed())
    }
    renewals.push({ due_on, total: known.get(name)! })
  }
  return renewals
}

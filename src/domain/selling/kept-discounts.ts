import type { Discount } from "../billing/discounts"
import { sumMinor } from "../money/amounts"
import { roundToMinor } from "../money/rounding"
import { splitEvenly, splitMinor } from "../money/split"
import type { SeatLines } from "./plain-sales"

/** Under this key a promotion's metadata says how many charges of a membership it lowers: a number, or `forever`. */
export const CHARGES_KEY = "membership_charges"
export const FOREVER = "forever"
/** Ten years of monthly charges: whoever means more means for ever. */
export const CHARGES_MAX = 120

/** A promotion of the platform as far as it lowers charges after the sale (SALE-10). */
export interface SalePromotion {
  readonly code: string
  /** Percent off every seat; null is a fixed amount, or less than all seats: it takes what it took with the sale. */
  readonly percent: number | null
  /** A fixed amount as the promotion says it; null is a percentage. */
  readonly fixed_minor: number | null
  /** How many charges it lowers, the sale's among them; null is for ever. */
  readonly charges: number | null
}

/** What a promotion has taken off the seats of a sale, in the currency's smallest unit. */
export interface TakenOff {
  readonly code: string
  readonly amount_minor: number
}

/** A line of a cart or order as the platform's promotions have lowered it; decimal text, not rounded. */
export interface LoweredLine {
  readonly discount: string
  readonly discounts: readonly { readonly code: string; readonly amount: string }[]
}

/** Three more decimals than the currency has, because the platform's amounts are not rounded. */
const EXTRA_DIGITS = 3

/** What each promotion has taken off a line: its discount, split by their amounts. */
export function takenOff({ discount, discounts }: LoweredLine, currency_code: string): TakenOff[] {
  const weights = discounts.map(({ amount }) => roundToMinor(amount, currency_code, EXTRA_DIGITS))
  if (weights.every((weight) => weight <= 0)) return []
  const parts = splitMinor(roundToMinor(discount, currency_code), weights)
  return discounts.map(({ code }, index) => ({ code, amount_minor: parts[index]! }))
}

/** The same of all lines of a sale's seats. */
export const takenOffSale = ({ lines, unit, units }: SeatLines, currency_code: string): TakenOff[] =>
  lines
    .flatMap(({ lowered }) => (lowered ? takenOff(lowered, currency_code) : []))
    .map((each) => ({ ...each, amount_minor: splitEvenly(each.amount_minor, units)[unit - 1] ?? 0 }))

export type KeptDiscount = Omit<Discount, "id">

/** How many charges a promotion lowers; null is for ever. Where nobody has said so, the first one (SALE-10). */
export function chargesOfPromotion(
  metadata: Readonly<Record<string, unknown>> | null | undefined
): number | null {
  const said = metadata?.[CHARGES_KEY]
  if (said === FOREVER) return null
  const charges = Number(said)
  return Number.isSafeInteger(charges) && charges >= 1 && charges <= CHARGES_MAX ? charges : 1
}

/**
 * The discounts that a membership has after its sale (SALE-10): those that lowered its seats and lower further charges,
 * in the order in which they were taken off.
 * @param short_price_minor what a shorter first period costs (BILL-7); a fixed amount that it could not hold is kept as
 *   the promotion says it. null is a full period
 */
export function keptDiscounts(
  promotions: readonly SalePromotion[],
  taken: readonly TakenOff[],
  short_price_minor: number | null = null
): KeptDiscount[] {
  const taken_minor = sumMinor(taken.map(({ amount_minor }) => amount_minor))
  const is_cut_off = short_price_minor !== null && taken_minor >= short_price_minor
  const by_code = new Map<string, number>()
  for (const { code, amount_minor } of taken) by_code.set(code, (by_code.get(code) ?? 0) + amount_minor)
  return [...by_code].flatMap(([code, amount_minor]): KeptDiscount[] => {
    const promotion = promotions.find((each) => each.code === code)
    if (!promotion || promotion.charges === 1 || amount_minor <= 0) return []
    const cycles_left = promotion.charges === null ? null : promotion.charges - 1
    const { percent, fixed_minor } = promotion
    const value = is_cut_off ? Math.max(amount_minor, fixed_minor ?? 0) : amount_minor
    return percent === null
      ? [{ code, kind: "fixed", value, cycles_left }]
      : [{ code, kind: "percent", value: percent, cycles_left }]
  })
}

import { assert } from "../errors"
import { sumMinor } from "../money/amounts"
import { percentageShare, splitMinor } from "../money/split"
import type { ChargeLine } from "./lines"

/** A promotion as a membership keeps it from its sale (SALE-10). */
export interface Discount {
  readonly id: string
  /** What the customer entered; null came by itself. */
  readonly code: string | null
  readonly kind: "percent" | "fixed"
  /** `percent`: 0 to 100. `fixed`: for the whole period, in the currency's smallest unit. */
  readonly value: number
  /** Periods that it still lowers; null is for ever. */
  readonly cycles_left: number | null
  /** The seats of its sale, which alone it lowers (SEAT-8); left out, every one. */
  readonly seat_ids?: readonly string[]
}

/** The part of a discount that one line has. */
export interface LineDiscount {
  readonly discount_id: string
  readonly code: string | null
  readonly amount_minor: number
  /** Money that was paid before (BILL-10): it lowers what is due, not what the line is worth. */
  readonly is_credit?: true
}

/** What discounts need to know of a line. */
export type DiscountableLine = Pick<ChargeLine, "kind" | "amount_minor"> &
  Partial<Pick<ChargeLine, "seat_id">>

/** A line with what was taken off it, in the order in which that was done (MONEY-3). */
export type Lowered<Line extends DiscountableLine> = Line & { readonly discounts: readonly LineDiscount[] }

export type DiscountedLine = Lowered<ChargeLine>

export interface Discounted<Line extends DiscountableLine> {
  readonly lines: readonly Lowered<Line>[]
  /** All of them, with the cycles that they have after this period. One that took nothing off keeps its cycle. */
  readonly discounts: readonly Discount[]
}

/**
 * Takes discounts off the seats of a period that they were sold with, each from what the ones before it have left; never off hold fees, and never
 * below zero. Each is split over the lines by what they still cost, to the smallest unit (MONEY-2), so that payers who
 * share a period share its discounts.
 */
export function applyDiscounts<Line extends DiscountableLine>(
  lines: readonly Line[],
  discounts: readonly Discount[]
): Discounted<Line> {
  const start: Discounted<Line> = { lines: lines.map((line) => ({ ...line, discounts: [] })), discounts: [] }
  return discounts.reduce((so_far, discount) => {
    const lowered = takeOff(so_far.lines, discount)
    const used = lowered !== so_far.lines
    const { cycles_left } = discount
    const after = used && cycles_left !== null ? { ...discount, cycles_left: cycles_left - 1 } : discount
    return { lines: lowered, discounts: [...so_far.discounts, after] }
  }, start)
}

/** What a line costs after its discounts. */
export const netOf = ({ amount_minor, discounts }: Lowered<DiscountableLine>): number =>
  amount_minor - sumMinor(discounts.map((each) => each.amount_minor))

/** What is paid for a line in all, with what was paid for it before (BILL-10, CREDIT-10). */
export const worthOf = ({ amount_minor, discounts }: DiscountedLine): number =>
  amount_minor - sumMinor(discounts.flatMap((each) => (each.is_credit ? [] : [each.amount_minor])))

/** The same list where nothing is taken off. */
function takeOff<Line extends DiscountableLine>(
  lines: readonly Lowered<Line>[],
  discount: Discount
): readonly Lowered<Line>[] {
  const { id, code, cycles_left, seat_ids } = discount
  assert(cycles_left === null || cycles_left >= 0, `discount ${id} has cycles left`)
  if (cycles_left === 0) return lines
  const isLowered = ({ kind, seat_id }: DiscountableLine) =>
    kind === "seat" && (seat_ids === undefined || (seat_id !== undefined && seat_ids.includes(seat_id)))
  const weights = lines.map((line) => (isLowered(line) ? netOf(line) : 0))
  const amount_minor = sizeOf(discount, sumMinor(weights))
  if (amount_minor === 0) return lines
  const parts = splitMinor(amount_minor, weights)
  return lines.map((line, index) => {
    const part = parts[index]!
    if (part === 0) return line
    return { ...line, discounts: [...line.discounts, { discount_id: id, code, amount_minor: part }] }
  })
}

function sizeOf({ id, kind, value }: Discount, left_minor: number): number {
  if (kind === "percent") return percentageShare(left_minor, value)
  assert(Number.isSafeInteger(value) && value >= 0, `discount ${id} is a whole amount, not below zero`)
  return Math.min(value, left_minor)
}

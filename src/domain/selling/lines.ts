import type { FirstPeriod } from "../billing/proration"
import { sumMinor } from "../money/amounts"
import type { ChosenSeat } from "./choose-seats"

/** A cart line of a sale before it has a price tag in the major unit. */
export interface PricedLine {
  readonly kind: "seat" | "signup_fee"
  /** null for the signup fee. */
  readonly row_position: number | null
  readonly label: string
  readonly quantity: number
  readonly unit_price_minor: number
  readonly tax_rate: number | null
}

/**
 * One line per chart row taken, its quantity the seats on that row, plus one for the signup fee (SALE-2, PLAN-15):
 * a company of 200 seats is a handful of lines. Ordered by row position, the fee last; no fee, no line.
 */
export function saleLines(seats: readonly ChosenSeat[], signup_fee_minor: number): PricedLine[] {
  const lines = new Map<number, PricedLine>()
  for (const seat of seats) {
    const line = lines.get(seat.row_position)
    lines.set(seat.row_position, {
      kind: "seat",
      row_position: seat.row_position,
      label: seat.label,
      quantity: (line?.quantity ?? 0) + 1,
      unit_price_minor: seat.price_minor,
      tax_rate: seat.tax_rate,
    })
  }
  const rows = [...lines.values()]
  if (signup_fee_minor === 0) return rows
  const fee: PricedLine = {
    kind: "signup_fee",
    row_position: null,
    label: "Signup fee",
    quantity: 1,
    unit_price_minor: signup_fee_minor,
    tax_rate: null,
  }
  return [...rows, fee]
}

/** The name of a line within its sale, kept in the cart line's metadata: `seat:3`, `signup_fee`. */
export const lineKey = (line: { readonly kind: string; readonly row_position: number | null }): string =>
  line.kind === "seat" ? `seat:${line.row_position}` : line.kind

/** What the seats of a shorter first period cost together (BILL-7); null where it is a full one. */
export const shortPrice = (
  lines: readonly Pick<PricedLine, "kind" | "quantity" | "unit_price_minor">[],
  first_period: FirstPeriod | null
): number | null =>
  first_period === null || first_period.days === first_period.of_days
    ? null
    : sumMinor(
        lines.filter(({ kind }) => kind === "seat").map((line) => line.unit_price_minor * line.quantity)
      )

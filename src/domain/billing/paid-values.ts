import { sumMinor } from "../money/amounts"
import { worthOf } from "./discounts"
import type { PartOfPeriod } from "./part-of-period"
import type { TaxedLine } from "./tax"

export interface SettledLines {
  readonly lines: readonly TaxedLine[]
  readonly is_tax_inclusive: boolean | null
  /** Dues that were let off are worth nothing. */
  readonly is_paid: boolean
}

/** CREDIT-10: what a period's charges pay for each seat, after discount and before tax. */
export const valuesOfSeats = (charges: readonly SettledLines[]): { seat_id: string; value_minor: number }[] =>
  charges.flatMap(({ lines, is_tax_inclusive, is_paid }) =>
    lines
      .filter(({ kind }) => kind === "seat")
      .map((line) => {
        const net_minor = sumMinor([worthOf(line), is_tax_inclusive ? -line.tax_minor : 0])
        return { seat_id: line.seat_id, value_minor: is_paid ? net_minor : 0 }
      })
  )

/** The days of a full period that they pay for; null is all of them (BILL-7). */
export const partPaidFor = (charges: readonly Pick<SettledLines, "lines">[]): PartOfPeriod | null =>
  charges.flatMap(({ lines }) => lines.flatMap((line) => line.prorated ?? []))[0] ?? null

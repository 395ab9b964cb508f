import { fromMinor } from "../../../domain/money/amounts"

interface DiscountRow {
  position?: number
  /** `bigint`, which the driver hands over as text. */
  amount_minor?: string | number | null
}

interface DiscountedRow extends Record<string, unknown> {
  currency_code?: string
  discounts?: DiscountRow[]
}

/** What lowers the further charges of a membership, in order, its amounts in the major unit (SALE-10). */
export function withDiscounts<Row extends DiscountedRow>(row: Row): Row {
  const { discounts, currency_code } = row
  if (!discounts || currency_code === undefined) return row
  return {
    ...row,
    discounts: [...discounts]
      .sort((a, b) => (a.position ?? 0) - (b.position ?? 0))
      .map(({ amount_minor: stored = null, ...discount }) => {
        const amount_minor = stored === null ? null : Number(stored)
        const amount = amount_minor === null ? null : fromMinor(amount_minor, currency_code)
        return { ...discount, amount_minor, amount }
      }),
  }
}

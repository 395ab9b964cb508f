import { fromMinor } from "../../domain/money/amounts"
import { netOf } from "../../domain/billing/discounts"
import type { TaxedLine } from "../../domain/billing/tax"

/** What amounts of a charge are called outside, where they are decimals (MONEY-1), and inside. */
const OWN_AMOUNTS = {
  subtotal: "subtotal_minor",
  discount_total: "discount_minor",
  tax_total: "tax_minor",
  total: "total_minor",
} as const
const AMOUNTS = { ...OWN_AMOUNTS, given_back: "given_back_minor" } as const

/** What both staff and payers see of a charge. */
export const OWN_CHARGE_FIELDS = [
  ...["id", "membership_id", "period_starts_on", "period_ends_on", "currency_code"],
  ...["status", "due_at", "is_tax_inclusive", ...Object.keys(OWN_AMOUNTS), "lines", "paid_by", "settled_at"],
  ...["failure_code", "action_url"],
]

export const CHARGE_FIELDS = [
  ...OWN_CHARGE_FIELDS,
  ...[
    "payer_customer_id",
    "price_chart_id",
    "chart_version",
    "act_at",
    "attempt",
    "first_failed_at",
    "parked_reason",
  ],
  ...[
    "paid_with",
    "reference",
    "note",
    "paid_beside_attempt",
    "given_back_at",
    "given_back",
    "order_id",
    "created_at",
    "updated_at",
  ],
]

/** The columns behind fields, with those that every answer is made with: whether a line's total holds its tax among them. */
export const columnsOf = (fields: readonly string[]): string[] => [
  ...new Set([
    ...fields.map((field) => (field in AMOUNTS ? AMOUNTS[field as keyof typeof AMOUNTS] : field)),
    ...["id", "membership_id", "payer_customer_id", "currency_code"],
    ...(fields.includes("lines") ? ["is_tax_inclusive"] : []),
  ]),
]

export interface ChargeRow extends Record<string, unknown> {
  readonly id: string
  readonly membership_id: string
  /** null is a purchaser without an account. */
  readonly payer_customer_id: string | null
  readonly currency_code: string
  readonly is_tax_inclusive?: boolean | null
  readonly lines?: readonly StoredLine[]
}

/** Taxes are found with the first attempt. */
type StoredLine = Omit<TaxedLine, "taxes" | "tax_minor"> & Partial<Pick<TaxedLine, "taxes" | "tax_minor">>

/** A charge as it goes out. */
export function chargeOf({ lines, ...row }: ChargeRow): Record<string, unknown> {
  const { currency_code, is_tax_inclusive = null } = row
  const names = new Map<string, string>(Object.entries(AMOUNTS).map(([outside, inside]) => [inside, outside]))
  // `bigint` columns arrive as text.
  const money = (value: unknown) => (value === null ? null : fromMinor(Number(value), currency_code))
  const told = Object.entries(row).map(([key, value]) => {
    const name = names.get(key)
    return name ? [name, money(value)] : [key, value]
  })
  const explained = lines
    ? { lines: lines.map((line) => lineOf(line, { currency_code, is_tax_inclusive })) }
    : {}
  return { ...Object.fromEntries(told), ...explained }
}

interface LineMoney {
  readonly currency_code: string
  readonly is_tax_inclusive: boolean | null
}

/** MONEY-3: which row made the price, what was taken off, and what tax came on top or is in it. */
function lineOf(line: StoredLine, { currency_code, is_tax_inclusive }: LineMoney) {
  const money = (value_minor: number) => fromMinor(value_minor, currency_code)
  const { key, kind, seat_id, label, classification_id, sequence, row_position, repriced_from_row, hold_id } =
    line
  const { visit = null, prorated = null, amount_minor, discounts, taxes = null, tax_minor = null } = line
  const net_minor = netOf({ ...line })
  return {
    ...{ key, kind, seat_id, label, classification_id, sequence, row_position, repriced_from_row, hold_id },
    visit,
    prorated: prorated && {
      ...{ days: prorated.days, of_days: prorated.of_days },
      full_price: money(prorated.full_minor),
    },
    amount: money(amount_minor),
    discounts: discounts.map(({ code, amount_minor: off }) => ({ code, amount: money(off) })),
    discount_total: money(amount_minor - net_minor),
    taxes,
    tax_total: tax_minor === null ? null : money(tax_minor),
    total: tax_minor === null ? null : money(net_minor + (is_tax_inclusive ? 0 : tax_minor)),
  }
}

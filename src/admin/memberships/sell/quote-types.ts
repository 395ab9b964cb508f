import type { Interval } from "../../plans/types"

/** What the admin reads of a quote (SALE-1). */
export interface Quote {
  id: string
  currency_code: string
  is_tax_inclusive: boolean
  starts_on: string | null
  ends_on: string | null
  /** Where it joins the common billing day: the part of `full_price` that is charged now (BILL-7). */
  first_period: {
    starts_on: string
    /** The first day of the next period. */
    ends_on: string
    days: number
    of_days: number
    full_price: number
  } | null
  conversion: Conversion | null
  seats: QuoteSeat[]
  lines: QuoteLine[]
  signup_fee: number
  subtotal: number
  discount_total: number
  tax_total: number
  total: number
  next_seat_prices: { classification_id: string | null; amount: number | null }[]
  schedule: { due_on: string; total: number }[]
  notices: SaleNotice[]
}

/** What follows an introductory offer (PLAN-8). */
export interface Conversion {
  /** `automatic` needs consent; what is offered can be accepted with the sale or later. */
  mode: "offer" | "automatic"
  plan_id: string
  plan_name: string
  /** The first day after the offer; null until it has begun. */
  converts_on: string | null
  interval: Interval
  /** Of all seats for each period. */
  price: number
  terms: { version: number; text: string } | null
}

/** What the customer has already of the same plan, or owes for it (BILL-11). */
export type SaleNotice = { membership_id: string; display_id: number; plan_name: string } & (
  | { code: "dues_unpaid"; currency_code: string; total: number; charges: { charge_id: string }[] }
  /** The first day without it; null: it renews, or never ends. */
  | { code: "already_covered" | "already_ordered"; until_on: string | null }
)

export interface QuoteSeat {
  row_position: number
  label: string
  classification_id: string | null
  sequence: number
  required: boolean
  amount: number
  member_id: string | null
}

export interface QuoteLine {
  kind: "seat" | "signup_fee"
  row_position: number | null
  label: string
  quantity: number
  unit_price: number
  discount_total: number
  tax_total: number
  total: number
  discounts: { code: string; amount: number }[]
  taxes: { code: string | null; name: string; rate: number }[]
}

/** Where a sale ended up. */
export interface SaleOrder {
  id: string
  display_id: number
  is_draft_order: boolean
}

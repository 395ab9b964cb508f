import type { ChargeStatus, ParkedReason } from "../../domain/billing/attempt-types"
import type { SettlingEffect as DomainEffect } from "../../domain/billing/settling"

/** What the admin reads of `GET /admin/membership-charges`; the answers stand in `src/api/openapi/answers-billing.ts`. */
export type { ChargeStatus, ParkedReason }

type Amount = number | string

export interface ChargeLine {
  key: string
  kind: "seat" | "hold_fee" | "fine"
  label: string
  sequence: number
  row_position: number | null
  /** The seat's own row, while others are on hold. */
  repriced_from_row: number | null
  /** The missed visit that a fine is for. */
  visit: { service_name: string; starts_at: string } | null
  /** Of dues for a part of a period (BILL-7). */
  prorated: { days: number; of_days: number; full_price: Amount } | null
  amount: Amount
  discounts: { code: string | null; amount: Amount }[]
  taxes: { code: string | null; name: string; rate: number }[] | null
  tax_total: Amount | null
  total: Amount | null
}

/** What charges have that are there and those that are yet to be made. */
export interface ChargeToCome {
  membership_id: string
  payer_customer_id: string | null
  payer_name: string | null
  payer_email: string | null
  status: ChargeStatus
  period_starts_on: string
  /** The first day of the next one. */
  period_ends_on: string | null
  currency_code: string
  due_at: string
  /** When it is worked on next; null: nothing by itself. */
  act_at: string | null
  is_tax_inclusive: boolean | null
  subtotal: Amount
  discount_total: Amount
  tax_total: Amount | null
  /** null until its tax is known. */
  total: Amount | null
  lines: ChargeLine[]
  membership: { id: string; display_id: number; time_zone: string; plan: { id: string; name: string } }
  /** null: nothing that could be charged. */
  payment_method: { label: string | null; expires_on: string | null } | null
}

export interface Charge extends ChargeToCome {
  id: string
  settled_at: string | null
  paid_by: "provider" | "manual" | "nothing" | null
  paid_with: "cash" | "transfer" | "other" | null
  reference: string | null
  note: string | null
  failure_code: string | null
  parked_reason: ParkedReason | null
  /** Where the payer confirms the payment. */
  action_url: string | null
  attempt: number
  /** The attempt by which money was taken although it was settled otherwise. */
  paid_beside_attempt: number | null
  /** When staff recorded that they gave that back, and how much. */
  given_back_at: string | null
  given_back: Amount | null
  order_id: string | null
}

export type AttemptOutcome = "paid" | "declined" | "requires_action" | "unknown" | "provider_down"

export interface Attempt {
  number: number
  started_at: string
  finished_at: string | null
  outcome: AttemptOutcome | null
  code: string | null
  /** The provider's own words. */
  message: string | null
  provider_id: string
  provider_reference: string | null
}

export interface ChargeDetail extends Charge {
  attempts: Attempt[]
  order?: {
    id: string
    display_id: number
    payment_collections: { captured_amount: Amount | null; refunded_amount: Amount | null }[] | null
  } | null
}

export interface Upcoming extends ChargeToCome {
  /** null: it will be made when it is due. */
  charge_id: string | null
}

export interface SkippedSeat {
  membership_id: string
  seat_id: string
  label: string
  reason: "hold" | "payment_holiday"
  period_starts_on: string
}

export interface UpcomingTotal {
  currency_code: string
  charges: number
  subtotal: Amount
  discount_total: Amount
  tax_total: Amount
  total: Amount
}

export interface UpcomingPage {
  until: string
  charges: Upcoming[]
  skipped: SkippedSeat[]
  skipped_count: number
  totals: UpcomingTotal[]
  count: number
}

export interface ChargeSum {
  charges: number
  total: Amount
}

export const FIGURES = ["collected", "failed", "unknown", "parked", "open"] as const
export type Figure = (typeof FIGURES)[number]

export interface ChargeDay {
  day: string
  currency_code: string
  collected: ChargeSum
  open: ChargeSum
}

export interface ChargeNumbers {
  today: string
  now: string
  time_zone: string
  /** Charges whose money is to be given back. */
  paid_beside: number
  currencies: ({ currency_code: string } & Record<Figure, ChargeSum>)[]
  since: string
  days: ChargeDay[]
}

/** On the API an amount has no unit in its name, because it is a decimal there. */
type Outward<Effect> = Effect extends unknown
  ? { [Key in keyof Effect as Key extends `${infer Name}_minor` ? Name : Key]: Effect[Key] }
  : never

export type ChargeEffect = Outward<DomainEffect>

/** What the provider said when it was asked. */
export interface Finding {
  result: "paid" | "failed" | "requires_action" | "pending" | "not_found" | "provider_down" | "nothing_sent"
  code?: string
}

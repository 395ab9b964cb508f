import { addDays, compareDates } from "../time/calendar"
import { addInterval } from "../time/periods"
import type { CalendarDate } from "../time/types"

/** Whether a saved payment method can still be charged, by the date that its bank printed on it (REMIND-1). */
export type MethodStatus = "valid" | "expiring" | "expired"

/** Staff and customers are told this long before. */
const EXPIRING_DAYS = 30

/** @param expires_on the last day on which it can be charged; null where it has no such day */
export function methodStatus(expires_on: CalendarDate | null, today: CalendarDate): MethodStatus {
  if (expires_on === null) return "valid"
  if (compareDates(expires_on, today) < 0) return "expired"
  return compareDates(expires_on, addDays(today, EXPIRING_DAYS)) <= 0 ? "expiring" : "valid"
}

/** A card is good through the month that it names; null where that is no month. */
export function lastDayOfCard({ exp_month, exp_year }: CardExpiry): CalendarDate | null {
  const isMonth = Number.isInteger(exp_month) && exp_month >= 1 && exp_month <= 12
  if (!isMonth || !Number.isInteger(exp_year) || exp_year < 2000 || exp_year > 9000) return null
  const first_on = `${exp_year}-${String(exp_month).padStart(2, "0")}-01`
  return addDays(addInterval(first_on, { unit: "month", count: 1 }), -1)
}

/** As it is printed on a card, the year with four digits. */
export interface CardExpiry {
  readonly exp_month: number
  readonly exp_year: number
}

export interface MethodFace {
  /** The provider's word for it, such as `card` or `sepa_debit`. */
  readonly type: string
  readonly brand: string | null
  readonly last4: string | null
}

const BRANDS: Readonly<Record<string, string>> = {
  ...{
    amex: "American Express",
    jcb: "JCB",
    unionpay: "UnionPay",
    sepa_debit: "SEPA",
    us_bank_account: "ACH",
  },
}

/** What people know it by: `Visa •••• 4242`. Of its number never more than the last four digits. */
export function methodLabel({ type, brand, last4 }: MethodFace): string {
  const word = brand ?? type
  const name = BRANDS[word] ?? capitalized(word.replaceAll("_", " "))
  return last4 === null ? name : `${name} •••• ${last4.slice(-4)}`
}

const capitalized = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)

/** Names a saved method, at its provider. */
export interface MethodRef {
  readonly provider_id: string
  readonly payment_method_id: string
}

export interface CurrentMethod extends MethodRef {
  readonly expires_on: CalendarDate | null
  /** A charge by it was declined, and is still owed. */
  readonly is_failing: boolean
}

/**
 * SALE-12: whether what paid at checkout pays the renewals from now on. What a customer has chosen before stays, unless
 * they said otherwise at checkout or it cannot be charged any more.
 */
export function replacesMethod(
  current: CurrentMethod | null,
  paid_with: MethodRef & { readonly is_chosen: boolean },
  today: CalendarDate
): boolean {
  if (current === null) return true
  if (isSameMethod(current, paid_with)) return false
  return paid_with.is_chosen || current.is_failing || methodStatus(current.expires_on, today) === "expired"
}

export const isSameMethod = (a: MethodRef, b: MethodRef): boolean =>
  a.provider_id === b.provider_id && a.payment_method_id === b.payment_method_id

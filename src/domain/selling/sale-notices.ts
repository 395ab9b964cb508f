import { DomainError } from "../errors"
import { sumMinor } from "../money/amounts"
import type { PlanDefinition } from "../plans/types"
import { compareDates } from "../time/calendar"
import type { CalendarDate } from "../time/types"

/** A charge that could not be taken, or waits for its payer. */
export interface UnpaidCharge {
  readonly charge_id: string
  /** As `requires_action` or `past_due`. */
  readonly status: string
  /** The first day that it is for. */
  readonly due_on: CalendarDate
  /** null: its tax is not known yet. */
  readonly total_minor: number | null
  /** null is a purchaser without an account. */
  readonly payer_customer_id: string | null
}

/** A membership of the same plan, or of another one of the same product, that has not ended. */
export interface HeldMembership {
  readonly membership_id: string
  readonly display_id: number
  readonly plan_id: string
  readonly plan_name: string
  readonly currency_code: string
  readonly starts_on: CalendarDate | null
  /** The first day without it; null where it renews, or never ends. */
  readonly ends_on: CalendarDate | null
  /** Its order is placed, and not paid yet (SALE-7). */
  readonly is_pending: boolean
  readonly is_past_due: boolean
  readonly seats: readonly {
    readonly member_id: string
    readonly starts_on: CalendarDate | null
    readonly canceled_on: CalendarDate | null
  }[]
  readonly unpaid: readonly UnpaidCharge[]
}

export const SALE_NOTICES = ["dues_unpaid", "already_covered", "already_ordered"] as const
export type SaleNoticeCode = (typeof SALE_NOTICES)[number]

interface OfMembership {
  readonly membership_id: string
  readonly display_id: number
  readonly plan_name: string
}

/** What a buyer is told before they pay for what they may have (BILL-11). */
export type SaleNotice =
  | ({
      readonly code: "dues_unpaid"
      readonly currency_code: string
      readonly charges: readonly Omit<UnpaidCharge, "payer_customer_id">[]
      readonly total_minor: number
    } & OfMembership)
  | ({
      /** `already_ordered`: what would cover them is not paid yet. */
      readonly code: "already_covered" | "already_ordered"
      readonly member_ids: readonly string[]
      /** The first day without it; null where it renews, or never ends. */
      readonly until_on: CalendarDate | null
    } & OfMembership)

export interface SaleNoticeFacts {
  readonly plan: { readonly id: string } & Pick<PlanDefinition, "kind">
  readonly term: { readonly starts_on: CalendarDate | null; readonly ends_on: CalendarDate | null }
  readonly today: CalendarDate
  /** Who shall sit there, as far as that is known. */
  readonly member_ids: readonly string[]
  /** Whose dues are told; null: everybody's, to staff (PEOPLE-6). */
  readonly only_of_customer_id: string | null
  readonly held: readonly HeldMembership[]
}

/**
 * BILL-11: old dues of the same plan or product, which could be settled instead; and people who have the same plan on
 * days that this sale would pay for again. A credit pack is bought beside another one on purpose, and covers nobody.
 */
export function saleNotices(facts: SaleNoticeFacts): SaleNotice[] {
  return facts.held.flatMap((held) => duesNotice(facts, held) ?? coverNotice(facts, held) ?? [])
}

function duesNotice({ only_of_customer_id }: SaleNoticeFacts, held: HeldMembership): SaleNotice | null {
  if (!held.is_past_due) return null
  const charges = held.unpaid.filter(
    ({ payer_customer_id }) => only_of_customer_id === null || payer_customer_id === only_of_customer_id
  )
  if (charges.length === 0) return null
  return {
    ...{ code: "dues_unpaid", ...named(held), currency_code: held.currency_code },
    charges: charges.map(({ payer_customer_id: _payer, ...charge }) => charge),
    total_minor: sumMinor(charges.map(({ total_minor }) => total_minor ?? 0)),
  }
}

function coverNotice(
  { plan, term, today, member_ids }: SaleNoticeFacts,
  held: HeldMembership
): SaleNotice | null {
  if (plan.kind !== "membership" || held.plan_id !== plan.id) return null
  const wanted = { from_on: later(term.starts_on, today), until_on: term.ends_on }
  const covered = held.seats.filter(({ member_id, ...seat }) => {
    const days = {
      from_on: later(seat.starts_on ?? held.starts_on, today),
      until_on: earlier(seat.canceled_on, held.ends_on),
    }
    return member_ids.includes(member_id) && overlap(wanted, days)
  })
  if (covered.length === 0) return null
  const ends = covered.map(({ canceled_on }) => earlier(canceled_on, held.ends_on))
  return {
    ...{ code: held.is_pending ? "already_ordered" : "already_covered", ...named(held) },
    member_ids: covered.map(({ member_id }) => member_id),
    until_on: ends.includes(null) ? null : ends.reduce((a, b) => later(a, b!)),
  }
}

/**
 * Whoever sells or buys all the same has to say so, by confirming what they were told. A reason to go past who a plan is for
 * confirms nothing.
 * @throws DomainError `notices_unconfirmed` with the notices
 */
export function assertConfirmed(notices: readonly SaleNotice[], { confirmed, by_staff }: Confirmation): void {
  const open = notices.filter(({ code }) => !confirmed.includes(code))
  if (open.length === 0) return
  const message = by_staff
    ? "They have this already, or owe for it. Settle that first, or confirm that it is sold all the same."
    : "You have this already, or owe for it. Settle that first, or confirm that you want another one."
  throw new DomainError("notices_unconfirmed", message, {
    field: "confirmed_notices",
    codes: [...new Set(open.map(({ code }) => code))],
  })
}

export interface Confirmation {
  readonly by_staff: boolean
  readonly confirmed: readonly SaleNoticeCode[]
}

const named = ({ membership_id, display_id, plan_name }: HeldMembership): OfMembership => ({
  ...{ membership_id, display_id, plan_name },
})

interface Days {
  readonly from_on: CalendarDate
  /** The first day after them; null has none. */
  readonly until_on: CalendarDate | null
}

const overlap = (a: Days, b: Days): boolean =>
  isBefore(a.from_on, b.until_on) && isBefore(b.from_on, a.until_on)
const isBefore = (day: CalendarDate, until_on: CalendarDate | null) =>
  until_on === null || compareDates(day, until_on) < 0
const later = (a: CalendarDate | null, b: CalendarDate): CalendarDate =>
  a !== null && compareDates(a, b) > 0 ? a : b
const earlier = (a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null => {
  if (a === null || b === null) return a ?? b
  return compareDates(a, b) < 0 ? a : b
}

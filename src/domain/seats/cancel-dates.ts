import { DomainError } from "../errors"
import { type BillingCalendar, paidPeriods } from "../billing/periods"
import type { CancellationPolicy } from "../plans/types"
import { addDays, assertCalendarDate, compareDates } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import type { SeatFacts } from "./decide"
import { billingCalendar, type CalendarFacts } from "./dues"
import type { Asker } from "./types"

/** How somebody wants to leave (CANCEL-1). `now` is today: the first day without the seat. */
export type CancelWay =
  { readonly at: "renewal" } | { readonly at: "now" } | { readonly at: "date"; readonly on: CalendarDate }

export interface CancelDateFacts {
  readonly policy: CancellationPolicy
  /** When its periods begin; `starts_on` is null while the membership waits for its first visit. */
  readonly calendar: BillingCalendar
  /** The last period that was charged; absent: the one that the sale paid. */
  readonly after_index?: number
  /** The first day on its plan, where a change of plan has bound it anew (BILL-10); absent: the anchor. */
  readonly commitment_from_on?: CalendarDate | null
  /** The term's end without any hold; null is unlimited. */
  readonly sold_ends_on: CalendarDate | null
  /** At the membership's location. */
  readonly today: CalendarDate
}

/** What decides on which day it can end (CANCEL-1, CANCEL-4). */
export const cancelDateFacts = (
  facts: CalendarFacts &
    Pick<SeatFacts, "cancellation_policy" | "commitment_from_on" | "after_index" | "today">
): CancelDateFacts => ({
  ...{ policy: facts.cancellation_policy, calendar: billingCalendar(facts), today: facts.today },
  ...{ after_index: facts.after_index, commitment_from_on: facts.commitment_from_on },
  sold_ends_on: facts.membership.sold_ends_on,
})

/**
 * The first day that a customer may be without the seat: after the notice, and after the periods committed to (CANCEL-4),
 * which holds put off (HOLD-4).
 * @returns null while a hold without an end keeps those periods from ending
 */
export function earliestCancelOn(facts: CancelDateFacts): CalendarDate | null {
  const { policy, today } = facts
  const after_notice = addDays(today, policy.notice_days)
  const committed_until = policy.commitment_periods > 0 ? committedUntil(facts) : after_notice
  if (committed_until === null) return null
  return compareDates(committed_until, after_notice) > 0 ? committed_until : after_notice
}

/** The first period that counts is the one on its plan: one that a change of plan cuts short counts too. */
function committedUntil({
  policy,
  calendar,
  commitment_from_on = null,
  today,
}: CancelDateFacts): CalendarDate | null {
  if (calendar.starts_on === null || calendar.interval === null) return today
  let counted = 0
  for (const { next_on, paid_until } of paidPeriods({ ...calendar, billed_from_on: null })) {
    const is_before =
      commitment_from_on !== null && next_on !== null && compareDates(next_on, commitment_from_on) <= 0
    if (!is_before) counted += 1
    if (counted === policy.commitment_periods) return paid_until
  }
  return null
}

/**
 * The first day without the seat.
 * @throws DomainError `cancel_before_notice` (details.earliest_on), `renewal_unknown` at the renewal while a hold without
 *   an end runs, `date_invalid` before today or after the end
 */
export function cancelDateOf(way: CancelWay, facts: CancelDateFacts, asker: Asker): CalendarDate {
  const earliest_on = earliestCancelOn(facts)
  const overrides = asker.type === "staff" && Boolean(asker.reason)
  const how = asker.type === "staff" ? " Give a reason to end it earlier." : ""
  const refuse = (message: string) =>
    new DomainError("cancel_before_notice", message + how, { field: "on", earliest_on })
  // Staff who say why may end it with the period that runs.
  const first_on = overrides ? facts.today : earliest_on
  if (first_on === null)
    throw refuse(
      "It is on hold without an end, before the periods committed to are over. End the hold first."
    )
  const canceled_on = way.at === "renewal" ? knownRenewal(facts, first_on) : dayOf(way, facts)
  if (compareDates(canceled_on, first_on) >= 0) return canceled_on
  throw refuse(`It can end on ${first_on} at the earliest.`)
}

function dayOf(
  way: Exclude<CancelWay, { at: "renewal" }>,
  { today, calendar }: CancelDateFacts
): CalendarDate {
  if (way.at === "now") return today
  assertCalendarDate(way.on, "on")
  if (compareDates(way.on, today) < 0)
    throw new DomainError("date_invalid", `Choose ${today} or later.`, { field: "on", earliest_on: today })
  const ends_on = lastEndOf(calendar)
  if (ends_on !== null && compareDates(way.on, ends_on) > 0)
    throw new DomainError("date_invalid", `It ends by itself on ${ends_on}.`, { field: "on", ends_on })
  return way.on
}

function knownRenewal(facts: CancelDateFacts, day: CalendarDate): CalendarDate {
  if (!hasRenewal(facts)) return day
  const renewal_on = renewalOnOrAfter(day, facts)
  if (renewal_on !== null) return renewal_on
  const message =
    "It is on hold without an end, so its renewal is not known. End the hold first, or choose a day."
  throw new DomainError("renewal_unknown", message, { field: "at" })
}

/** Something of it renews or ends, so that it can end with what is paid. */
export const hasRenewal = ({
  calendar: { starts_on, interval },
  sold_ends_on,
}: Pick<CancelDateFacts, "calendar" | "sold_ends_on">): boolean =>
  starts_on !== null && (interval !== null || sold_ends_on !== null)

/**
 * The day after what is paid, the first after today and not before the given day: what is paid is used (CANCEL-1), later
 * by the days on hold (HOLD-4). Where a pause has put off a period that is not paid, it is the day on which that begins.
 * @returns null while a hold without an end runs
 */
export function renewalOnOrAfter(day: CalendarDate, facts: CancelDateFacts): CalendarDate | null {
  const { calendar, after_index = 0, today } = facts
  const ends_on = lastEndOf(calendar)
  if (calendar.interval === null) return ends_on
  const isFound = (end: CalendarDate | null): end is CalendarDate =>
    end !== null && compareDates(end, today) > 0 && compareDates(end, day) >= 0
  for (const { index, paid_until, next_on } of paidPeriods(calendar)) {
    if (index < after_index) continue
    const found = [paid_until, next_on].find(isFound)
    if (found === undefined) continue
    return ends_on !== null && compareDates(ends_on, found) < 0 ? ends_on : found
  }
  return ends_on
}

const lastEndOf = ({ renews, ends_on }: BillingCalendar) => (renews ? null : ends_on)

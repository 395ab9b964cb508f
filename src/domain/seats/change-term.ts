import { DomainError } from "../errors"
import { termFrom } from "../memberships/term"
import { addInterval } from "../time/periods"
import { addDays, assertCalendarDate, compareDates, daysBetween } from "../time/calendar"
import type { CalendarDate, CalendarInterval } from "../time/types"
import type { Seat, SeatedMembership } from "./types"

export interface ExtendTermInput {
  readonly membership: SeatedMembership
  /** The first day without the membership, as it shall be. */
  readonly ends_on: CalendarDate
  /** At the membership's location. */
  readonly today: CalendarDate
}

/**
 * Staff give more time (TERM-5). One that is over already comes back to life when the new end lies ahead.
 * @returns the end without holds, which move it again
 * @throws DomainError `term_unlimited`, `date_invalid` where the new end is no later one
 */
export function extendTerm({ membership, ends_on, today }: ExtendTermInput): CalendarDate {
  assertCalendarDate(ends_on, "ends_on")
  const { ends_on: end, sold_ends_on } = membership
  if (end === null || sold_ends_on === null) {
    const message = "This membership has no end that could be moved."
    throw new DomainError("term_unlimited", message, { field: "ends_on" })
  }
  const latest = compareDates(end, today) > 0 ? end : today
  if (compareDates(ends_on, latest) <= 0) {
    const message = `Choose a first day without the membership after ${latest}.`
    throw new DomainError("date_invalid", message, { field: "ends_on", after_on: latest })
  }
  return addDays(sold_ends_on, daysBetween({ from: end, to: ends_on }))
}

export interface ChangeStartInput {
  readonly membership: SeatedMembership
  readonly starts_on: CalendarDate
  /** The plan's; null is unlimited. */
  readonly validity: CalendarInterval | null
  /** Where it joined the common billing day (BILL-7), the day from which its periods are counted; null otherwise. */
  readonly anchor_on?: CalendarDate | null
  readonly interval: CalendarInterval | null
  /** At the membership's location. */
  readonly today: CalendarDate
}

/**
 * Staff move a start that lies in the future; the term keeps its length (TERM-5). On the common billing day the start
 * moves within the period that was charged by its days, and the term stays (BILL-7).
 * @throws DomainError `already_started`, `date_invalid` for a day in the past or one that leaves a hold or a
 *   cancellation before the term
 */
export function changeStart(input: ChangeStartInput): {
  readonly starts_on: CalendarDate
  readonly sold_ends_on: CalendarDate | null
} {
  const { membership, starts_on, validity, today } = input
  assertCalendarDate(starts_on, "starts_on")
  const { starts_on: start, seats } = membership
  if (start !== null && compareDates(start, today) <= 0) {
    const message = `It began on ${start}. Extend its term instead.`
    throw new DomainError("already_started", message, { field: "starts_on" })
  }
  if (compareDates(starts_on, today) < 0)
    throw new DomainError("date_invalid", `Choose ${today} or later.`, {
      field: "starts_on",
      earliest_on: today,
    })
  const joined = startOnBillingDay(input)
  const term = joined ?? termFrom(starts_on, validity)
  const outside = seats.flatMap((seat) => datesOf(seat)).find((day) => liesOutside(day, term))
  if (outside !== undefined) {
    const message = `A hold or a cancellation on ${outside} would lie outside the term. Take it back first.`
    throw new DomainError("date_invalid", message, { field: "starts_on", outside_on: outside })
  }
  return { starts_on, sold_ends_on: joined ? membership.sold_ends_on : term.ends_on }
}

/** The term from another day of the same first period; null where it has a day of its own. */
function startOnBillingDay({ membership, starts_on, anchor_on = null, interval }: ChangeStartInput) {
  if (anchor_on === null || interval === null) return null
  const until_on = addInterval(anchor_on, interval)
  if (compareDates(starts_on, anchor_on) >= 0 && compareDates(starts_on, until_on) < 0)
    return { starts_on, ends_on: membership.sold_ends_on }
  const message = `What was paid is the period up to ${until_on}. Choose a day from ${anchor_on} on, before ${until_on}.`
  throw new DomainError("date_invalid", message, {
    ...{ field: "starts_on", earliest_on: anchor_on, before_on: until_on },
  })
}

const datesOf = ({ holds, cancellation }: Seat): CalendarDate[] => [
  ...holds.map(({ starts_on }) => starts_on),
  ...(cancellation ? [cancellation.canceled_on] : []),
]

const liesOutside = (
  day: CalendarDate,
  { starts_on, ends_on }: { starts_on: CalendarDate | null; ends_on: CalendarDate | null }
) =>
  (starts_on !== null && compareDates(day, starts_on) < 0) ||
  (ends_on !== null && compareDates(day, ends_on) > 0)

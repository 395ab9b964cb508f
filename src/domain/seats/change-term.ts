import { DomainError } from "../errors"
import { termFrom } from "../memberships/term"
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
  /** At the membership's location. */
  readonly today: CalendarDate
}

/**
 * Staff move a start that lies in the future; the term keeps its length (TERM-5).
 * @throws DomainError `already_started`, `date_invalid` for a day in the past or one that leaves a hold or a
 *   cancellation before the term
 */
export function changeStart({ membership, starts_on, validity, today }: ChangeStartInput): {
  readonly starts_on: CalendarDate
  readonly sold_ends_on: CalendarDate | null
} {
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
  const term = termFrom(starts_on, validity)
  const outside = seats.flatMap((seat) => datesOf(seat)).find((day) => liesOutside(day, term))
  if (outside !== undefined) {
    const message = `A hold or a cancellation on ${outside} would lie outside the term. Take it back first.`
    throw new DomainError("date_invalid", message, { field: "starts_on", outside_on: outside })
  }
  return { starts_on, sold_ends_on: term.ends_on }
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

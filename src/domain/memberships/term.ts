import { DomainError } from "../errors"
import type { PlanStart } from "../plans/types"
import {
  addDays,
  assertCalendarDate,
  compareDates,
  hasCome,
  isWithin,
  localDate,
  startOfLocalDay,
} from "../time/calendar"
import { addInterval } from "../time/periods"
import type { CalendarDate, CalendarInterval, Instant, TimeZone } from "../time/types"
import type { Term, TermFacts } from "./types"

export interface TermInput {
  /** How the plan says that it starts (PLAN-3). */
  readonly starts: PlanStart
  /** How long it lasts; null is unlimited. */
  readonly validity: CalendarInterval | null
  readonly purchased_at: Instant
  /** The first day that the customer chose; only for `chosen_date`, which needs one. */
  readonly starts_on?: CalendarDate | null
  /** Only for `first_visit`: how long after the purchase it begins by itself; null waits for ever. */
  readonly must_start_within?: CalendarInterval | null
  readonly zone: TimeZone
}

/**
 * The term of a membership as it is sold (PLAN-3, TIME-2). Bought on 15 January with a month: 15 January to
 * 15 February, which is the first day without it.
 * @throws DomainError `start_not_allowed` when a chosen start is missing, lies before the local day of the
 *   purchase, or is given to a plan that takes none; `date_invalid`; `interval_invalid`
 */
export function termOf(input: TermInput): Term {
  const purchased_on = localDate(input.purchased_at, input.zone)
  const chosen_on = input.starts_on ?? null
  if (input.starts === "chosen_date") return termFrom(requireStart(chosen_on, purchased_on), input.validity)
  if (chosen_on !== null) {
    refuseStart("The start of this plan cannot be chosen. Leave it out.", { starts_on: chosen_on })
  }
  if (input.starts === "purchase") return termFrom(purchased_on, input.validity)
  const limit = input.must_start_within ?? null
  return {
    starts_on: null,
    ends_on: null,
    latest_starts_on: limit === null ? null : addInterval(purchased_on, limit),
  }
}

/** A term that begins on a known day. @param validity null is unlimited */
export function termFrom(starts_on: CalendarDate, validity: CalendarInterval | null): Term {
  assertCalendarDate(starts_on, "starts_on")
  const ends_on = validity === null ? null : addInterval(starts_on, validity)
  return { starts_on, ends_on, latest_starts_on: null }
}

export interface FirstVisitInput {
  readonly visited_at: Instant
  readonly validity: CalendarInterval | null
  /** From `termOf`; a visit after it finds a term that had begun by itself. */
  readonly latest_starts_on: CalendarDate | null
  readonly zone: TimeZone
}

/** TERM-2: the term begins on the local date of the first attended visit. */
export function startOnFirstVisit(input: FirstVisitInput): Term {
  const visited_on = localDate(input.visited_at, input.zone)
  const latest_on = input.latest_starts_on
  const late = latest_on !== null && compareDates(latest_on, visited_on) < 0
  return termFrom(late ? latest_on : visited_on, input.validity)
}

/**
 * A term as instants at its location: from the first instant of its first day up to the first instant of
 * the first day without it (TIME-2, TERM-6).
 * @param validity the plan's, for the term that begins by itself; null is unlimited
 */
export function termInstants(term: Term, validity: CalendarInterval | null, zone: TimeZone): TermFacts {
  const startOf = (date: CalendarDate | null) => (date === null ? null : startOfLocalDay(date, zone))
  const latest_on = term.latest_starts_on
  const latest_term =
    latest_on === null
      ? null
      : {
          starts_at: startOfLocalDay(latest_on, zone),
          ends_at: startOf(termFrom(latest_on, validity).ends_on),
        }
  return {
    starts_at: startOf(term.starts_on),
    ends_at: startOf(term.ends_on),
    latest_term,
  }
}

/** The last day on which a term is valid, for sentences: "valid through 28 February" (TERM-6). */
export function lastDayOf(ends_on: CalendarDate): CalendarDate {
  return addDays(ends_on, -1)
}

/**
 * TERM-3: whether an instant lies in a term, past or future. A term that waits for its first visit covers
 * every instant until it starts, and the last one at which it could still run when it begins by itself.
 */
export function coversInstant(term: TermFacts, instant: Instant): boolean {
  if (term.starts_at !== null) return isWithin(instant, { starts_at: term.starts_at, ends_at: term.ends_at })
  return !hasCome(term.latest_term?.ends_at ?? null, instant)
}

function requireStart(chosen_on: CalendarDate | null, earliest_on: CalendarDate): CalendarDate {
  if (chosen_on === null) refuseStart("Choose the day on which this plan starts.", { earliest_on })
  assertCalendarDate(chosen_on, "starts_on")
  if (compareDates(chosen_on, earliest_on) < 0) {
    refuseStart(`The start cannot lie before ${earliest_on}. Choose a later day.`, {
      starts_on: chosen_on,
      earliest_on,
    })
  }
  return chosen_on
}

function refuseStart(message: string, facts: Readonly<Record<string, CalendarDate>>): never {
  throw new DomainError("start_not_allowed", message, { field: "starts_on", ...facts })
}

import type { Cadence } from "./cadence"
import { creditPeriod, unmovedPeriod } from "./credit-periods"
import { commonHolds, lastCancellation, type SeatSpan } from "../seats/common-holds"
import { addDays, compareDates, daysBetween, hasCome, startOfLocalDay } from "../time/calendar"
import { addInterval } from "../time/periods"
import type { CalendarDate, Instant, TimeZone } from "../time/types"
import type { GrantDates, GrantTerms } from "./types"

interface Days {
  readonly starts_on: CalendarDate | null
  readonly expires_on: CalendarDate | null
}

/**
 * When the credits of a period can be used. Given once, they live as long as the term; given each period, until the
 * next one begins, or the term ends. While a term waits for its first visit they are usable at once, and expire as if
 * it began on the last possible day (PLAN-3, TERM-2).
 * @param seats whose holds move the expiry where the plan extends (HOLD-4)
 */
export function periodDates(cadence: Cadence, period_index: number, seats: readonly SeatSpan[]): GrantDates {
  const { starts_on, interval, time_zone } = cadence
  if (starts_on === null) return asInstants({ starts_on: null, expires_on: endIfLate(cadence) }, time_zone)
  if (interval === null) return asInstants({ starts_on, expires_on: cadence.ends_on }, time_zone)
  const period = creditPeriod(cadence, period_index)
  // While an open hold puts it off, nobody knows when it ends, and nobody comes before it begins (HOLD-7).
  const { starts_on: begins_on, unmoved_until } = period ?? unmovedPeriod(cadence, period_index)!
  const first_on =
    cadence.first_on && compareDates(cadence.first_on, begins_on) > 0 ? cadence.first_on : begins_on
  const days = { starts_on: first_on, expires_on: period && unmoved_until }
  const moved = cadence.extends_by_holds ? movedByHolds(days, seats) : days
  const ends_on = cadence.renews ? null : cadence.ends_on
  const is_last =
    ends_on !== null && (moved.expires_on === null || compareDates(ends_on, moved.expires_on) < 0)
  return asInstants({ ...moved, expires_on: is_last ? ends_on : moved.expires_on }, time_zone)
}

/** A pack bought again when it was used up (PLAN-6): valid from that day for as long as the first one was. */
export function repurchaseDates({ validity, time_zone }: Cadence, starts_on: CalendarDate): GrantDates {
  return asInstants({ starts_on, expires_on: validity && addInterval(starts_on, validity) }, time_zone)
}

export function asInstants({ starts_on, expires_on }: Days, zone: TimeZone): GrantDates {
  const startOf = (day: CalendarDate | null) => (day === null ? null : startOfLocalDay(day, zone))
  return { starts_on, expires_on, starts_at: startOf(starts_on), expires_at: startOf(expires_on) }
}

function endIfLate({ must_start_by_on, interval, validity }: Cadence): CalendarDate | null {
  const length = interval ?? validity
  return must_start_by_on === null || length === null ? null : addInterval(must_start_by_on, length)
}

/** An expiry, later by the days on hold before it; null while a hold without an end runs (HOLD-4). */
export function movedByHolds({ starts_on, expires_on }: Days, seats: readonly SeatSpan[]): Days {
  let end = expires_on
  for (const pause of commonHolds(seats)) {
    if (end === null || compareDates(pause.starts_on, end) >= 0) break
    if (pause.resumes_on === null) return { starts_on, expires_on: null }
    const from =
      starts_on !== null && compareDates(pause.starts_on, starts_on) < 0 ? starts_on : pause.starts_on
    end = addDays(end, Math.max(0, daysBetween({ from, to: pause.resumes_on })))
  }
  return { starts_on, expires_on: end }
}

type Dated = GrantDates &
  Pick<GrantTerms, "source" | "period_index" | "starts_on" | "given_expires_on" | "revokes_at">

/**
 * A grant's dates after its membership's term, holds or cancellations have changed, or its first visit began the term.
 * What the plan gives follows the term; what came in another way, or from a former plan (BILL-10), keeps its expiry, moved
 * by holds alone.
 * @param seats those that share the grant
 */
export function realigned(
  grant: Dated,
  cadence: Cadence,
  { seats, now }: { readonly seats: readonly SeatSpan[]; readonly now: Instant }
): Dates {
  const { source, period_index, starts_on, given_expires_on: expires_on } = grant
  const revokes_at = notInThePast(revokesAt(seats, cadence.time_zone), grant.revokes_at, now)
  const is_of_plan = (period_index ?? 0) >= (cadence.plan_from_index ?? 0)
  if (source === "period" && is_of_plan && (cadence.interval !== null || period_index === 0))
    return { ...periodDates(cadence, period_index ?? 0, seats), revokes_at }
  // What holds have given under the former plan, the present one does not take.
  if (source === "period" && !is_of_plan && !cadence.extends_by_holds)
    return { ...datesOf(grant), revokes_at }
  const days = { starts_on, expires_on }
  const moved = cadence.extends_by_holds ? movedByHolds(days, seats) : days
  return { ...asInstants(moved, cadence.time_zone), revokes_at }
}

const datesOf = ({ starts_on, expires_on, starts_at, expires_at }: GrantDates): GrantDates => ({
  ...{ starts_on, expires_on, starts_at, expires_at },
})

/** Who cancels a day that has begun takes the credits from now on: what happened since midnight stays true. */
function notInThePast(revokes_at: Instant | null, before: Instant | null, now: Instant): Instant | null {
  if (!hasCome(revokes_at, now)) return revokes_at
  return hasCome(before, now) ? before : now
}

type Dates = GrantDates & Pick<GrantTerms, "revokes_at">

/** When credits end with their seat or membership; null where no end is known. */
export function revokesAt(seats: readonly Pick<SeatSpan, "canceled_on">[], zone: TimeZone): Instant | null {
  const canceled_on = seats.length === 0 ? null : lastCancellation(seats)
  return canceled_on === null ? null : startOfLocalDay(canceled_on, zone)
}

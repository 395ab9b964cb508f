import type { VisitLimit } from "../plans/types"
import { periodAround } from "../credits/credit-periods"
import { addDays, compareDates, inZone, isWithin, localDate, startOfLocalDay } from "../time/calendar"
import type { CalendarDate, Instant, InstantRange, TimeZone } from "../time/types"
import type { MembershipAccess } from "./types"

/** Of which calendar a range is counted: days and weeks where the visit is, periods where the membership is. */
export interface LimitPlace {
  readonly membership: Pick<MembershipAccess, "starts_on" | "anchor_on" | "time_zone" | "plan" | "credits">
  readonly location_zone: TimeZone
}

/** PLAN-11: the first limit that the visits made before leave no room in; null where all of them do. */
export function reachedLimit(
  limits: readonly VisitLimit[],
  visits: readonly Instant[],
  at: Instant,
  place: LimitPlace
): VisitLimit | null {
  const isReached = ({ count, per }: VisitLimit) => {
    const range = limitRange(per, at, place)
    return visits.filter((visit) => isWithin(visit, range)).length >= count
  }
  return limits.find(isReached) ?? null
}

/** The local day, the week from Monday, or the billing period that holds an instant (TIME-2, TIME-3). */
export function limitRange(per: VisitLimit["per"], at: Instant, place: LimitPlace): InstantRange {
  if (per === "period") return periodRange(place.membership, at)
  const zone = place.location_zone
  const day = localDate(at, zone)
  const first_on = per === "day" ? day : addDays(day, 1 - inZone(at, zone).dayOfWeek)
  return between(first_on, addDays(first_on, per === "day" ? 1 : 7), zone)
}

/** The billing period, put off by holds as it is charged (HOLD-4); without one, or before the first visit, all of the term. */
export function periodRange(
  { starts_on, anchor_on, time_zone, plan, credits }: LimitPlace["membership"],
  at: Instant
): InstantRange {
  const day = localDate(at, time_zone)
  if (starts_on === null || compareDates(day, starts_on) < 0) return ALWAYS
  const { interval } = plan
  const period = periodAround({ ...credits.cadence, starts_on: anchor_on ?? starts_on, interval }, day)
  return period
    ? between(period.starts_on, period.ends_on, time_zone)
    : { ...ALWAYS, starts_at: startOfLocalDay(starts_on, time_zone) }
}

const ALWAYS: InstantRange = { starts_at: "0001-01-01T00:00:00.000Z", ends_at: null }

const between = (from: CalendarDate, until: CalendarDate | null, zone: TimeZone): InstantRange => ({
  starts_at: startOfLocalDay(from, zone),
  ends_at: until && startOfLocalDay(until, zone),
})

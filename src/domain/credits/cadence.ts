import type { PlanRollover } from "../plans/types"
import { compareDates, localDate } from "../time/calendar"
import { periodIndexAt, periodStart } from "../time/periods"
import type { CalendarDate, CalendarInterval, Instant, TimeZone } from "../time/types"

/** When a membership gives credits, and what becomes of those left over: its term and its plan's rules. */
export interface Cadence {
  readonly time_zone: TimeZone
  /** The day from which periods are counted, the first of the term as a rule; null until the first visit. */
  readonly starts_on: CalendarDate | null
  /** The first day of the term, where that is a later one (BILL-7). */
  readonly first_on?: CalendarDate | null
  /** The index of the period that begins on `starts_on`; 0 unless a change of plan began to count anew (BILL-10). */
  readonly anchor_index?: number
  /** The first period on the present plan; what earlier ones gave keeps the dates that it was given with. */
  readonly plan_from_index?: number
  readonly ends_on: CalendarDate | null
  readonly must_start_by_on: CalendarDate | null
  readonly validity: CalendarInterval | null
  /** How often credits are given; null is once (PLAN-4). */
  readonly interval: CalendarInterval | null
  /** Goes on after its term (PLAN-6). */
  readonly renews: boolean
  readonly rollover: PlanRollover
  /** Days on hold move the expiry (HOLD-4). */
  readonly extends_by_holds: boolean
  /** The first day without any seat; null where no end is known. */
  readonly canceled_on: CalendarDate | null
}

/** Whether a period that begins on this day is part of the membership, as far as is known. */
export function goesOn(
  { ends_on, renews, canceled_on }: Pick<Cadence, "ends_on" | "renews" | "canceled_on">,
  day: CalendarDate
): boolean {
  const in_term = ends_on === null || renews || compareDates(day, ends_on) < 0
  return in_term && (canceled_on === null || compareDates(day, canceled_on) < 0)
}

/**
 * The period whose credits pay for a visit at an instant, past or to come (TERM-3); null where none is known: before
 * the term, after its end, or while it waits for the first visit.
 */
export function periodOf(cadence: Cadence, at: Instant): number | null {
  const { starts_on, anchor_index = 0, interval, time_zone } = cadence
  if (starts_on === null || interval === null) return null
  const day = localDate(at, time_zone)
  const number = goesOn(cadence, day) ? periodIndexAt(starts_on, interval, day) : null
  return number === null ? null : number + anchor_index
}

/** The first day of a period, before any hold; one of a former plan is counted as the first of this one. */
export const startOfPeriod = (
  { anchor_index = 0 }: Pick<Cadence, "anchor_index">,
  { starts_on, interval }: { readonly starts_on: CalendarDate; readonly interval: CalendarInterval },
  period_index: number
): CalendarDate => periodStart(starts_on, interval, Math.max(0, period_index - anchor_index))

import type { PlanRollover } from "../plans/types"
import type { SeatSpan } from "../seats/common-holds"
import { compareDates } from "../time/calendar"
import type { CalendarDate, CalendarInterval, TimeZone } from "../time/types"

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
  /** Days on hold move the expiry, and what follows (HOLD-4). */
  readonly extends_by_holds: boolean
  /** All of its seats: its periods are put off by the days on which every one of them is on hold. Absent: nobody holds. */
  readonly seats?: readonly SeatSpan[]
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

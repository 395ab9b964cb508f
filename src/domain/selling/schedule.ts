import { type BillingCalendar, nextPeriodDays } from "../billing/periods"
import { intervalOf } from "../plans/billing"
import type { PlanBilling } from "../plans/types"
import { periodIndexAt } from "../time/periods"
import type { CalendarDate } from "../time/types"

/** How many of the next charges a quote shows. */
const CHARGES_SHOWN = 3
/** What is only being sold has its seats for as long as it goes on. */
const SOMEBODY = { starts_on: null, canceled_on: null, holds: [] }

export interface ScheduleInput {
  readonly billing: PlanBilling
  /** First day of the term; the first charge is the sale itself. null until the first visit. */
  readonly starts_on: CalendarDate | null
  /** First day without the membership; null is unlimited. */
  readonly ends_on: CalendarDate | null
  /** Plans that renew go on after their term (PLAN-6). */
  readonly renews: boolean
  /** A sale into a term that runs: the charges after this day. Absent counts from the first day. */
  readonly after?: CalendarDate
}

/**
 * The days on which the next charges after the sale fall due, counted from the anchor (TIME-3). None for a
 * one-time plan, or while the first day is not known.
 */
export function nextDueDates({ billing, starts_on, ends_on, renews, after }: ScheduleInput): CalendarDate[] {
  const interval = intervalOf(billing)
  if (interval === null || starts_on === null) return []
  const calendar: BillingCalendar = {
    ...{ starts_on, interval, ends_on, renews },
    ...{ hold_effect: "skip_dues", seats: [SOMEBODY] },
  }
  let index = after === undefined ? 0 : (periodIndexAt(starts_on, interval, after) ?? 0)
  const dates: CalendarDate[] = []
  while (dates.length < CHARGES_SHOWN) {
    const period = nextPeriodDays(calendar, index)
    if (period === null) break
    dates.push(period.starts_on)
    index = period.index
  }
  return dates
}

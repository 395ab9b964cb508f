import { compareDates } from "../time/calendar"
import { addInterval, periodStart } from "../time/periods"
import type { CalendarDate, CalendarInterval } from "../time/types"

export interface PaidTermInput {
  readonly starts_on: CalendarDate
  /** How often it is charged. */
  readonly interval: CalendarInterval
  /** How long one term lasts (PLAN-3). */
  readonly validity: CalendarInterval
  /** The term's end without any hold, so far. */
  readonly sold_ends_on: CalendarDate
  /** The period that was paid, counted from `starts_on`. */
  readonly period_index: number
}

/**
 * The end of the term of a membership that renews, once a period is paid (TERM-6): whole terms are added to the old
 * end, counted from the anchor (TIME-3), until they cover the period; no day is lost by paying early, and an end that
 * staff have set later stays (TERM-5).
 */
export function termWhenPaid(input: PaidTermInput): CalendarDate {
  const { starts_on, interval, validity, sold_ends_on, period_index } = input
  const covered_until = periodStart(starts_on, interval, period_index + 1)
  let ends_on = sold_ends_on
  for (let terms = 1; compareDates(ends_on, covered_until) < 0; terms += 1) {
    const next_on = addInterval(starts_on, validity, terms)
    if (compareDates(next_on, ends_on) > 0) ends_on = next_on
  }
  return ends_on
}

import { type BillingCalendar, paidPeriods } from "../billing/periods"
import { commonHolds } from "../seats/common-holds"
import { compareDates, localDate } from "../time/calendar"
import { periodIndexAt, periodStart } from "../time/periods"
import type { CalendarDate, Instant } from "../time/types"
import { type Cadence, goesOn } from "./cadence"

/** The days of a period as its charge has them, put off by earlier holds (HOLD-4). */
export interface CreditPeriod {
  readonly starts_on: CalendarDate
  /** The first day after it, had nobody been on hold in it. */
  readonly unmoved_until: CalendarDate
}

/**
 * The period whose credits pay for a visit at an instant, past or to come (TERM-3); null where none is known: before
 * the term, after its end, or while it waits for the first visit. Days on hold that put a period off belong to the one before.
 */
export function periodOf(cadence: Cadence, at: Instant): number | null {
  const { starts_on, anchor_index = 0, interval, time_zone } = cadence
  if (starts_on === null || interval === null) return null
  const day = localDate(at, time_zone)
  if (!goesOn(cadence, day)) return null
  if (!isPutOff(cadence)) {
    const number = periodIndexAt(starts_on, interval, day)
    return number === null ? null : number + anchor_index
  }
  let found: number | null = null
  for (const period of paidPeriods(calendarOf(cadence))) {
    if (compareDates(period.starts_on, day) > 0) break
    found = period.index
  }
  return found
}

/** The billing period that holds a day, from its first day to the first of the next one. */
interface PeriodOfDay {
  readonly starts_on: CalendarDate
  /** null while an open hold keeps the next one from beginning. */
  readonly ends_on: CalendarDate | null
}

/**
 * The period around a day as it is charged, put off by holds (HOLD-4), whether it gives credits or not.
 * @param cadence of a term that has begun by then
 */
export function periodAround(
  cadence: Cadence & { readonly starts_on: CalendarDate },
  day: CalendarDate
): PeriodOfDay | null {
  const { starts_on, interval } = cadence
  if (interval === null) return null
  if (!isPutOff(cadence)) {
    const number = periodIndexAt(starts_on, interval, day)
    if (number === null) return null
    return {
      starts_on: periodStart(starts_on, interval, number),
      ends_on: periodStart(starts_on, interval, number + 1),
    }
  }
  let found: PeriodOfDay | null = null
  for (const period of paidPeriods(calendarOf(cadence))) {
    if (compareDates(period.starts_on, day) > 0) break
    found = { starts_on: period.starts_on, ends_on: period.next_on }
  }
  return found
}

/** The first day of a period; one of a former plan is counted as the first of this one. null while an open hold puts it off. */
export function startOfPeriod(cadence: Cadence, period_index: number): CalendarDate | null {
  return creditPeriod(cadence, period_index)?.starts_on ?? null
}

/** @returns null where nothing recurs or has begun to, and while an open hold puts it off */
export function creditPeriod(cadence: Cadence, period_index: number): CreditPeriod | null {
  const { starts_on, interval, anchor_index = 0 } = cadence
  if (starts_on === null || interval === null) return null
  const index = Math.max(period_index, anchor_index)
  if (!isPutOff(cadence)) return unmovedPeriod(cadence, index)
  for (const period of paidPeriods(calendarOf(cadence))) {
    if (period.index === index) return { starts_on: period.starts_on, unmoved_until: period.unmoved_until }
    // On the common billing day, one that was charged before its days were put off (BILL-7).
    if (period.index > index) return unmovedPeriod(cadence, index)
  }
  return null
}

/** As the calendar has it, without any hold. */
export function unmovedPeriod(
  { starts_on, interval, anchor_index = 0 }: Pick<Cadence, "starts_on" | "interval" | "anchor_index">,
  period_index: number
): CreditPeriod | null {
  if (starts_on === null || interval === null) return null
  const number = Math.max(0, period_index - anchor_index)
  return {
    starts_on: periodStart(starts_on, interval, number),
    unmoved_until: periodStart(starts_on, interval, number + 1),
  }
}

const isPutOff = ({ extends_by_holds, seats = [] }: Cadence): boolean =>
  extends_by_holds && commonHolds(seats).length > 0

const calendarOf = ({ first_on = null, seats = [], ...cadence }: Cadence): BillingCalendar => ({
  ...cadence,
  ...{ keeps_billing_day: first_on !== null, hold_effect: "extend", seats },
})

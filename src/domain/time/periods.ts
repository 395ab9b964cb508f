import { DomainError } from "../errors"
import {
  assertCalendarDate,
  atLocalTime,
  compareDates,
  daysBetween,
  parseDate,
  startOfLocalDay,
  writeDate,
} from "./calendar"
import { remembered } from "./remembered"
import type { CalendarDate, CalendarInterval, CalendarUnit, Instant, LocalTime, TimeZone } from "./types"

const PLURAL = { day: "days", week: "weeks", month: "months", year: "years" } as const

/**
 * @throws DomainError `interval_invalid` when the unit is unknown or the count is not a whole number from 1
 */
function assertInterval(interval: CalendarInterval, field = "interval"): CalendarInterval {
  const known = Object.hasOwn(PLURAL, interval.unit)
  if (known && Number.isSafeInteger(interval.count) && interval.count >= 1) return interval
  const message = "An interval is a whole number, at least 1, of days, weeks, months or years."
  throw new DomainError("interval_invalid", message, { field, unit: interval.unit, count: interval.count })
}

/**
 * The date so many intervals later, counted in one step: 31 January and one month is 28 February, and two
 * months is 31 March (TIME-3). A day that the month lacks becomes its last.
 * @param times whole; 0 is the date itself, negative counts back
 * @throws DomainError `interval_invalid` for a bad interval or fractional times; `date_invalid` outside
 *   years 1 to 9999
 */
export function addInterval(date: CalendarDate, interval: CalendarInterval, times = 1): CalendarDate {
  assertInterval(interval)
  if (!Number.isSafeInteger(times)) {
    const details = { field: "times", times }
    throw new DomainError("interval_invalid", "An interval is added a whole number of times.", details)
  }
  return later(date, interval.unit, interval.count * times)
}

const later = remembered(
  (date: CalendarDate, unit: CalendarUnit, count: number) => {
    const from = parseDate(date)
    return writeDate(date, () => from.add({ [PLURAL[unit]]: count }, { overflow: "constrain" }))
  },
  (date, unit, count) => `${date} ${count} ${unit}`
)

/**
 * Start of period `index` of a membership, in its location's calendar.
 * Counted from the anchor, never from the previous period: 31 Jan, 28 Feb, 31 Mar (TIME-3).
 * @param index whole periods since the anchor; 0 is the first
 * @throws DomainError `period_index_invalid` when negative or fractional, `interval_invalid`, `date_invalid`
 */
export function periodStart(anchor: CalendarDate, interval: CalendarInterval, index: number): CalendarDate {
  if (!Number.isSafeInteger(index) || index < 0) {
    throw new DomainError("period_index_invalid", "Periods are counted 0, 1, 2 … from the anchor.", { index })
  }
  return addInterval(anchor, interval, index)
}

export interface PeriodStartInput {
  readonly anchor: CalendarDate
  readonly interval: CalendarInterval
  readonly index: number
  /** Left out: the first instant of the local day. */
  readonly local_time?: LocalTime
  readonly zone: TimeZone
}

/**
 * The instant at which period `index` starts: the same wall-clock time at the location in summer and winter
 * (TIME-4). A period ends where the next one starts (TIME-2).
 * @throws DomainError as `periodStart`, and `time_zone_invalid`
 */
export function periodStartInstant(input: PeriodStartInput): Instant {
  const date = periodStart(input.anchor, input.interval, input.index)
  return input.local_time === undefined
    ? startOfLocalDay(date, input.zone)
    : atLocalTime(date, input.local_time, input.zone)
}

/**
 * Which period runs on a date: the last one that starts on or before it; null before the anchor.
 * @throws DomainError `interval_invalid`, `date_invalid`
 */
export function periodIndexAt(
  anchor: CalendarDate,
  interval: CalendarInterval,
  date: CalendarDate
): number | null {
  assertInterval(interval)
  if (compareDates(assertCalendarDate(date), assertCalendarDate(anchor)) < 0) return null
  const index = Math.floor(unitsTouched(anchor, interval.unit, date) / interval.count)
  // The day of the month decides whether the last period counted has begun; a clamped start may have begun
  // early.
  return compareDates(periodStart(anchor, interval, index), date) <= 0 ? index : index - 1
}

/** Units between two dates by their calendar pages: 31 January to 1 February touches one month. */
function unitsTouched(anchor: CalendarDate, unit: CalendarUnit, date: CalendarDate): number {
  if (unit === "day" || unit === "week") {
    const days = daysBetween({ from: anchor, to: date })
    return unit === "day" ? days : Math.floor(days / 7)
  }
  const [from, to] = [parseDate(anchor), parseDate(date)]
  const years = to.year - from.year
  return unit === "year" ? years : years * 12 + to.month - from.month
}

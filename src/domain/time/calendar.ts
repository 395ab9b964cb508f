import { Temporal } from "@js-temporal/polyfill"
import { assert, DomainError } from "../errors"
import { remembered } from "./remembered"
import type { CalendarDate, Instant, InstantRange, LocalTime, TimeZone } from "./types"
import { assertTimeZone } from "./zones"

const DATE = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const LOCAL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** The last day that text order and the database both carry. */
export const LAST_CALENDAR_DATE: CalendarDate = "9999-12-31"

/**
 * The same text, once it is known to be a day of the calendar between the years 1 and 9999.
 * @param field the input's name, for the refusal (SAFE-1)
 * @throws DomainError `date_invalid`
 */
export function assertCalendarDate(value: string, field = "date"): CalendarDate {
  parseDate(value, field)
  return value
}

/** @internal For the files of this folder: the day as Temporal has it. */
export function parseDate(value: string, field = "date"): Temporal.PlainDate {
  const date =
    DATE.test(value) && !value.startsWith("0000") ? attempt(() => Temporal.PlainDate.from(value)) : null
  if (date) return date
  throw new DomainError("date_invalid", `"${value}" is not a date. Write it as YYYY-MM-DD.`, { field, value })
}

/**
 * Any ISO 8601 date and time with an offset or `Z`, as the one form that the domain compares: UTC with
 * milliseconds. Parts finer than a millisecond are cut off.
 * @throws DomainError `date_invalid` when malformed, without an offset, or outside the years 1 to 9999
 */
export function toInstant(value: string, field = "instant"): Instant {
  const parsed = attempt(() => Temporal.Instant.from(value))
  const text = parsed && writeInstant(parsed)
  if (text && isNormalised(text)) return text
  throw new DomainError("date_invalid", `"${value}" is not a date and time with an offset.`, { field, value })
}

/** The calendar day at a place when an instant happens (TIME-1). */
export const localDate: (instant: Instant, zone: TimeZone) => CalendarDate = remembered(
  (instant: Instant, zone: TimeZone) => inZone(instant, zone).toPlainDate().toString(),
  (instant, zone) => `${instant} ${zone}`
)

/** The wall-clock time at a place when an instant happens, to the minute. */
export function localTime(instant: Instant, zone: TimeZone): LocalTime {
  return inZone(instant, zone).toPlainTime().toString({ smallestUnit: "minute" })
}

/**
 * The first instant of a day at a place: midnight, or the first time that exists where DST skips it
 * (TIME-4).
 */
export const startOfLocalDay: (date: CalendarDate, zone: TimeZone) => Instant = remembered(
  (date: CalendarDate, zone: TimeZone) =>
    writeInstant(parseDate(date).toZonedDateTime(assertTimeZone(zone)).toInstant()),
  (date, zone) => `${date} ${zone}`
)

/**
 * The instant of a wall-clock time on a day at a place. A time that DST skips moves forward by the length
 * of the gap; one that exists twice is the earlier (TIME-4).
 * @throws DomainError `date_invalid` when the date or the time is malformed
 */
export function atLocalTime(date: CalendarDate, time: LocalTime, zone: TimeZone): Instant {
  if (!LOCAL_TIME.test(time)) {
    const details = { field: "local_time", value: time }
    throw new DomainError("date_invalid", `"${time}" is not a time of day. Write it as HH:MM.`, details)
  }
  const wallClock = parseDate(date).toPlainDateTime(Temporal.PlainTime.from(time))
  const there = wallClock.toZonedDateTime(assertTimeZone(zone), { disambiguation: "compatible" })
  return writeInstant(there.toInstant())
}

/**
 * The day so many days later; earlier when negative.
 * @throws DomainError `date_invalid` outside the years 1 to 9999
 */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  assert(Number.isSafeInteger(days), `days to add must be whole, got ${days}`)
  return writeDate(date, () => parseDate(date).add({ days }))
}

/** Whole days from one date to another; negative when `to` is the earlier. */
export function daysBetween(days: { from: CalendarDate; to: CalendarDate }): number {
  return parseDate(days.from).until(parseDate(days.to), { largestUnit: "day" }).days
}

/** Negative when `a` is earlier, zero when equal, positive when later; fit for `sort`. */
export function compareInstants(a: Instant, b: Instant): number {
  assert(isNormalised(a) && isNormalised(b), `instants must be normalised with toInstant, got ${a} and ${b}`)
  return a < b ? -1 : a > b ? 1 : 0
}

/** Negative when `a` is earlier, zero when equal, positive when later; fit for `sort`. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  assert(DATE.test(a) && DATE.test(b), `calendar dates must be YYYY-MM-DD, got ${a} and ${b}`)
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whether `now` is at or after an instant; null stands for never. */
export function hasCome(instant: Instant | null, now: Instant): boolean {
  return instant !== null && compareInstants(instant, now) <= 0
}

/** TIME-2: whether `[starts_at, ends_at)` holds the instant: its start does, its end does not. */
export function isWithin(instant: Instant, range: InstantRange): boolean {
  return hasCome(range.starts_at, instant) && !hasCome(range.ends_at, instant)
}

/** @internal The instant as a place's calendar and clock show it. */
export function inZone(instant: Instant, zone: TimeZone): Temporal.ZonedDateTime {
  return Temporal.Instant.from(toInstant(instant)).toZonedDateTimeISO(assertTimeZone(zone))
}

/** @internal */
export function writeInstant(instant: Temporal.Instant): Instant {
  return instant.toString({ smallestUnit: "millisecond" })
}

/** @internal Runs a computation on a date and refuses a result that text order could not carry. */
export function writeDate(from: CalendarDate, compute: () => Temporal.PlainDate): CalendarDate {
  const date = attempt(compute)
  if (date && date.year >= 1 && date.year <= 9999) return date.toString()
  throw new DomainError("date_invalid", `Counting from ${from} leaves the years 1 to 9999.`, { value: from })
}

function isNormalised(value: string): boolean {
  return INSTANT.test(value) && !value.startsWith("0000")
}

/** @internal Null where Temporal refuses; anything else is thrown on. */
export function attempt<T>(compute: () => T): T | null {
  try {
    return compute()
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null
    throw error
  }
}

/** A day of the calendar without a time or a zone, `YYYY-MM-DD`. */
export type CalendarDate = string

/** A moment in UTC, ISO 8601 with milliseconds and `Z`, as `Date.prototype.toISOString` writes it; so text order is time order. */
export type Instant = string

/** An IANA time zone, such as `Europe/Berlin`. */
export type TimeZone = string

export type CalendarUnit = "day" | "week" | "month" | "year"

/** A whole number of calendar units, at least one: "every 2 weeks", "3 months". */
export interface CalendarInterval {
  readonly unit: CalendarUnit
  readonly count: number
}

/** A wall-clock time of a day, `HH:MM` from `00:00` to `23:59`. */
export type LocalTime = string

/** Half-open `[starts_at, ends_at)` (TIME-2); `ends_at` null has no end. */
export interface InstantRange {
  readonly starts_at: Instant
  readonly ends_at: Instant | null
}

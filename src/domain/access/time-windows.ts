import type { TimeWindow } from "../plans/types"
import { inZone, localTime } from "../time/calendar"
import type { OpeningHours } from "../time/opening-hours"
import type { Instant, TimeZone } from "../time/types"

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

/**
 * PLAN-11: whether a wall clock at a place shows a time inside one of the windows, half-open `[from, until)`. On the
 * days on which clocks change it is what the clock on the wall shows that counts (TIME-4).
 */
export function isWithinWindows(windows: readonly TimeWindow[], at: Instant, zone: TimeZone): boolean {
  const weekday = inZone(at, zone).dayOfWeek
  const time = localTime(at, zone)
  return windows.some(
    ({ weekdays, from, until }) =>
      weekdays.includes(weekday) && from <= time && (until === null || time < until)
  )
}

/** Opening hours as windows; `24:00` is the end of the day. */
export const asWindows = (hours: readonly OpeningHours[]): TimeWindow[] =>
  hours.map(({ weekdays, opens, closes }) => ({
    weekdays,
    from: opens,
    until: closes === "24:00" ? null : closes,
  }))

/** For a sentence: "Monday–Friday 09:00–16:00, Saturday 10:00–14:00". */
export function writeWindows(windows: readonly TimeWindow[]): string {
  return windows
    .map(({ weekdays, from, until }) => `${writeWeekdays(weekdays)} ${from}–${until ?? "24:00"}`)
    .join(", ")
}

function writeWeekdays(weekdays: readonly number[]): string {
  const days = [...weekdays].sort((a, b) => a - b)
  const [first, last] = [days[0]!, days.at(-1)!]
  const in_a_row = days.length > 2 && last - first === days.length - 1
  const name = (day: number) => WEEKDAYS[day - 1]!
  return in_a_row ? `${name(first)}–${name(last)}` : days.map(name).join(", ")
}

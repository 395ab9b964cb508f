import type { TimeWindow } from "../../../domain/plans/types"
import type { Format } from "../../text/use-format"
import type { Text } from "../../text/use-text"

/** Days that follow each other, from the first to the last of them. */
type Run = [first: number, last: number]

/** `[1, 2, 3, 6]` is 1 to 3, and 6. */
export function runsOf(weekdays: readonly number[]): Run[] {
  const runs: Run[] = []
  for (const day of [...weekdays].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run?.[1] === day - 1) run[1] = day
    else runs.push([day, day])
  }
  return runs
}

/** "Mon–Fri, 09:00 to 16:00". */
export function windowText({ weekdays, from, until }: TimeWindow, t: Text, format: Format): string {
  const name = (day: number) => format.weekday(day, "short")
  const days = runsOf(weekdays).map(([first, last]) =>
    first === last ? name(first) : `${name(first)}–${name(last)}`
  )
  return t("plans.sections.access.window", {
    days: days.join(", "),
    from: format.timeOfDay(from),
    until: until === null ? t("plans.sections.access.midnight") : format.timeOfDay(until),
  })
}

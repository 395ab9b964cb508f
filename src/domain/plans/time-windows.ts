import { when } from "./findings"
import type { PlanProblem, TimeWindow } from "./types"

/** What is wrong with a time window, of a plan or of a service (PLAN-11). @param field its path, such as `access.time_windows.0` */
export function windowProblems({ weekdays, from, until }: TimeWindow, field: string): PlanProblem[] {
  const known = weekdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)
  return [
    ...when(
      weekdays.length === 0 || !known || new Set(weekdays).size < weekdays.length,
      `${field}.weekdays`,
      "Name each weekday once, from 1 (Monday) to 7 (Sunday)."
    ),
    ...when(
      until !== null && until <= from,
      `${field}.until`,
      "A time window ends after it begins; for one past midnight make two."
    ),
  ]
}

import { assert } from "../errors"
import { assertCalendarDate, LAST_CALENDAR_DATE } from "../time/calendar"
import type { CalendarDate } from "../time/types"

/**
 * Age in whole years on a day. Someone born on 29 February turns a year older on 1 March in common years
 * (PEOPLE-4). Negative before the birth.
 * @throws DomainError `date_invalid`
 */
export function ageOn(date_of_birth: CalendarDate, date: CalendarDate): number {
  const born = partsOf(assertCalendarDate(date_of_birth, "date_of_birth"))
  const then = partsOf(assertCalendarDate(date))
  // As text "02-28" < "02-29" < "03-01", which is the rule for leap days.
  return then.year - born.year - (then.month_day < born.month_day ? 1 : 0)
}

/**
 * First day on which somebody has an age; null beyond the calendar, in the year 10000.
 * @param age whole years, 0 is the day of birth
 */
export function birthdayOn(date_of_birth: CalendarDate, age: number): CalendarDate | null {
  assert(Number.isSafeInteger(age) && age >= 0, `an age is whole years from 0, got ${age}`)
  const born = partsOf(assertCalendarDate(date_of_birth, "date_of_birth"))
  const year = born.year + age
  if (year > partsOf(LAST_CALENDAR_DATE).year) return null
  const month_day = born.month_day === "02-29" && !isLeap(year) ? "03-01" : born.month_day
  return `${String(year).padStart(4, "0")}-${month_day}`
}

function partsOf(date: CalendarDate): { year: number; month_day: string } {
  return { year: Number(date.slice(0, 4)), month_day: date.slice(5) }
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

import { DomainError } from "../errors"
import { assertCalendarDate, compareDates } from "../time/calendar"
import { addInterval } from "../time/periods"
import type { CalendarDate } from "../time/types"

const AGE_MAX = 130

/**
 * PEOPLE-1: a date of birth that somebody alive can have. Today counts, and so does the 130th birthday.
 * @param today the local date at the member's location
 * @throws DomainError `date_of_birth_invalid` in the future or over 130 years ago; `date_invalid` when
 *   malformed
 */
export function validateDateOfBirth(date_of_birth: string, today: CalendarDate): CalendarDate {
  assertCalendarDate(date_of_birth, "date_of_birth")
  const earliest_on = addInterval(today, { unit: "year", count: AGE_MAX }, -1)
  if (compareDates(date_of_birth, today) > 0) refuse("A date of birth cannot lie in the future.")
  if (compareDates(date_of_birth, earliest_on) < 0) {
    refuse(`A date of birth cannot lie more than ${AGE_MAX} years back. Check the year.`)
  }
  return date_of_birth

  function refuse(message: string): never {
    const details = { field: "date_of_birth", earliest_on, latest_on: today }
    throw new DomainError("date_of_birth_invalid", message, details)
  }
}

import { ageOn } from "./age"
import type { Classification } from "./types"
import type { CalendarDate } from "../time/types"

/**
 * What the front desk is told of somebody's age: the studio's own classification by age alone, such as "Child", never the
 * age or the date (PEOPLE-6). Of several the narrowest; null where none fits, or no date of birth is known.
 */
export function ageBand(
  date_of_birth: CalendarDate | null,
  classifications: readonly Classification[],
  on_date: CalendarDate
): string | null {
  if (date_of_birth === null) return null
  const age = ageOn(date_of_birth, on_date)
  const fitting = classifications.filter(
    ({ min_age, max_age, requires_proof }) =>
      !requires_proof &&
      (min_age !== null || max_age !== null) &&
      (min_age === null || age >= min_age) &&
      (max_age === null || age <= max_age)
  )
  return fitting.sort((a, b) => width(a) - width(b) || (a.name < b.name ? -1 : 1))[0]?.name ?? null
}

const OLDEST = 130
const width = ({ min_age, max_age }: Classification): number => (max_age ?? OLDEST) - (min_age ?? 0)

import { type Disqualified, qualify } from "../people/qualification"
import type { Classification, Person } from "../people/types"
import type { CalendarDate } from "../time/types"
import type { Seat } from "./types"

/** What decides whether somebody may sit on a row. */
export interface FitnessFacts {
  /** Everybody who is talked about, by member id. */
  readonly people: ReadonlyMap<string, Person>
  readonly classifications: ReadonlyMap<string, Classification>
  /** Today at the membership's location. */
  readonly today: CalendarDate
}

/** Why a member does not fit the row of a seat today; null when they do (PEOPLE-4). */
export function misfit(
  member_id: string,
  seat: Pick<Seat, "classification_id">,
  { people, classifications, today }: FitnessFacts
): Disqualified | null {
  if (seat.classification_id === null) return null
  const person = people.get(member_id) ?? { date_of_birth: null, proofs: [] }
  const result = qualify(person, classifications.get(seat.classification_id) ?? null, today)
  return result.qualifies ? null : result
}

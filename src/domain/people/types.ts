import type { CalendarDate } from "../time/types"

/** A category of person (PEOPLE-3). Ages are whole years, inclusive at both ends; null means no limit. */
export interface Classification {
  readonly id: string
  readonly name: string
  readonly min_age: number | null
  readonly max_age: number | null
  readonly requires_proof: boolean
}

/** What staff saw that proves a classification: a student card, a service record. */
export interface Proof {
  readonly classification_id: string
  /** Last day on which it counts, as printed on a card; null never expires. */
  readonly expires_on: CalendarDate | null
}

/** The facts about a person that decide where they may sit. */
export interface Person {
  readonly date_of_birth: CalendarDate | null
  readonly proofs: readonly Proof[]
}

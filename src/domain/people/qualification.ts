import { compareDates } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import { ageOn } from "./age"
import type { Classification, Person } from "./types"

export type AgeReason = "too_young" | "too_old" | "age_unknown"
export type DisqualifiedReason = AgeReason | "proof_missing" | "proof_expired"

export interface Disqualified {
  readonly qualifies: false
  readonly reason: DisqualifiedReason
  /** A plain sentence for staff and guardians. It tells the limit, never the date of birth (PEOPLE-6). */
  readonly message: string
}

export type Qualification = { readonly qualifies: true } | Disqualified

/**
 * PEOPLE-4: whether a person belongs to a classification on a day at their location. The age is looked at
 * first, then the proof; the first rule that fails is the reason.
 * @param classification null is `Any`, which everybody meets
 * @param on_date the local date
 */
export function qualify(
  person: Person,
  classification: Classification | null,
  on_date: CalendarDate
): Qualification {
  if (classification === null) return { qualifies: true }
  return (
    ageProblem(person, classification, on_date) ??
    proofProblem(person, classification, on_date) ?? { qualifies: true }
  )
}

function ageProblem(person: Person, wanted: Classification, on_date: CalendarDate): Disqualified | null {
  const { min_age, max_age, name } = wanted
  if (min_age === null && max_age === null) return null
  if (person.date_of_birth === null) {
    return no("age_unknown", `"${name}" has an age limit. Add a date of birth.`)
  }
  const age = ageOn(person.date_of_birth, on_date)
  if (min_age !== null && age < min_age) return no("too_young", `"${name}" starts at age ${min_age}.`)
  if (max_age !== null && age > max_age) return no("too_old", `"${name}" ends with age ${max_age}.`)
  return null
}

function proofProblem(person: Person, wanted: Classification, on_date: CalendarDate): Disqualified | null {
  if (!wanted.requires_proof) return null
  const proofs = person.proofs.filter((proof) => proof.classification_id === wanted.id)
  if (proofs.length === 0)
    return no("proof_missing", `"${wanted.name}" needs a proof. Ask staff to record one.`)
  // A proof counts through the whole of its last day.
  const valid = proofs.some(({ expires_on }) => expires_on === null || compareDates(expires_on, on_date) >= 0)
  return valid
    ? null
    : no("proof_expired", `The proof for "${wanted.name}" has expired. Ask staff to record a new one.`)
}

function no(reason: DisqualifiedReason, message: string): Disqualified {
  return { qualifies: false, reason, message }
}

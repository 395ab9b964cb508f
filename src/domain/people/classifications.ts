import { DomainError } from "../errors"
import type { Classification } from "./types"

export type ClassificationDraft = Omit<Classification, "id">
export type AgeRange = Pick<Classification, "min_age" | "max_age">

/**
 * PEOPLE-3: a classification needs only a name; ages are whole years from 0, inclusive, and in order.
 * Whether the name is free is for the database to say.
 * @returns the draft with its name trimmed
 * @throws DomainError `classification_invalid`, naming the field
 */
export function validateClassification(draft: ClassificationDraft): ClassificationDraft {
  const name = draft.name.trim()
  if (name === "") refuse("name", "A classification needs a name.")
  requireAge("min_age", draft.min_age)
  requireAge("max_age", draft.max_age)
  if (draft.min_age !== null && draft.max_age !== null && draft.min_age > draft.max_age) {
    refuse("max_age", `The maximum age ${draft.max_age} is below the minimum age ${draft.min_age}.`)
  }
  return { ...draft, name }
}

/** The ages of a classification as staff read them: "18+", "5–8", "up to 12", "7"; null without a limit. */
export function ageBand({ min_age, max_age }: AgeRange): string | null {
  if (min_age === null) return max_age === null ? null : `up to ${max_age}`
  if (max_age === null) return `${min_age}+`
  return min_age === max_age ? `${min_age}` : `${min_age}–${max_age}`
}

function requireAge(field: keyof AgeRange, age: number | null): void {
  if (age === null || (Number.isSafeInteger(age) && age >= 0)) return
  refuse(field, "An age is a whole number of years from 0; leave it empty for no limit.")
}

function refuse(field: keyof ClassificationDraft, message: string): never {
  throw new DomainError("classification_invalid", message, { field })
}

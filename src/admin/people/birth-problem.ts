import { validateDateOfBirth } from "../../domain/people/date-of-birth"
import type { TextKey } from "../text/use-text"

/** PEOPLE-1, with the server's own rule: what is wrong with a date of birth, or null. Blank is not known. */
export function birthProblem(date_of_birth: string, today: string): TextKey | null {
  if (date_of_birth === "") return null
  if (date_of_birth > today) return "people.members.form.inFuture"
  try {
    validateDateOfBirth(date_of_birth, today)
    return null
  } catch {
    return "people.members.form.tooLongAgo"
  }
}

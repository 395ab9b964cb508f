import type { PlanProblem } from "./types"

/** A finding when the condition holds; lists of rules then read as sentences. */
export function when(condition: boolean, field: string, message: string): PlanProblem[] {
  return condition ? [{ field, message }] : []
}

import { DomainError } from "../errors"
import { when } from "../plans/findings"
import { windowProblems } from "../plans/time-windows"
import type { Service, ServiceProblem } from "./types"

export type ServiceDraft = Omit<Service, "id">

/**
 * PLAN-11: what contradicts itself or lies out of range. Whether its name is free, and its locations exist, is for the
 * database to say.
 * @throws DomainError `service_invalid` with all findings in `details.problems`; the sentence is the first one's
 */
export function assertServiceValid(draft: ServiceDraft): void {
  const problems = serviceProblems(draft)
  const [first] = problems
  if (first) throw new DomainError("service_invalid", first.message, { field: first.field, problems })
}

/** Empty means it can be saved. */
export function serviceProblems(draft: ServiceDraft): ServiceProblem[] {
  const { name, handle, credit_cost, reentry_minutes, location_ids, time_windows } = draft
  return [
    ...when(name.trim() === "", "name", "Give the service a name."),
    ...when(handle.trim() === "", "handle", "Give the service a handle."),
    ...when(!isCount(credit_cost), "credit_cost", "A visit costs a whole number of credits, at least one."),
    ...when(
      reentry_minutes !== null && !isCount(reentry_minutes),
      "reentry_minutes",
      "Give whole minutes from 1, or leave it empty for no limit."
    ),
    ...emptyList("location_ids", location_ids),
    ...when(
      new Set(location_ids ?? []).size < (location_ids?.length ?? 0),
      "location_ids",
      "Name each location once."
    ),
    ...emptyList("time_windows", time_windows),
    ...(time_windows ?? []).flatMap((window, index) => windowProblems(window, `time_windows.${index}`)),
  ]
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 1

/** An empty list would open the service nowhere or never, which nobody means: all is null. */
const emptyList = (field: string, list: readonly unknown[] | null): ServiceProblem[] =>
  when(list?.length === 0, field, "Choose at least one, or leave it open for all.")

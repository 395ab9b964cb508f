import { DomainError } from "../errors"
import { amountProblems } from "../plans/amounts"
import { when } from "../plans/findings"
import { windowProblems } from "../plans/time-windows"
import type { MissedVisitPolicy, Service, ServiceProblem } from "./types"

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
  const { missed_visit, cancellation_window_minutes: window } = draft
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
    ...when(
      window !== null && !isCount(window),
      "cancellation_window_minutes",
      "Give whole minutes from 1, or leave it empty: then any time before the visit is in time."
    ),
    ...missedVisitProblems(missed_visit),
  ]
}

/** CREDIT-4: a fine is an amount in at least one currency, and nothing else names one. */
function missedVisitProblems({ effect, fines }: MissedVisitPolicy): ServiceProblem[] {
  const field = "missed_visit.fines"
  return [
    ...when(
      effect === "fine" && fines.length === 0,
      field,
      "Say what a missed visit costs, in at least one currency."
    ),
    ...when(
      effect === "redeem" && fines.length > 0,
      field,
      "Here a missed visit uses up its credits. Choose the fine, or take the amounts away."
    ),
    ...amountProblems(fines).map(({ currency_code, message }) => ({
      field: `${field}.${currency_code}`,
      message,
    })),
    ...fines.flatMap(({ currency_code, amount }) =>
      when(amount === 0, `${field}.${currency_code.toLowerCase()}`, "A fine is more than zero.")
    ),
  ]
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 1

/** An empty list would open the service nowhere or never, which nobody means: all is null. */
const emptyList = (field: string, list: readonly unknown[] | null): ServiceProblem[] =>
  when(list?.length === 0, field, "Choose at least one, or leave it open for all.")

import { amountProblems } from "./amounts"
import { when } from "./findings"
import { windowProblems } from "./time-windows"
import { isShared, type PlanAmount, type PlanDefinition, type PlanProblem } from "./types"

/** Contradictions in where, when and how a plan is used, held, left and shown (PLAN-10…13, PLAN-15). */
export function policyProblems(plan: PlanDefinition): PlanProblem[] {
  return [
    ...emptyLists(plan),
    ...(plan.access.time_windows?.flatMap((window, index) =>
      windowProblems(window, `access.time_windows.${index}`)
    ) ?? []),
    ...visitLimitProblems(plan),
    ...exchangeProblems(plan),
    ...holdProblems(plan),
    ...when(
      plan.cancellation_policy.commitment_periods > 0 && plan.billing.type !== "recurring",
      "cancellation_policy.commitment_periods",
      "Only a plan with recurring billing has periods to commit to."
    ),
    ...when(
      plan.portal.preselected && !plan.portal.visible,
      "portal.preselected",
      "A preselected plan must be visible to customers."
    ),
    ...feeProblems("signup_fees", plan.signup_fees),
    ...feeProblems("hold_policy.fees", plan.hold_policy.fees),
  ]
}

/** An empty list would sell or open the plan nowhere, which nobody means: all is null. */
function emptyLists({ locations, access }: PlanDefinition): PlanProblem[] {
  const lists: readonly (readonly [field: string, list: readonly unknown[] | null])[] = [
    ["locations.sold_at", locations.sold_at],
    ["locations.valid_at", locations.valid_at],
    ["access.service_ids", access.service_ids],
    ["access.facility_ids", access.facility_ids],
    ["access.time_windows", access.time_windows],
  ]
  return lists.flatMap(([field, list]) =>
    when(list?.length === 0, field, "Choose at least one, or leave it open for all.")
  )
}

function visitLimitProblems({ access, billing }: PlanDefinition): PlanProblem[] {
  return access.visit_limits.flatMap(({ per }, index) => [
    ...when(
      access.visit_limits.findIndex((limit) => limit.per === per) < index,
      `access.visit_limits.${index}.per`,
      `There are two limits per ${per}; keep one.`
    ),
    ...when(
      per === "period" && billing.type !== "recurring",
      `access.visit_limits.${index}.per`,
      "Only a plan with recurring billing has periods; limit visits per day or week."
    ),
  ])
}

function exchangeProblems({ credit_exchanges }: PlanDefinition): PlanProblem[] {
  return credit_exchanges.flatMap(({ from_service_id, to_service_id }, index) => [
    ...when(
      from_service_id === to_service_id,
      `credit_exchanges.${index}.to_service_id`,
      "Credits are exchanged between two different services."
    ),
    ...when(
      credit_exchanges.findIndex(
        (other) => other.from_service_id === from_service_id && other.to_service_id === to_service_id
      ) < index,
      `credit_exchanges.${index}`,
      "There are two ratios for the same exchange; keep one."
    ),
  ])
}

/** HOLD-4, HOLD-5. */
function holdProblems({ hold_policy, audience, billing }: PlanDefinition): PlanProblem[] {
  const { min_days, max_days, max_days_a_year, effect, reprice_remaining } = hold_policy
  return [
    ...when(
      min_days !== null && max_days !== null && max_days < min_days,
      "hold_policy.max_days",
      "The longest hold is shorter than the shortest."
    ),
    ...when(
      max_days_a_year !== null && max_days_a_year < (min_days ?? 0),
      "hold_policy.max_days_a_year",
      "The shortest hold does not fit into the days of a year."
    ),
    ...when(
      effect === "skip_dues" && billing.type !== "recurring",
      "hold_policy.effect",
      "A one-time plan has no dues to skip; a hold extends it."
    ),
    ...when(
      reprice_remaining && !isShared(audience),
      "hold_policy.reprice_remaining",
      "An individual plan has no other seats to reprice."
    ),
  ]
}

function feeProblems(field: string, amounts: readonly PlanAmount[]): PlanProblem[] {
  return amountProblems(amounts).map(({ currency_code, message }) => ({
    field: `${field}.${currency_code}`,
    message,
  }))
}

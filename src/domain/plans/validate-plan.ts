import { DomainError } from "../errors"
import { when } from "./findings"
import { isShared, type PlanDefinition, type PlanProblem } from "./types"
import { numberProblems } from "./validate-numbers"
import { policyProblems } from "./validate-policies"

/**
 * @throws DomainError `plan_invalid` with all findings in `details.problems`; the sentence is the first one's
 */
export function assertPlanValid(plan: PlanDefinition): void {
  const problems = planProblems(plan)
  const [first] = problems
  if (!first) return
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ""
  throw new DomainError("plan_invalid", first.message + more, { field: first.field, problems })
}

/** Everything about a plan that contradicts itself or lies out of range. Empty means it can be saved. */
export function planProblems(plan: PlanDefinition): PlanProblem[] {
  return [
    ...nameProblems(plan),
    ...numberProblems(plan),
    ...billingProblems(plan),
    ...startProblems(plan),
    ...creditProblems(plan),
    ...introductoryProblems(plan),
    ...policyProblems(plan),
  ]
}

function nameProblems(plan: PlanDefinition): PlanProblem[] {
  return [
    ...when(plan.name.trim() === "", "name", "Give the plan a name."),
    ...when(plan.handle.trim() === "", "handle", "Give the plan a handle; it is part of its address."),
  ]
}

/** PLAN-2, PLAN-6, BILL-7. */
function billingProblems({
  audience,
  billing,
  renewal,
  proration,
  entitlement,
}: PlanDefinition): PlanProblem[] {
  const recurring = billing.type === "recurring"
  const once = entitlement.type === "credits" && entitlement.per === "term"
  return [
    ...when(
      renewal.mode === "period_end" && !recurring,
      "renewal.mode",
      "Only a plan with recurring billing renews at the end of a period."
    ),
    ...when(
      renewal.mode === "on_exhaustion" && !once,
      "renewal.mode",
      "Only credits that are given once can renew when they are used up."
    ),
    ...when(
      renewal.mode === "on_exhaustion" && recurring,
      "renewal.mode",
      "A pack that renews when it is used up is billed one time, not by the calendar as well."
    ),
    ...when(
      proration && isShared(audience),
      "proration",
      "Shared plans are never prorated: an added seat pays its full price and joins the common renewal."
    ),
    ...when(proration && !recurring, "proration", "Only recurring dues can be prorated."),
  ]
}

/** PLAN-3. */
function startProblems({ starts, must_start_within }: PlanDefinition): PlanProblem[] {
  return when(
    must_start_within !== null && starts !== "first_visit",
    "must_start_within",
    "Only a plan that starts with the first visit can limit when it must start."
  )
}

/** PLAN-4, PLAN-5, PLAN-7. */
function creditProblems(plan: PlanDefinition): PlanProblem[] {
  const { kind, entitlement, billing, rollover, credit_exchanges, credits_transferable } = plan
  const credits = entitlement.type === "credits"
  const per_period = credits && entitlement.per === "period"
  const separate = credits && entitlement.scope === "separate"
  return [
    ...when(kind === "credit_pack" && !credits, "entitlement.type", "A credit pack gives credits."),
    ...when(
      per_period && billing.type !== "recurring",
      "entitlement.per",
      "Credits per period need recurring billing; for a one-time plan give them once."
    ),
    ...when(
      rollover.mode !== "none" && !per_period,
      "rollover.mode",
      "Only credits that are given each period can roll over."
    ),
    ...when(
      rollover.mode === "up_to" && rollover.max === null,
      "rollover.max",
      "Say how many credits roll over at most."
    ),
    ...when(
      rollover.mode !== "up_to" && rollover.max !== null,
      "rollover.max",
      "A maximum goes only with rolling over up to a number."
    ),
    ...when(
      rollover.mode === "none" && rollover.expires_after_periods !== null,
      "rollover.expires_after_periods",
      "Nothing rolls over, so nothing can expire later."
    ),
    ...when(
      credit_exchanges.length > 0 && !separate,
      "credit_exchanges",
      "Credits are exchanged only between separate balances."
    ),
    ...when(
      credits_transferable && !credits,
      "credits_transferable",
      "The plan gives no credits to transfer."
    ),
  ]
}

/** PLAN-8. */
function introductoryProblems({
  introductory_offer: intro,
  renewal,
  validity,
  entitlement,
}: PlanDefinition): PlanProblem[] {
  if (!intro) return []
  return [
    ...when(
      renewal.mode !== "none",
      "renewal.mode",
      "An introductory offer ends by itself; let it convert into another plan instead of renewing."
    ),
    ...when(
      validity === null && entitlement.type === "unlimited",
      "validity",
      "An introductory offer ends by itself; say how long it is valid or give it credits."
    ),
    ...when(
      intro.converts_to_plan_id !== null && validity === null,
      "validity",
      "Say how long the offer is valid: the plan that it leads to begins when it ends."
    ),
    ...when(
      intro.conversion === "automatic" && intro.converts_to_plan_id === null,
      "introductory_offer.converts_to_plan_id",
      "Choose the plan into which the offer converts by itself."
    ),
  ]
}

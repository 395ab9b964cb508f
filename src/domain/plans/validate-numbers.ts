import type { PlanDefinition, PlanProblem } from "./types"

/** Every whole number of a plan that is fractional or too small; null and absent numbers set no limit. */
export function numberProblems(plan: PlanDefinition): PlanProblem[] {
  return numbersOf(plan).flatMap(([field, value, min]) =>
    value === null || (Number.isSafeInteger(value) && value >= min)
      ? []
      : [{ field, message: `${value} is not a whole number of ${min} or more.` }]
  )
}

type NumberRule = readonly [field: string, value: number | null, min: number]

function numbersOf(plan: PlanDefinition): NumberRule[] {
  const { billing, entitlement, rollover, introductory_offer: intro, hold_policy, access } = plan
  return [
    ["billing.interval_count", billing.type === "recurring" ? billing.interval_count : null, 1],
    ["validity.count", plan.validity?.count ?? null, 1],
    ["must_start_within.count", plan.must_start_within?.count ?? null, 1],
    ["entitlement.credits", entitlement.type === "credits" ? entitlement.credits : null, 1],
    ["rollover.max", rollover.max, 1],
    ["rollover.expires_after_periods", rollover.expires_after_periods, 1],
    ["introductory_offer.look_back_days", intro?.look_back_days ?? null, 1],
    ["introductory_offer.limit_per_customer", intro?.limit_per_customer ?? null, 1],
    ["introductory_offer.limit_per_household", intro?.limit_per_household ?? null, 1],
    ...access.visit_limits.map(({ count }, index): NumberRule => [
      `access.visit_limits.${index}.count`,
      count,
      1,
    ]),
    ...plan.credit_exchanges.flatMap((exchange, index): NumberRule[] => [
      [`credit_exchanges.${index}.from_credits`, exchange.from_credits, 1],
      [`credit_exchanges.${index}.to_credits`, exchange.to_credits, 1],
    ]),
    ["benefits.early_booking_hours", plan.benefits.early_booking_hours, 0],
    ["guest_passes_per_period", plan.guest_passes_per_period, 0],
    ["hold_policy.min_days", hold_policy.min_days, 1],
    ["hold_policy.max_days", hold_policy.max_days, 1],
    ["hold_policy.max_days_a_year", hold_policy.max_days_a_year, 1],
    ["hold_policy.notice_days", hold_policy.notice_days, 0],
    ["cancellation_policy.commitment_periods", plan.cancellation_policy.commitment_periods, 0],
    ["cancellation_policy.notice_days", plan.cancellation_policy.notice_days, 0],
  ]
}

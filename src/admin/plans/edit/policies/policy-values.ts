import { z } from "zod"
import { isShared } from "../../../../domain/plans/types"
import { checksOf } from "../../../forms/checks"
import { amountsOf, recordOf } from "../../../forms/money"
import type { Studio } from "../../../platform/studio"
import type { Text } from "../../../text/use-text"
import type { Plan } from "../../types"

const count = z.number().nullable()

const shape = z.object({
  hold_policy: z.object({
    allowed: z.boolean(),
    fees: z.record(z.string(), z.string()),
    min_days: count,
    max_days: count,
    max_days_a_year: count,
    notice_days: count,
    effect: z.enum(["extend", "skip_dues"]),
    reprice_remaining: z.boolean(),
  }),
  cancellation_policy: z.object({ commitment_periods: count, notice_days: count }),
})
export type PolicyValues = z.infer<typeof shape>

export interface PolicyFacts {
  recurring: boolean
  shared: boolean
  /** In which the plan is sold. */
  currency_codes: readonly string[]
}

export const policyFacts = (plan: Plan, studio: Studio): PolicyFacts => ({
  recurring: plan.billing.type === "recurring",
  shared: isShared(plan.audience),
  currency_codes: plan.currency_codes ?? studio.currency_codes,
})

export const policySchema = (t: Text, facts: PolicyFacts) =>
  shape.superRefine(({ hold_policy, cancellation_policy }, issues) => {
    const check = checksOf(issues, t)
    check.amounts("hold_policy.fees", hold_policy.fees, facts.currency_codes)
    check.number("cancellation_policy.notice_days", cancellation_policy.notice_days, { min: 0 })
    if (facts.recurring) {
      check.number("cancellation_policy.commitment_periods", cancellation_policy.commitment_periods, {
        min: 0,
      })
    }
    // The limits bind customers: where only staff hold, there are none to check.
    if (!hold_policy.allowed) return
    const { min_days, max_days, max_days_a_year, notice_days } = hold_policy
    const optional = { optional: true }
    check.number("hold_policy.min_days", min_days, optional)
    check.number("hold_policy.max_days", max_days, optional)
    check.number("hold_policy.max_days_a_year", max_days_a_year, optional)
    check.number("hold_policy.notice_days", notice_days, { min: 0 })
    if (min_days === null) return
    if (max_days !== null && max_days < min_days) {
      check.fault("hold_policy.max_days", t("plans.edit.policies.maxBelowMin"))
    }
    if (max_days_a_year !== null && max_days_a_year < min_days) {
      check.fault("hold_policy.max_days_a_year", t("plans.edit.policies.yearBelowMin"))
    }
  })

export const policyValues = (plan: Plan, facts: PolicyFacts, decimal: "." | ","): PolicyValues => ({
  hold_policy: {
    ...plan.hold_policy,
    fees: recordOf([...plan.hold_policy.fees], facts.currency_codes, decimal),
  },
  cancellation_policy: { ...plan.cancellation_policy },
})

/** What is sent: only what the form shows. The server keeps the limits of a hold that only staff may make. */
export function policyBody({ hold_policy, cancellation_policy }: PolicyValues, facts: PolicyFacts) {
  const { allowed, fees, effect, reprice_remaining, ...limits } = hold_policy
  return {
    hold_policy: {
      allowed,
      fees: amountsOf(fees, facts.currency_codes),
      effect: facts.recurring ? effect : "extend",
      reprice_remaining: facts.shared && reprice_remaining,
      ...(allowed ? limits : {}),
    },
    cancellation_policy: {
      notice_days: cancellation_policy.notice_days,
      commitment_periods: facts.recurring ? cancellation_policy.commitment_periods : 0,
    },
  }
}

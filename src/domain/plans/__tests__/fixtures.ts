import { planWithDefaults, type NewPlan } from "../defaults"
import type { PlanDefinition } from "../types"

export const MONTHLY = { type: "recurring", interval: "month", interval_count: 1 } as const
export const ONE_TIME = { type: "one_time" } as const
export const UNLIMITED = { type: "unlimited" } as const
export const PER_MONTH = { type: "credits", credits: 8, per: "period", scope: "shared" } as const
export const ONCE = { type: "credits", credits: 10, per: "term", scope: "shared" } as const

/** A valid monthly plan for one person, but for what is given. */
export function plan(change: Partial<NewPlan> = {}): PlanDefinition {
  return planWithDefaults({
    name: "Unlimited",
    handle: "unlimited",
    kind: "membership",
    audience: "individual",
    billing: MONTHLY,
    entitlement: UNLIMITED,
    ...change,
  })
}

/** Runs what must be refused, and gives the refusal. */
export function refusal(run: () => unknown): {
  code: string
  message: string
  details: Record<string, unknown>
} {
  try {
    run()
  } catch (error) {
    return error as { code: string; message: string; details: Record<string, unknown> }
  }
  throw new Error("expected a refusal, but it was allowed")
}

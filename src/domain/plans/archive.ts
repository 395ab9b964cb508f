import { DomainError } from "../errors"
import type { PlanStatus } from "./types"

/** A plan as far as its end is concerned. */
export interface EndingPlan {
  readonly id: string
  readonly status: PlanStatus
  /** Memberships ever sold of it, voided and ended ones included: their history names the plan. */
  readonly sold_count: number
}

/** What to write; the status it has already is written again without harm. */
export interface PlanStatusChange {
  readonly id: string
  readonly status: PlanStatus
}

/** Takes a plan off sale. Memberships already sold go on unchanged, so that nothing else happens (PLAN-14). */
export function decideArchive(plan: EndingPlan): PlanStatusChange {
  return { id: plan.id, status: "archived" }
}

/**
 * Only a plan that nobody ever bought can be deleted (PLAN-14).
 * @throws DomainError `plan_was_sold`
 */
export function decideDelete(plan: EndingPlan): { readonly deleted_id: string } {
  if (plan.sold_count === 0) return { deleted_id: plan.id }
  throw new DomainError("plan_was_sold", "A plan that was ever sold cannot be deleted; archive it instead.", {
    plan_id: plan.id,
    sold_count: plan.sold_count,
  })
}

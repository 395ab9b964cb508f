import { DomainError } from "../errors"
import type { PlanDefinition } from "../plans/types"
import { addInterval } from "../time/periods"
import type { CalendarDate } from "../time/types"
import { nextDueDates } from "./schedule"

/** Whether anything is charged after the sale: further periods, or a pack that renews itself (PLAN-2, PLAN-6). */
export function hasLaterCharges(
  { billing, renewal, validity }: Pick<PlanDefinition, "billing" | "renewal" | "validity">,
  today: CalendarDate
): boolean {
  if (renewal.mode === "on_exhaustion") return true
  const ends_on = validity && addInterval(today, validity)
  const renews = renewal.mode === "period_end"
  return nextDueDates({ billing, starts_on: today, ends_on, renews }).length > 0
}

export interface RenewalMethodFacts {
  /** The studio takes cash and transfers for renewals. */
  readonly is_manual_allowed: boolean
  /** The customer is logged in; nothing is saved for a guest. */
  readonly has_account: boolean
  /** One is saved already, or will be with the payment of this sale. */
  readonly has_method: boolean
}

/**
 * SALE-12: what is charged again needs something to charge, unless the studio takes such payments by hand.
 * @throws DomainError `renewal_method_required`, which says what to do
 */
export function assertRenewalMethod(
  { is_manual_allowed, has_account, has_method }: RenewalMethodFacts,
  plan_id: string
): void {
  if (is_manual_allowed || (has_account && has_method)) return
  throw new DomainError(
    "renewal_method_required",
    has_account
      ? "This membership is charged again later. Have the payment method saved as you pay, or choose a saved one first."
      : "This membership is charged again later. Log in, and have the payment method saved as you pay.",
    { plan_id, reason: has_account ? "no_saved_method" : "no_account" }
  )
}

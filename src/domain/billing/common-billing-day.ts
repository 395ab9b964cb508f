import { intervalOf } from "../plans/billing"
import { isShared, type PlanDefinition } from "../plans/types"

/** The last day that every month has. */
export const BILLING_DAY_MAX = 28

export const isBillingDay = (day: number): boolean =>
  Number.isSafeInteger(day) && day >= 1 && day <= BILLING_DAY_MAX

/** What decides whether a plan's memberships join the common billing day. */
export type JoiningPlan = Pick<PlanDefinition, "audience" | "proration" | "billing" | "renewal" | "starts">

/** Why a plan's memberships are billed from their own day, in the order in which staff would mend it. */
export type OwnDayReason =
  "shared" | "proration_off" | "not_recurring" | "not_monthly" | "ends" | "first_visit"

/**
 * BILL-7: why memberships of a plan do not join the common billing day; null where they do, once the studio has one.
 * Who joins is prorated; so a plan that ends by itself stays out, or its last period would be cut as well, and one that
 * starts with the first visit, because the sale cannot know the days that it charges.
 */
export function ownDayReason({
  audience,
  proration,
  billing,
  renewal,
  starts,
}: JoiningPlan): OwnDayReason | null {
  if (isShared(audience)) return "shared"
  if (!proration) return "proration_off"
  const interval = intervalOf(billing)
  if (interval === null) return "not_recurring"
  if (interval.unit !== "month" && interval.unit !== "year") return "not_monthly"
  if (renewal.mode !== "period_end") return "ends"
  return starts === "first_visit" ? "first_visit" : null
}

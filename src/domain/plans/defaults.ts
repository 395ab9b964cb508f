import { isShared, type HoldEffect, type PlanAudience, type PlanBilling, type PlanDefinition } from "./types"

/** What a new plan must be told; the rest has a default. */
export type NewPlan = Pick<
  PlanDefinition,
  "name" | "handle" | "kind" | "audience" | "billing" | "entitlement"
> &
  Partial<PlanDefinition>

/** A plan with everything that was left out: open to all places and times, no fees, no limits (PLAN-1). */
export function planWithDefaults(plan: NewPlan): PlanDefinition {
  return {
    description: null,
    image_url: null,
    revenue_category: null,
    starts: "purchase",
    validity: null,
    must_start_within: null,
    credits_belong_to: "membership",
    credit_exchanges: [],
    credits_transferable: false,
    renewal: { mode: plan.billing.type === "recurring" && !plan.introductory_offer ? "period_end" : "none" },
    rollover: { mode: "none", max: null, expires_after_periods: null },
    introductory_offer: null,
    locations: { sold_at: null, valid_at: null },
    access: {
      service_ids: null,
      facility_ids: null,
      time_windows: null,
      visit_limits: [],
      members_only_services: true,
    },
    prevents_general_hours_access: false,
    benefits: { customer_group_id: null, early_booking_hours: 0 },
    guest_passes_per_period: 0,
    hold_policy: {
      allowed: true,
      fees: [],
      min_days: null,
      max_days: null,
      max_days_a_year: null,
      notice_days: 0,
      effect: defaultHoldEffect(plan),
      reprice_remaining: false,
    },
    cancellation_policy: { commitment_periods: 0, notice_days: 0 },
    portal: { visible: true, featured: false, preselected: false, sort_order: 0 },
    signup_fees: [],
    proration: false,
    ...plan,
  }
}

/** HOLD-4: a hold extends one-time and individual plans, and skips the dues of shared ones that recur. */
export function defaultHoldEffect(plan: {
  readonly audience: PlanAudience
  readonly billing: PlanBilling
}): HoldEffect {
  return isShared(plan.audience) && plan.billing.type === "recurring" ? "skip_dues" : "extend"
}

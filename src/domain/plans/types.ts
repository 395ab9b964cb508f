import type { CalendarInterval, LocalTime } from "../time/types"

export type PlanKind = "membership" | "credit_pack"
export type PlanAudience = "individual" | "household" | "shared" | "corporate"
export type PlanStatus = "draft" | "active" | "archived"
export type PlanStart = "purchase" | "chosen_date" | "first_visit"

/** PLAN-2. */
export type PlanBilling =
  | { readonly type: "one_time" }
  | {
      readonly type: "recurring"
      readonly interval: CalendarInterval["unit"]
      readonly interval_count: number
    }

/** PLAN-4. */
export type PlanEntitlement =
  | { readonly type: "unlimited" }
  | {
      readonly type: "credits"
      readonly credits: number
      readonly per: "period" | "term"
      readonly scope: "shared" | "separate"
    }

/** Every audience but `individual` is sold with two seats or more (CHART-6). */
export const isShared = (audience: PlanAudience): boolean => audience !== "individual"

/** PLAN-6. `on_exhaustion` charges again with the use that takes the last credit (CREDIT-6). */
export interface PlanRenewal {
  readonly mode: "none" | "period_end" | "on_exhaustion"
}

/** PLAN-7: what happens to unused credits at renewal. */
export interface PlanRollover {
  readonly mode: "none" | "all" | "up_to"
  /** Most credits that roll over; only with `up_to`. */
  readonly max: number | null
  /** Further periods after which rolled credits expire; null never. */
  readonly expires_after_periods: number | null
}

/** PLAN-8. An introductory plan is for new customers and ends by itself. */
export interface IntroductoryOffer {
  readonly new_customers_only: true
  /** How long ago a plan may have ended for a customer to be new again; null: never held one. */
  readonly look_back_days: number | null
  /** How often one customer may buy it; null leaves it to being new. */
  readonly limit_per_customer: number | null
  /** How often a household may buy it; null sets no limit. */
  readonly limit_per_household: number | null
  /** The plan that follows; null when none does. */
  readonly converts_to_plan_id: string | null
  /** `automatic` needs the consent that is recorded at sale. */
  readonly conversion: "offer" | "automatic"
}

/** PLAN-10: ids of stock locations; null is all. */
export interface PlanLocations {
  readonly sold_at: readonly string[] | null
  readonly valid_at: readonly string[] | null
}

/** Half-open `[from, until)` in the location's wall-clock time; `until` null is the end of the day. */
export interface TimeWindow {
  /** ISO: 1 is Monday, 7 is Sunday. */
  readonly weekdays: readonly number[]
  readonly from: LocalTime
  readonly until: LocalTime | null
}

/** At most `count` visits in each `per`. A limit per period follows the billing period. */
export interface VisitLimit {
  readonly count: number
  readonly per: "day" | "week" | "period"
}

/** PLAN-11. null is no restriction. */
export interface PlanAccess {
  readonly service_ids: readonly string[] | null
  readonly facility_ids: readonly string[] | null
  readonly time_windows: readonly TimeWindow[] | null
  readonly visit_limits: readonly VisitLimit[]
  /** Opens services that are for members only. */
  readonly members_only_services: boolean
}

/** PLAN-12. */
export interface PlanBenefits {
  /** Kept in step with who is an active member; null is none. */
  readonly customer_group_id: string | null
  /** Booking opens so many hours earlier than for others. */
  readonly early_booking_hours: number
}

export type HoldEffect = "extend" | "skip_dues"

/** PLAN-13, HOLD-4…6. Its limits bind customers; staff may override with a reason. Lengths in days; null sets no limit. */
export interface HoldPolicy {
  readonly allowed: boolean
  /** For each seat held (HOLD-3). */
  readonly fees: readonly PlanAmount[]
  readonly min_days: number | null
  readonly max_days: number | null
  readonly max_days_a_year: number | null
  readonly notice_days: number
  readonly effect: HoldEffect
  /** Lay the remaining seats on the chart rows again while some are on hold (HOLD-5). */
  readonly reprice_remaining: boolean
}

/** PLAN-13, CANCEL-4. */
export interface CancellationPolicy {
  /** Periods to be paid before a customer's cancellation takes effect. */
  readonly commitment_periods: number
  readonly notice_days: number
}

/** What customers see. `preselected` is the plan that the page starts with. */
export interface PlanPortal {
  readonly visible: boolean
  readonly featured: boolean
  readonly preselected: boolean
  readonly sort_order: number
}

/** PLAN-5: `from_credits` of one service buy `to_credits` of another; one direction. */
export interface CreditExchange {
  readonly from_service_id: string
  readonly to_service_id: string
  readonly from_credits: number
  readonly to_credits: number
}

/** A decimal amount in the currency's major unit, as on the platform. */
export interface PlanAmount {
  readonly currency_code: string
  readonly amount: number
}

/** Everything that staff set on a plan (PLAN-1…15), but its terms, which are versioned texts, and its price charts. */
export interface PlanDefinition {
  readonly name: string
  readonly handle: string
  readonly description: string | null
  readonly image_url: string | null
  readonly revenue_category: string | null
  readonly kind: PlanKind
  readonly audience: PlanAudience
  readonly billing: PlanBilling
  readonly starts: PlanStart
  /** null is unlimited (PLAN-3). */
  readonly validity: CalendarInterval | null
  /** Only with `first_visit`; null waits for ever. */
  readonly must_start_within: CalendarInterval | null
  readonly entitlement: PlanEntitlement
  /** Whether seats share one balance or have their own (CREDIT-7). */
  readonly credits_belong_to: "membership" | "seat"
  readonly credit_exchanges: readonly CreditExchange[]
  /** Credits can be given to another member (CREDIT-8). */
  readonly credits_transferable: boolean
  readonly renewal: PlanRenewal
  readonly rollover: PlanRollover
  /** null: not an introductory offer. */
  readonly introductory_offer: IntroductoryOffer | null
  readonly locations: PlanLocations
  readonly access: PlanAccess
  /** Denies open hours: only booked services let the member in (ACCESS-2). */
  readonly prevents_general_hours_access: boolean
  readonly benefits: PlanBenefits
  readonly guest_passes_per_period: number
  readonly hold_policy: HoldPolicy
  readonly cancellation_policy: CancellationPolicy
  readonly portal: PlanPortal
  /** Charged once, at sale (PLAN-15); a currency without one has no fee. */
  readonly signup_fees: readonly PlanAmount[]
  /** Dues by days: at the sale up to the studio's common billing day, and with a change of plan at once (BILL-7). */
  readonly proration: boolean
}

/** One finding about a plan as staff edit it. */
export interface PlanProblem {
  /** Path of the field, such as `billing.interval_count`. */
  readonly field: string
  readonly message: string
}

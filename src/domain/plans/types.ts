import type { CalendarInterval } from "../time/types"

export type PlanKind = "membership" | "credit_pack"
export type PlanAudience = "individual" | "household" | "shared" | "corporate"
export type PlanStatus = "draft" | "active" | "archived"
export type PlanStart = "purchase" | "chosen_date" | "first_visit"

/** PLAN-2. */
export type PlanBilling =
  | { readonly type: "one_time" }
  | { readonly type: "recurring"; readonly interval: CalendarInterval["unit"]; readonly interval_count: number }

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

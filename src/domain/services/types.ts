import type { PlanAmount, TimeWindow } from "../plans/types"

export type ServiceKind = "class" | "appointment" | "event" | "facility"
export type ServiceStatus = "active" | "archived"

/** What a booking costs whose member comes too late to cancel it, or never comes (CREDIT-4). */
export interface MissedVisitPolicy {
  /** `redeem` uses up the credits that it reserved; `fine` gives them back and charges money. */
  readonly effect: "redeem" | "fine"
  /** At most one for each currency, above zero; none where credits are used up. Memberships in other currencies redeem. */
  readonly fines: readonly PlanAmount[]
}

/** What a visit is for: a class, an appointment, an event, or a place such as the gym floor (PLAN-5, PLAN-11). */
export interface Service {
  readonly id: string
  readonly name: string
  readonly handle: string
  readonly description: string | null
  readonly kind: ServiceKind
  /** Nobody checks in for an archived service, and no plan that does not name it already comes to name it. */
  readonly status: ServiceStatus
  /** What one visit takes of a balance of credits. */
  readonly credit_cost: number
  /** Only plans with `access.members_only_services` open it. */
  readonly members_only: boolean
  /** Open hours that need no booking; a plan with `prevents_general_hours_access` does not open it (ACCESS-2). */
  readonly is_general_hours: boolean
  /** Ids of stock locations; null is all. */
  readonly location_ids: readonly string[] | null
  /** null is any time. */
  readonly time_windows: readonly TimeWindow[] | null
  /** Within so many minutes after a check-in, the next one of the same person is `already_checked_in`; null sets no limit. */
  readonly reentry_minutes: number | null
  readonly missed_visit: MissedVisitPolicy
  /** A booking is canceled in time up to so many minutes before the visit; null is any time before it (BOOK-4). */
  readonly cancellation_window_minutes: number | null
}

/** One finding about a service as staff edit it. */
export interface ServiceProblem {
  readonly field: string
  readonly message: string
}

import type { Cadence } from "../credits/cadence"
import type { CreditTake } from "../credits/choose-grants"
import type { CreditPlan, PaidSeat } from "../credits/grants-of-period"
import type { CreditGrant } from "../credits/types"
import type { MembershipFacts } from "../memberships/types"
import type { Classification, Person } from "../people/types"
import type { PlanAccess, TimeWindow } from "../plans/types"
import type { SeatSpan } from "../seats/common-holds"
import type { OpeningHours } from "../time/opening-hours"
import type { CalendarDate, CalendarInterval, Instant, TimeZone } from "../time/types"

/**
 * Why somebody is not let in (ACCESS-2), in the order in which a visit fails: of several reasons the first is the one
 * that staff hear first.
 */
export const ACCESS_CODES = [
  "no_membership",
  "not_started",
  "ended",
  "suspended",
  "past_due",
  "on_hold",
  "seat_unassigned",
  "aged_out",
  "proof_expired",
  "location_not_covered",
  "service_not_included",
  "general_hours_prevented",
  "outside_time_window",
  "visit_limit_reached",
  "no_credits",
  "no_guest_pass",
  "already_checked_in",
] as const

export type AccessCode = (typeof ACCESS_CODES)[number]

/** What staff can do about a refusal (ACCESS-7). */
export type NextStep =
  | "sell_membership"
  | "record_payment"
  | "come_back_later"
  | "end_hold"
  | "assign_seat"
  | "move_seat"
  | "record_proof"
  | "record_date_of_birth"
  | "choose_location"
  | "choose_service"
  | "book_session"
  | "buy_credits"
  | "nothing"

/** One reason of a refusal. `message` is plain English; clients translate by `code` and `details`. */
export interface AccessReason {
  readonly code: AccessCode
  readonly message: string
  readonly next_step: NextStep
  readonly details: Readonly<Record<string, unknown>>
}

/** What a visit is for, as far as letting somebody in goes. */
export interface VisitedService {
  readonly id: string
  readonly name: string
  readonly kind: "class" | "appointment" | "event" | "facility"
  readonly status: "active" | "archived"
  /** What one visit takes of a balance. */
  readonly credit_cost: number
  readonly members_only: boolean
  /** Visited in open hours, without a booking. */
  readonly is_general_hours: boolean
  /** Stock locations; null is all. */
  readonly location_ids: readonly string[] | null
  readonly time_windows: readonly TimeWindow[] | null
  /** So soon after a visit another one is refused; null sets no limit. */
  readonly reentry_minutes: number | null
}

/** Where, when, and for what. */
export interface AccessQuestion {
  readonly at: Instant
  readonly now: Instant
  readonly location: {
    readonly id: string
    readonly time_zone: TimeZone
    /** null: nobody has said when it is open. */
    readonly opening_hours: readonly OpeningHours[] | null
  }
  /** null is a visit in open hours to nothing in particular. */
  readonly service: VisitedService | null
  /** Staff chose this membership or this grant (ACCESS-3, CREDIT-2). */
  readonly membership_id?: string | null
  readonly grant_id?: string | null
  /** The visit of a guest whom the member brings (ACCESS-6). */
  readonly is_guest?: boolean
}

/** A seat as its holder's visits need it. */
export interface AccessSeat extends SeatSpan {
  readonly id: string
  readonly label: string
  readonly classification: Classification | null
  /** Added, and its order is not paid yet. */
  readonly is_pending: boolean
}

/** What a plan says about visits (PLAN-11, PLAN-10). */
export interface AccessPlan {
  readonly id: string
  readonly name: string
  readonly access: PlanAccess
  readonly prevents_general_hours_access: boolean
  /** Stock locations; null is all. */
  readonly valid_at: readonly string[] | null
  readonly guest_passes_per_period: number
  /** null: paid once. */
  readonly interval: CalendarInterval | null
}

/** The credits of a membership, with what is needed to know them at another time. */
export interface AccessCredits {
  readonly grants: readonly CreditGrant[]
  readonly cadence: Cadence
  readonly plan: CreditPlan
  readonly seats: readonly PaidSeat[]
}

/** A membership that somebody sits in, or for which they could be given a seat. */
export interface MembershipAccess {
  readonly membership_id: string
  readonly display_id: number
  readonly time_zone: TimeZone
  readonly starts_on: CalendarDate | null
  /** The day from which its periods are counted, where it is an earlier one (BILL-7). */
  readonly anchor_on?: CalendarDate | null
  readonly facts: MembershipFacts
  /** While dues are unpaid: access ends then (BILL-3); null does not end. */
  readonly grace_ends_at: Instant | null
  readonly plan: AccessPlan
  /** null: it is theirs to manage, but they hold no seat of it. */
  readonly seat: AccessSeat | null
  /** Of every row that the membership has a seat for: where somebody who ages out could move. */
  readonly classifications: readonly (Classification | null)[]
  readonly credits: AccessCredits
  /** The person's latest visits with it, as many as its largest visit limit counts. */
  readonly visits: readonly Instant[]
  /** The latest guests that came with it, with the pass of their period that each used. */
  readonly guests: readonly { readonly at: Instant; readonly number: number }[]
}

/** A visit of the person that counts. */
export interface LastVisit {
  readonly id: string
  readonly at: Instant
  readonly service_id: string | null
  readonly location_id: string
}

/** Everything that decides about a person's visit. */
export interface AccessFacts {
  readonly person: Person
  readonly memberships: readonly MembershipAccess[]
  /** The newest first. */
  readonly last_visits: readonly LastVisit[]
}

/** A membership that was looked at. */
export interface AccessOption {
  readonly membership_id: string
  readonly display_id: number
  readonly plan_id: string
  readonly plan_name: string
  readonly seat_id: string | null
  readonly seat_label: string | null
  readonly pays_with: "unlimited" | "credits" | "guest_pass" | null
  /** In credits; 0 where visits are not counted. */
  readonly cost: number
  /** After the visit; null where visits are not counted. */
  readonly credits_left: number | null
  readonly takes: readonly CreditTake[]
  /** TERM-2: the term begins with this visit. */
  readonly starts_term: boolean
  /** Empty lets in. */
  readonly reasons: readonly AccessReason[]
}

/** The answer to "may this member use this service here and now, with what, at what cost" (ACCESS-1). */
export interface AccessDecision {
  readonly allowed: boolean
  /** What the visit is made with, or the membership that came nearest to it; null where there is none. */
  readonly with: AccessOption | null
  /** Every reason of a refusal, the one to say first at the front; empty when allowed. */
  readonly reasons: readonly AccessReason[]
  /** All memberships, in the order in which they would be used (ACCESS-3). */
  readonly options: readonly AccessOption[]
}

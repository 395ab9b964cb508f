import type { Charge } from "../billing/types"
import type { SaleIssueResolution } from "../../domain/selling/issue-resolutions"
import type { SeatEffect as DomainEffect } from "../../domain/seats/effects"
import type { HoldKind } from "../../domain/seats/types"

/** What the admin reads of `GET /admin/memberships`; the fields stand in `src/api/admin/memberships/routes.ts`. */
export const STATUSES = [
  ...(["pending", "upcoming", "active", "on_hold", "past_due"] as const),
  ...(["suspended", "exhausted", "expired", "canceled", "void"] as const),
] as const
export type Status = (typeof STATUSES)[number]

export const KINDS = ["membership", "credit_pack"] as const
export type Kind = (typeof KINDS)[number]

export const AUDIENCES = ["individual", "household", "shared", "corporate"] as const
export type Audience = (typeof AUDIENCES)[number]

type Amount = number | string

export interface MembershipRow {
  id: string
  display_id: number
  status: Status
  order_id: string | null
  customer_id: string | null
  customer_name: string | null
  customer_email: string | null
  location_id: string | null
  currency_code: string
  /** The zone of its location. */
  time_zone: string
  purchased_at: string
  starts_on: string | null
  /** The first day without it. */
  ends_on: string | null
  must_start_by_on: string | null
  /** Where it joined the common billing day, the day from which its periods are counted (BILL-7). */
  anchor_on?: string | null
  plan: { id: string; name: string; kind: Kind; audience: Audience }
}

export interface MembershipListRow extends MembershipRow {
  seat_count: number
}

export interface Seat {
  id: string
  position: number
  row_position: number
  label: string
  classification_id: string | null
  classification_name: string | null
  sequence: number
  required: boolean
  amount: Amount
  /** In percent; null where the tax of the order's region counts. */
  tax_rate: number | null
  payer_customer_id: string | null
  payer_name: string | null
  payer_email: string | null
  holders: SeatHolder[]
  /** Added, and its order is not paid yet. */
  is_pending: boolean
  /** The order that added it; null came with the membership. */
  order_id: string | null
  /** The first day without it. */
  canceled_on: string | null
  cancel_scope: "seat" | "membership" | null
  holds: SeatHold[]
  /** Who was asked to take it and has not answered. */
  invitation: SeatInvitation | null
}

export interface SeatInvitation {
  id: string
  email: string
  expires_at: string
}

export interface SeatHold {
  id: string
  kind: HoldKind
  starts_on: string
  /** The first day back; null lasts until somebody ends it. */
  resumes_on: string | null
  fee: Amount
  reason: string | null
}

export interface SeatHolder {
  id: string
  held_until: string | null
  member: { id: string; first_name: string; last_name: string | null }
}

export type PlanBilling =
  | { type: "one_time" }
  | { type: "recurring"; interval: "day" | "week" | "month" | "year"; interval_count: number }

export type PlanEntitlement =
  { type: "unlimited" } | { type: "credits"; credits: number; per: "period" | "term" }

export interface PaymentCollection {
  id: string
  status: string
}

export interface AcceptedTerms {
  accepted_at: string
  accepted_by: string | null
  accepted_by_name: string | null
  terms: { id: string; version: number; text: string }
}

/** What the sale charged, where the membership joined the common billing day (BILL-7). */
export interface FirstPeriod {
  starts_on: string
  /** The first day of the next period. */
  ends_on: string
  days: number
  of_days: number
}

export interface Membership extends MembershipRow {
  location_name: string | null
  /** The end of its term without any hold. */
  sold_ends_on: string | null
  signup_fee: Amount
  plan: MembershipRow["plan"] & {
    billing: PlanBilling
    entitlement: PlanEntitlement
    introductory_offer: { converts_to_plan_id: string | null } | null
  }
  price_chart: { id: string; version: number }
  sale_draft?: { first_period: FirstPeriod | null }
  seats: Seat[]
  accepted_terms: AcceptedTerms[]
  /** The change of plan that waits for a renewal, or for the end of an offer (PLAN-8). */
  planned_plan_change?: {
    id: string
    when: "renewal" | "end"
    changes_on: string
    plan: { id: string; name: string }
    /** The shared membership, where it is for a seat of one. */
    joins: { membership_id: string; display_id: number } | null
  } | null
  issues: SaleIssue[]
  /** The last ones. */
  charges?: Charge[]
  /** Promotions that lower further charges (SALE-10). */
  discounts: KeptDiscount[]
  order?: {
    id: string
    display_id: number
    total: Amount
    tax_total: Amount
    discount_total: Amount
    currency_code: string
    payment_collections: PaymentCollection[] | null
  } | null
}

export interface KeptDiscount {
  id: string
  code: string | null
  percent: number | null
  amount: Amount | null
  /** Charges that it still lowers; null is all. */
  cycles_left: number | null
}

export interface SaleIssue {
  id: string
  order_id?: string
  membership_id?: string | null
  code: string
  message: string
  resolved_at: string | null
  /** Of a refund: what was given back in all, and in which currency. */
  details: { currency_code?: string }
  resolution: SaleIssueResolution | null
  reason: string | null
}

export type ActorType = "user" | "customer" | "api-key" | "device" | "system"

export interface HistoryEntry {
  id: string
  at: string
  actor_type: ActorType
  /** Null for the system and integrations, and where somebody was deleted since. */
  actor_name: string | null
  action: string
  reason: string | null
  /** Of a verb on seats: what it did, amounts in the currency's smallest unit, and the limits that staff went past. */
  changes?: { effects?: DomainEffect[]; overridden?: string[] } | null
}

/** What can be chosen when its seats are held, canceled or moved. */
export interface SeatOptions {
  /** At the membership's location. */
  today: string
  hold: {
    allowed: boolean
    earliest_on: string
    min_days: number | null
    max_days: number | null
    max_days_a_year: number | null
    fee: Amount
    effect: "extend" | "skip_dues"
  }
  cancellation: {
    /** null: an open hold puts off the end of its commitment. */
    earliest_on: string | null
    /** null: it does not renew, or an open hold runs. */
    renewal_on: string | null
  }
  dues_per_period: Amount | null
  next_period_on: string | null
  /** What one more seat of each classification costs (SEAT-8). */
  next_seats: NextSeat[]
}

export interface NextSeat {
  classification_id: string | null
  /** Of the next row; null where there is none. */
  label: string | null
  /** null: none is left. */
  amount: number | null
}

export interface SeatCandidate {
  member: { id: string; first_name: string; last_name: string | null; photo_url: string | null }
  age: number | null
  in_household: boolean
  /** Why they cannot take the seat; null can. */
  refusal: { code: string; reason: string | null; message: string } | null
}

/** On the API an amount has no unit in its name, because it is a decimal there. */
type Outward<Effect> = Effect extends unknown
  ? { [Key in keyof Effect as Key extends `${infer Name}_minor` ? Name : Key]: Effect[Key] }
  : never

export type SeatEffect = Outward<DomainEffect>

/** What deleting somebody does to one membership. */
export type MembershipDeletionEffect = SeatEffect & {
  membership_id: string
  membership_display_id: number
  plan_name: string
  currency_code: string
  seat_label?: string
  /** Of several seats with that label. */
  seat_sequence?: number | null
}

/** What it does beside memberships. */
export type PersonDeletionEffect =
  | { code: "member_erased"; member_id: string }
  | {
      code:
        | "proofs_removed"
        | "invitations_revoked"
        | "guests_erased"
        | "purchaser_erased"
        | "charges_stopped"
        | "plan_changes_taken_back"
      count: number
    }
  | {
      code: "household_left" | "household_dissolved" | "household_without_guardian"
      household_id: string
      household_name: string
    }

export type DeletionEffect = MembershipDeletionEffect | PersonDeletionEffect

export interface SeatAssignment {
  seat_id: string
  member_id: string | null
}

import type { Actor } from "../actor"
import type { CalendarDate, Instant } from "../time/types"

/** CREDIT-1, and `exchange` (CREDIT-8), which comes as a pair: out of one grant, into another. */
export const CREDIT_ENTRY_KINDS = [
  "grant",
  "reserve",
  "redeem",
  "release",
  "expire",
  "roll_over",
  "revoke",
  "adjust",
  "transfer",
  "exchange",
] as const

export type CreditEntryKind = (typeof CREDIT_ENTRY_KINDS)[number]

/** How a grant came to be. `period` stands for the sale and each renewal. */
export const GRANT_SOURCES = ["period", "roll_over", "adjust", "transfer", "exchange"] as const

export type GrantSource = (typeof GRANT_SOURCES)[number]

/**
 * What a grant holds: credits that can be used, and those that bookings keep. Both together are what is owed to the
 * member, in visits and in money (CREDIT-10). In an entry the same four are what it changes.
 */
export interface CreditBalance {
  readonly available: number
  readonly reserved: number
  readonly available_value_minor: number
  readonly reserved_value_minor: number
}

/** When credits can be used, half-open `[starts, expires)` in the membership's zone. */
export interface GrantDates {
  /** null: at once, as while a term waits for its first visit (TERM-2). */
  readonly starts_on: CalendarDate | null
  /** The first day without them; null never, or not known before the first visit. */
  readonly expires_on: CalendarDate | null
  readonly starts_at: Instant | null
  readonly expires_at: Instant | null
}

/** Which visits credits pay for, and whose. */
export interface GrantScope {
  /** null: shared by all seats (CREDIT-7). */
  readonly seat_id: string | null
  /** null: every service (PLAN-5). */
  readonly service_ids: readonly string[] | null
}

/** Credits given at one time with one expiry and one scope. */
export interface GrantTerms extends GrantDates, GrantScope {
  readonly id: string
  /** Unique: the same grant is never made twice. */
  readonly key: string
  readonly membership_id: string
  readonly source: GrantSource
  /** The grant that its credits came from: rolled over, transferred or exchanged. */
  readonly source_grant_id: string | null
  /** The billing period, or the purchase of an auto-renewing pack, that gave them, from 0; null for a gift of staff. */
  readonly period_index: number | null
  /** What it gives, and what was paid for that, after discount and before tax (CREDIT-10). */
  readonly credits: number
  readonly value_minor: number
  /** The expiry without any hold, from which it is counted anew when holds change (HOLD-4). */
  readonly given_expires_on: CalendarDate | null
  /** null is a coming one: its period is not paid yet, but bookings may reserve from it (TERM-3). */
  readonly granted_at: Instant | null
  /** The membership or the seat ends then, and unused credits with it; null is not known to end. */
  readonly revokes_at: Instant | null
}

export interface CreditGrant extends GrantTerms, CreditBalance {}

/** Why an entry was made: an order, a period, a booking, a visit, a cancellation, or staff. */
export interface CreditCause {
  readonly type: string
  readonly id: string | null
}

/** Who made entries, and why. */
export interface CreditWhy {
  readonly cause: CreditCause
  readonly actor: Actor
  readonly reason: string | null
}

/** One line of the append-only ledger (CREDIT-1). */
export interface CreditEntry extends CreditBalance, CreditWhy {
  readonly grant_id: string
  readonly membership_id: string
  readonly kind: CreditEntryKind
  /** When it takes effect, which a job that runs late does not move. */
  readonly at: Instant
  /** Unique: the same entry is never made twice. */
  readonly idempotency_key: string
  /** The key of the reservation that it ends, or of the use that it undoes; each at most once. */
  readonly settles_key: string | null
}

/** What a decision wants written, all or nothing. */
export interface LedgerChange {
  /** New grants, still empty: entries fill them. */
  readonly grants: readonly GrantTerms[]
  readonly entries: readonly CreditEntry[]
}

import type { CalendarDate, Instant, InstantRange } from "../time/types"

/** TERM-1. */
export type MembershipStatus =
  | "pending"
  | "upcoming"
  | "active"
  | "on_hold"
  | "past_due"
  | "suspended"
  | "exhausted"
  | "expired"
  | "canceled"
  | "void"

/** When a membership is valid, in its location's calendar. */
export interface Term {
  /** First day; null until the first visit (TERM-2). */
  readonly starts_on: CalendarDate | null
  /** First day without it (TIME-2); null when unlimited or not begun. */
  readonly ends_on: CalendarDate | null
  /**
   * The day on which it begins by itself if nobody has come before (PLAN-3); null without a limit or once
   * it has begun.
   */
  readonly latest_starts_on: CalendarDate | null
}

/** A term as instants, as a membership's facts keep it. */
export interface TermFacts {
  /** null until the first visit (TERM-2). */
  readonly starts_at: Instant | null
  /** null when unlimited or not begun. */
  readonly ends_at: Instant | null
  /**
   * While `starts_at` is null: the term that begins by itself if nobody comes before (PLAN-3); null without
   * a limit.
   */
  readonly latest_term: InstantRange | null
}

/** A pause of the whole membership, half-open `[from, until)`; `until` null lasts until it is ended. */
export interface MembershipHold {
  readonly from: Instant
  readonly until: Instant | null
}

export interface CreditFacts {
  /**
   * Credits neither redeemed, revoked nor expired. Reserved ones count: releasing the booking gives them
   * back.
   */
  readonly left: number
  /** More will come: with the next period, or by renewal on exhaustion. */
  readonly renews: boolean
}

/**
 * Everything that decides a membership's status. Every instant may lie in the past or in the future; null
 * is never.
 */
export interface MembershipFacts extends TermFacts {
  /** Its order was canceled. */
  readonly voided_at: Instant | null
  /** Paid, or released by staff. */
  readonly activated_at: Instant | null
  /** The instant from which it is canceled, not the one at which somebody asked for it. */
  readonly canceled_at: Instant | null
  readonly holds: readonly MembershipHold[]
  /** Dunning ended its access. */
  readonly suspended_at: Instant | null
  /** Since when dues are unpaid; cleared when they are settled. */
  readonly past_due_since: Instant | null
  /** null: visits are not counted. */
  readonly credits: CreditFacts | null
}

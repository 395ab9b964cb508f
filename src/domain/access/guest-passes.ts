import { isWithin } from "../time/calendar"
import type { Instant } from "../time/types"
import type { MembershipAccess } from "./types"
import { periodRange } from "./visit-limits"

/** A guest pass of a billing period; each is used once. */
export interface GuestPass {
  /** The first instant of the period. */
  readonly period_at: Instant
  /** From 1 to as many as the plan gives. */
  readonly number: number
}

/** ACCESS-6: the pass that a guest's visit would use: the first of the period that nobody has used; null where none is left. */
export function freeGuestPass(membership: MembershipAccess, at: Instant): GuestPass | null {
  const range = periodRange(membership, at)
  const used = new Set(
    membership.guests.filter((guest) => isWithin(guest.at, range)).map(({ number }) => number)
  )
  for (let number = 1; number <= membership.plan.guest_passes_per_period; number++)
    if (!used.has(number)) return { period_at: range.starts_at, number }
  return null
}

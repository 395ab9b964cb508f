import { compareInstants, hasCome } from "../time/calendar"
import type { Instant } from "../time/types"
import type { CreditGrant, GrantTerms } from "./types"

/** A visit to be paid with credits. */
export interface CreditUse {
  /** Whose; credits of other seats are not for it (CREDIT-7). */
  readonly seat_id: string | null
  /** null is a visit to no service in particular: only credits for every service pay for it. */
  readonly service_id: string | null
  readonly credits: number
  /** When the visit is, or the session begins. */
  readonly at: Instant
  readonly now: Instant
}

/**
 * The first instant at which credits are no longer usable: they expire, or their membership or seat ends; null never.
 * Of both the earlier, and of a tie the expiry.
 */
export function endOf({ expires_at, revokes_at }: Pick<GrantTerms, "expires_at" | "revokes_at">): {
  readonly kind: "expire" | "revoke"
  readonly at: Instant
} | null {
  if (expires_at === null && revokes_at === null) return null
  const revoked = revokes_at !== null && (expires_at === null || compareInstants(revokes_at, expires_at) < 0)
  return revoked ? { kind: "revoke", at: revokes_at } : { kind: "expire", at: expires_at! }
}

/**
 * Whether a grant's dates and scope allow a visit, whatever it still holds. Dates alone decide (CREDIT-5): a job that
 * has not written the expiry yet makes nothing usable, and neither does a visit told afterwards.
 */
export function isUsable(
  grant: CreditGrant,
  { seat_id, service_id, at, now }: Omit<CreditUse, "credits">
): boolean {
  const ends_at = endOf(grant)?.at ?? null
  return (
    (grant.seat_id === null || grant.seat_id === seat_id) &&
    (grant.service_ids === null || (service_id !== null && grant.service_ids.includes(service_id))) &&
    (grant.starts_at === null || hasCome(grant.starts_at, at)) &&
    !hasCome(ends_at, at) &&
    !hasCome(ends_at, now)
  )
}

/** What can be taken from a grant: what it holds, or what a coming one will give less what bookings reserved of it. */
export function takeable(grant: CreditGrant, kind: "reserve" | "redeem"): number {
  if (grant.granted_at !== null) return grant.available
  return kind === "reserve" ? grant.credits + grant.available : 0
}

import { commonHolds, lastCancellation, type SeatSpan } from "../seats/common-holds"
import { startOfLocalDay } from "../time/calendar"
import type { CalendarDate, CalendarInterval, Instant, TimeZone } from "../time/types"
import { termInstants } from "./term"
import type { CreditFacts, MembershipFacts } from "./types"

/** What is stored of a membership, as far as its status goes. */
export interface StoredFacts {
  readonly starts_on: CalendarDate | null
  readonly ends_on: CalendarDate | null
  readonly must_start_by_on: CalendarDate | null
  /** The plan's, for the term that begins by itself; null is unlimited. */
  readonly validity: CalendarInterval | null
  readonly time_zone: TimeZone
  readonly activated_at: Instant | null
  readonly voided_at: Instant | null
  /** It goes on after its term: what ends it is a cancellation, or dues that stay unpaid (PLAN-6, TERM-6). */
  readonly renews?: boolean
  /** Since when dues are unpaid, and from when that ends access (BILL-3). */
  readonly past_due_since?: Instant | null
  readonly suspended_at?: Instant | null
  /** Every seat that it ever had; those with the same dates may be told as one. */
  readonly seats: readonly SeatSpan[]
  /** null or left out: visits are not counted. */
  readonly credits?: CreditFacts | null
}

/** The facts that decide the status, from what is stored (TERM-1). */
export function membershipFacts(stored: StoredFacts): MembershipFacts {
  const { starts_on, ends_on, must_start_by_on, validity, time_zone, activated_at, voided_at } = stored
  const startOf = (day: CalendarDate | null) => (day === null ? null : startOfLocalDay(day, time_zone))
  const { renews = false, past_due_since = null, suspended_at = null } = stored
  const term = { starts_on, ends_on: renews ? null : ends_on, latest_starts_on: must_start_by_on }
  return {
    ...termInstants(term, renews ? null : validity, time_zone),
    activated_at,
    voided_at,
    canceled_at: startOf(lastCancellation(stored.seats)),
    holds: commonHolds(stored.seats).map(({ starts_on: from_on, resumes_on }) => ({
      from: startOfLocalDay(from_on, time_zone),
      until: startOf(resumes_on),
    })),
    suspended_at,
    past_due_since,
    credits: stored.credits ?? null,
  }
}

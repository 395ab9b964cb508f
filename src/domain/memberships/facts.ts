import type { CalendarDate, CalendarInterval, Instant, TimeZone } from "../time/types"
import { termInstants } from "./term"
import type { MembershipFacts } from "./types"

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
}

/** The facts that decide the status, from what is stored (TERM-1). */
export function membershipFacts(stored: StoredFacts): MembershipFacts {
  const { starts_on, ends_on, must_start_by_on, validity, time_zone, activated_at, voided_at } = stored
  const term = { starts_on, ends_on, latest_starts_on: must_start_by_on }
  return {
    ...termInstants(term, validity, time_zone),
    activated_at,
    voided_at,
    canceled_at: null,
    holds: [],
    suspended_at: null,
    past_due_since: null,
    credits: null,
  }
}

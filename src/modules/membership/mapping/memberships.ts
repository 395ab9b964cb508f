import { membershipFacts } from "../../../domain/memberships/facts"
import { membershipStatus, nextStatusChangeAt } from "../../../domain/memberships/status"
import type { MembershipFacts, MembershipStatus } from "../../../domain/memberships/types"
import type { CalendarDate, CalendarInterval, Instant, TimeZone } from "../../../domain/time/types"

/** The columns of a membership that its status follows from, with its plan's `validity`. */
export interface StatusRow {
  readonly starts_on: CalendarDate | null
  readonly ends_on: CalendarDate | null
  readonly must_start_by_on: CalendarDate | null
  readonly time_zone: TimeZone
  readonly activated_at: Date | string | null
  readonly voided_at: Date | string | null
  readonly validity: CalendarInterval | null
}

/** The one place where a stored membership becomes the facts of TERM-1. */
export function toMembershipFacts(row: StatusRow): MembershipFacts {
  return membershipFacts({
    ...row,
    activated_at: toInstantOrNull(row.activated_at),
    voided_at: toInstantOrNull(row.voided_at),
  })
}

/** The copies that lists read. */
export interface StatusCopy {
  readonly status: MembershipStatus
  readonly status_changes_at: Instant | null
}

export function statusCopy(row: StatusRow, now: Instant): StatusCopy {
  const facts = toMembershipFacts(row)
  return { status: membershipStatus(facts, now), status_changes_at: nextStatusChangeAt(facts, now) }
}

export function toInstantOrNull(stored: Date | string | null): Instant | null {
  return stored === null ? null : new Date(stored).toISOString()
}

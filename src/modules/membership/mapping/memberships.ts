import { membershipFacts } from "../../../domain/memberships/facts"
import { membershipStatus, nextStatusChangeAt } from "../../../domain/memberships/status"
import type { MembershipFacts, MembershipStatus } from "../../../domain/memberships/types"
import type { SeatSpan } from "../../../domain/seats/common-holds"
import type { CalendarDate, CalendarInterval, Instant, TimeZone } from "../../../domain/time/types"

/** What the status of a membership follows from: its own columns, its plan's `validity`, the dates of its seats. */
export interface StatusRow {
  readonly starts_on: CalendarDate | null
  readonly ends_on: CalendarDate | null
  readonly must_start_by_on: CalendarDate | null
  readonly time_zone: TimeZone
  readonly activated_at: Date | string | null
  readonly voided_at: Date | string | null
  readonly past_due_since: Date | string | null
  readonly suspended_at: Date | string | null
  readonly validity: CalendarInterval | null
  readonly renews: boolean
  readonly seats: readonly SeatSpan[]
  /** Credits that were given and are not used up, expired or revoked; null where none were given (TERM-4). */
  readonly credits_left: number | null
  readonly credits_renew: boolean
}

/** Its seats as one JSON value; those with the same dates, as most are, make one element. */
const SPANS = `(
  select coalesce(jsonb_agg(distinct jsonb_build_object(
    'starts_on', s.starts_on, 'canceled_on', s.canceled_on, 'holds', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'kind', h.kind, 'starts_on', h.starts_on, 'resumes_on', h.resumes_on) order by h.starts_on), '[]')
      from membership_seat_hold h where h.seat_id = s.id and h.deleted_at is null))), '[]')
  from membership_seat s where s.membership_id = m.id and s.deleted_at is null)`

const CREDITS_LEFT = `(
  select sum(g.available + g.reserved)::int from membership_credit_grant g
  where g.membership_id = m.id and g.granted_at is not null and g.deleted_at is null)`

/** It goes on as another plan with its term's end (PLAN-8). */
const CONVERTS = `exists (
  select from membership_plan_change c
  where c.membership_id = m.id and c.status = 'planned' and c.timing = 'end' and c.deleted_at is null)`

/** What a `StatusRow` is selected as, from `membership m` joined with `membership_plan p`. */
export const STATUS_COLUMNS = `m.starts_on, m.ends_on, m.must_start_by_on, m.time_zone, m.activated_at, m.voided_at,
  m.past_due_since, m.suspended_at, p.is_recurring and p.renewal ->> 'mode' = 'period_end' or ${CONVERTS} as renews, p.validity, ${SPANS} as seats, ${CREDITS_LEFT} as credits_left,
  p.is_recurring or p.renewal ->> 'mode' <> 'none' as credits_renew`

/** More will come to those of a plan that recurs or renews. */
const creditFacts = ({ credits_left: left, credits_renew: renews }: StatusRow) =>
  left === null ? null : { left, renews }

/** The one place where a stored membership becomes the facts of TERM-1. */
export function toMembershipFacts(row: StatusRow): MembershipFacts {
  return membershipFacts({
    ...row,
    activated_at: toInstantOrNull(row.activated_at),
    voided_at: toInstantOrNull(row.voided_at),
    past_due_since: toInstantOrNull(row.past_due_since),
    suspended_at: toInstantOrNull(row.suspended_at),
    credits: creditFacts(row),
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

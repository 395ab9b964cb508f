import type {
  AccessFacts,
  AccessQuestion,
  AccessSeat,
  LastVisit,
  MembershipAccess,
  VisitedService,
} from "../../../domain/access/types"
import type { CreditGrant } from "../../../domain/credits/types"
import { DomainError } from "../../../domain/errors"
import type { Classification, Proof } from "../../../domain/people/types"
import { intervalOf } from "../../../domain/plans/billing"
import type { PlanAccess, PlanLocations } from "../../../domain/plans/types"
import type { OpeningHours } from "../../../domain/time/opening-hours"
import type { CalendarDate, Instant, TimeZone } from "../../../domain/time/types"
import { type GrantRow, toGrant } from "../mapping/credits"
import { STATUS_COLUMNS, type StatusRow, toInstantOrNull, toMembershipFacts } from "../mapping/memberships"
import { proofsOf } from "../mapping/proofs"
import { executePrepared, prepared } from "../sql"
import type { Tx } from "../types"
import { GRANT_COLUMNS } from "./credit-ledger"
import {
  CREDIT_COLUMNS,
  type CreditMembership,
  type CreditRow,
  toCreditMembership,
} from "./credit-memberships"
import type { VisitChoice } from "./visits"

export interface LoadAccessInput {
  readonly member_id: string
  readonly location_id: string
  readonly service_id: string | null
  /** When the visit is. */
  readonly at: Instant
  /** Looks for what this request has done before; null looks for nothing. */
  readonly key: string | null
}

/** What was kept of a check-in. */
export interface KeptVisit {
  readonly id: string
  readonly member_id: string
  readonly service_id: string | null
  readonly location_id: string
  readonly guest_name: string | null
  /** null: it was kept before choices were. */
  readonly asked: VisitChoice | null
}

/** Everything that a check-in is decided from, as one statement read it. */
export interface LoadedAccess {
  readonly facts: AccessFacts
  readonly location: AccessQuestion["location"]
  readonly service: VisitedService | null
  readonly visit_revision: number
  readonly replayed: KeptVisit | null
  readonly memberships: ReadonlyMap<string, CreditMembership>
}

type Stored = Date | string

interface MembershipRow extends StatusRow, CreditRow {
  readonly display_id: number
  readonly plan_id: string
  readonly plan_name: string
  readonly access: Omit<PlanAccess, "service_ids">
  readonly locations: PlanLocations
  readonly prevents_general_hours_access: boolean
  readonly guest_passes: number
  readonly seat: (Omit<AccessSeat, "classification"> & { classification: Classification | null }) | null
  readonly classifications: readonly (Classification | null)[]
  readonly grants: readonly GrantRow[]
  readonly visits: readonly Stored[]
  readonly guests: readonly { readonly at: Stored; readonly number: number }[]
}

interface AccessRow {
  readonly date_of_birth: CalendarDate | null
  readonly proofs: readonly Proof[]
  readonly visit_revision: number
  readonly location: { time_zone: TimeZone; opening_hours: readonly OpeningHours[] | null } | null
  readonly service: VisitedService | null
  readonly last_visits: readonly (Omit<LastVisit, "at"> & { readonly at: Stored })[]
  readonly replayed: KeptVisit | null
  readonly memberships: readonly MembershipRow[]
}

/**
 * One statement, however many memberships somebody has (design rule: a check-in reads once and writes once).
 * @throws DomainError `not_found`, naming the member or the service
 */
export async function loadAccess(
  { member_id, location_id, service_id, at, key }: LoadAccessInput,
  fallback_zone: TimeZone,
  tx: Tx
): Promise<LoadedAccess> {
  const [row] = await executePrepared<AccessRow>(tx, ACCESS, [location_id, service_id, at, key, member_id])
  if (!row)
    throw new DomainError("not_found", `There is no member with the id ${member_id}.`, { field: "member_id" })
  if (service_id !== null && row.service === null)
    throw new DomainError("not_found", `There is no service with the id ${service_id}.`, {
      field: "service_id",
    })
  const { time_zone = fallback_zone, opening_hours = null } = row.location ?? {}
  const credits = new Map(row.memberships.map((each) => [each.id, toCreditMembership(each)]))
  return {
    location: { id: location_id, time_zone, opening_hours },
    service: row.service,
    visit_revision: row.visit_revision,
    replayed: row.replayed,
    memberships: credits,
    facts: {
      person: { date_of_birth: row.date_of_birth, proofs: row.proofs },
      memberships: row.memberships.map((each) => toAccess(each, credits.get(each.id)!)),
      last_visits: row.last_visits.map((visit) => ({ ...visit, at: instant(visit.at) })),
    },
  }
}

function toAccess(row: MembershipRow, credits: CreditMembership): MembershipAccess {
  return {
    membership_id: row.id,
    display_id: row.display_id,
    time_zone: row.time_zone,
    ...{ starts_on: row.starts_on, anchor_on: row.anchor_on },
    facts: toMembershipFacts(row),
    grace_ends_at: null,
    plan: {
      id: row.plan_id,
      name: row.plan_name,
      access: { ...row.access, service_ids: row.services },
      prevents_general_hours_access: row.prevents_general_hours_access,
      valid_at: row.locations.valid_at,
      guest_passes_per_period: row.guest_passes,
      interval: intervalOf(row.billing),
    },
    seat: row.seat,
    classifications: row.classifications,
    credits: {
      grants: row.grants.map((grant): CreditGrant => toGrant(grant)),
      cadence: credits.cadence,
      plan: credits.plan,
      seats: credits.seats.map((seat) => ({ ...seat, value_minor: 0 })),
    },
    visits: row.visits.map(instant),
    guests: row.guests.map((guest) => ({ ...guest, at: instant(guest.at) })),
  }
}

const instant = (stored: Stored): Instant => toInstantOrNull(stored)!

const CLASSIFICATION = (
  c: string
) => `jsonb_build_object('id', ${c}.id, 'name', ${c}.name, 'min_age', ${c}.min_age,
  'max_age', ${c}.max_age, 'requires_proof', ${c}.requires_proof)`

const HOLDS = (seat: string) => `(
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', h.kind, 'starts_on', h.starts_on, 'resumes_on', h.resumes_on) order by h.starts_on), '[]')
  from membership_seat_hold h where h.seat_id = ${seat}.id and h.deleted_at is null)`

const COUNTS = "v.is_allowed and v.undone_at is null and v.deleted_at is null"

/** The newest visits, as many as the plan's largest limit counts; a plan without limits needs none. */
const COUNTED_VISITS = `(
  select coalesce(jsonb_agg(latest.at), '[]') from (
    select v.at from membership_visit v
    where v.membership_id = m.id and v.member_id = mem.id and v.kind = 'visit' and ${COUNTS} and v.at <= asked.at
    order by v.at desc
    limit (select coalesce(max((l ->> 'count')::int), 0) from jsonb_array_elements(p.access -> 'visit_limits') l)
  ) latest)`

const GUESTS = `(
  select coalesce(jsonb_agg(jsonb_build_object('at', latest.at, 'number', latest.guest_number)), '[]') from (
    select v.at, v.guest_number from membership_visit v
    where v.membership_id = m.id and v.guest_number is not null and ${COUNTS}
    order by v.at desc limit p.guest_passes
  ) latest)`

/** Of those that count visits. */
const GRANTS = `case when p.entitlement ->> 'type' = 'credits' then (
  select coalesce(jsonb_agg(to_jsonb(listed)), '[]') from (
    select ${GRANT_COLUMNS} from membership_credit_grant g
    where g.membership_id = m.id and g.deleted_at is null order by g.id
  ) listed) else '[]' end`

/** One whose end is so long ago that nobody at the door asks for it is left out. */
const REMEMBERED = "interval '1 year'"

const ACCESS = prepared(`
  select mem.date_of_birth, ${proofsOf("mem.id")}, mem.visit_revision, (
      select jsonb_build_object('time_zone', l.time_zone, 'opening_hours', l.opening_hours)
      from membership_location l where (l.stock_location_id = asked.location_id or l.is_default) and l.deleted_at is null
      order by (l.stock_location_id = asked.location_id) desc limit 1) as location, (
      select jsonb_build_object('id', s.id, 'name', s.name, 'kind', s.kind, 'status', s.status,
        'credit_cost', s.credit_cost, 'members_only', s.members_only, 'is_general_hours', s.is_general_hours,
        'location_ids', s.location_ids, 'time_windows', s.time_windows, 'reentry_minutes', s.reentry_minutes)
      from membership_service s where s.id = asked.service_id and s.deleted_at is null) as service, (
      select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'at', v.at, 'service_id', v.service_id,
        'location_id', v.location_id) order by v.at desc), '[]')
      from membership_visit v
      where v.member_id = mem.id and v.kind = 'visit' and ${COUNTS}
        and v.at > asked.at - interval '1 day' and v.at <= asked.at) as last_visits, (
      select jsonb_build_object('id', v.id, 'member_id', v.member_id, 'service_id', v.service_id,
        'location_id', v.location_id, 'guest_name', v.guest_name, 'asked', v.asked)
      from membership_visit v where v.idempotency_key = asked.key and v.deleted_at is null) as replayed, (
      select coalesce(jsonb_agg(to_jsonb(theirs)), '[]') from (
        select m.id, m.display_id, p.id as plan_id, p.name as plan_name, ${STATUS_COLUMNS}, ${CREDIT_COLUMNS},
          p.access, p.locations, p.prevents_general_hours_access, p.guest_passes,
          case when seat.id is null then null else jsonb_build_object('id', seat.id, 'label', seat.label,
            'starts_on', seat.starts_on, 'canceled_on', seat.canceled_on, 'is_pending', seat.is_pending,
            'holds', ${HOLDS("seat")},
            'classification', case when c.id is null then null else ${CLASSIFICATION("c")} end) end as seat, (
            select coalesce(jsonb_agg(distinct case when k.id is null then 'null'::jsonb else ${CLASSIFICATION("k")} end), '[]')
            from membership_seat other left join membership_classification k on k.id = other.classification_id
            where other.membership_id = m.id and other.deleted_at is null) as classifications,
          ${GRANTS} as grants, ${COUNTED_VISITS} as visits, ${GUESTS} as guests
        from (
          select s.membership_id, s.id as seat_id from membership_seat_holder h
          join membership_seat s on s.id = h.seat_id and s.deleted_at is null
          where h.member_id = mem.id and h.held_until is null and h.deleted_at is null
          union all
          -- Theirs to manage, with a seat that nobody holds: it could be assigned to them.
          select bought.id, null from membership bought
          where bought.customer_id = mem.customer_id and bought.deleted_at is null
            and exists (
              select from membership_seat s where s.membership_id = bought.id and s.deleted_at is null
                and not exists (select from membership_seat_holder h
                  where h.seat_id = s.id and h.held_until is null and h.deleted_at is null))
            and not exists (
              select from membership_seat_holder h join membership_seat s on s.id = h.seat_id
              where s.membership_id = bought.id and h.member_id = mem.id and h.held_until is null and h.deleted_at is null)
        ) held
        join membership m on m.id = held.membership_id and m.deleted_at is null
        join membership_plan p on p.id = m.plan_id
        left join membership_seat seat on seat.id = held.seat_id
        left join membership_classification c on c.id = seat.classification_id
        where (m.ends_on is null or m.ends_on::date > asked.at - ${REMEMBERED})
          and (seat.canceled_on is null or seat.canceled_on::date > asked.at - ${REMEMBERED})
      ) theirs) as memberships
  from (select ?::text as location_id, ?::text as service_id, ?::timestamptz as at, ?::text as key) asked,
    membership_member mem
  where mem.id = ? and mem.deleted_at is null and mem.erased_at is null`)

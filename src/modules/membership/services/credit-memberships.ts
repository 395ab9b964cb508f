import type { FirstPeriod } from "../../../domain/billing/proration"
import type { Cadence } from "../../../domain/credits/cadence"
import type { CreditPlan } from "../../../domain/credits/grants-of-period"
import type { GrantScope } from "../../../domain/credits/types"
import { intervalOf } from "../../../domain/plans/billing"
import type {
  CreditExchange,
  HoldPolicy,
  PlanBilling,
  PlanRenewal,
  PlanRollover,
} from "../../../domain/plans/types"
import { lastCancellation, type SeatSpan } from "../../../domain/seats/common-holds"
import type { CalendarDate, CalendarInterval, TimeZone } from "../../../domain/time/types"
import type { StoredEntitlement } from "../mapping/plans"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"

export interface CreditSeat extends SeatSpan {
  readonly id: string
  /** Sold later, and not paid yet (SEAT-8). */
  readonly is_pending: boolean
}

/** A membership as far as its credits go. */
export interface CreditMembership {
  readonly id: string
  readonly currency_code: string
  /** Paid for, and not undone: its credits may be given, and reserved ahead. */
  readonly is_live: boolean
  readonly cadence: Cadence
  /** What the sale paid for, where it is a part of a full period (BILL-7). */
  readonly first_period: FirstPeriod | null
  readonly plan: CreditPlan
  readonly renewal: PlanRenewal
  readonly exchanges: readonly CreditExchange[]
  readonly transferable: boolean
  readonly seats: readonly CreditSeat[]
}

/** What a membership's credits are selected as, with `CREDIT_COLUMNS`. */
export interface CreditRow {
  readonly id: string
  readonly currency_code: string
  readonly time_zone: TimeZone
  readonly starts_on: CalendarDate | null
  readonly anchor_on: CalendarDate | null
  /** Of the sale, where it joined the common billing day (BILL-7). */
  readonly first_period: FirstPeriod | null
  readonly anchor_index: number
  readonly plan_from_index: number
  readonly ends_on: CalendarDate | null
  readonly must_start_by_on: CalendarDate | null
  readonly is_live: boolean
  readonly validity: CalendarInterval | null
  readonly billing: PlanBilling
  readonly entitlement: StoredEntitlement
  readonly services: readonly string[] | null
  readonly renewal: PlanRenewal
  readonly rollover: PlanRollover
  readonly hold_policy: HoldPolicy
  readonly credit_exchange: readonly CreditExchange[] | null
  readonly credit_seats: readonly CreditSeat[]
}

/** From `membership m` joined with `membership_plan p`; the seats as `credit_seats`, because a status has its own. */
export const CREDIT_COLUMNS = `m.id, m.currency_code, m.time_zone, m.starts_on, m.anchor_on, m.anchor_index,
  m.plan_from_index,
  (select d.first_period from membership_sale_draft d where d.id = m.sale_draft_id) as first_period,
  m.ends_on, m.must_start_by_on,
  m.activated_at is not null and m.voided_at is null as is_live,
  p.validity, p.billing, p.entitlement, p.services, p.renewal, p.rollover, p.hold_policy, p.credit_exchange, (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', s.id, 'is_pending', s.is_pending, 'starts_on', s.starts_on, 'canceled_on', s.canceled_on, 'holds', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'kind', h.kind, 'starts_on', h.starts_on, 'resumes_on', h.resumes_on) order by h.starts_on), '[]')
        from membership_seat_hold h where h.seat_id = s.id and h.deleted_at is null)) order by s.position), '[]')
    from membership_seat s where s.membership_id = m.id and s.deleted_at is null) as credit_seats`

/** In one statement, however many there are. */
export async function loadCreditMemberships(ids: readonly string[], tx: Tx): Promise<CreditMembership[]> {
  if (ids.length === 0) return []
  const rows = await execute<CreditRow>(
    tx,
    `select ${CREDIT_COLUMNS}
     from membership m join membership_plan p on p.id = m.plan_id
     where m.id = any(?) and m.deleted_at is null order by m.id`,
    [textArray(ids)]
  )
  return rows.map(toCreditMembership)
}

/** One of the periods of a membership. */
export interface PeriodOfMembership {
  readonly membership_id: string
  readonly period_index: number
}

export const nameOfPeriod = ({ membership_id, period_index }: PeriodOfMembership): string =>
  `${membership_id}:${period_index}`

/**
 * Memberships as they were on the plans of periods before their plan changed (BILL-10), by `nameOfPeriod`: what is paid
 * late is given by them.
 */
export async function loadOnFormerPlans(
  periods: readonly PeriodOfMembership[],
  tx: Tx
): Promise<Map<string, CreditMembership>> {
  if (periods.length === 0) return new Map()
  const asked = periods.map(({ membership_id, period_index }) => ({ membership_id, period_index }))
  const rows = await execute<CreditRow & { readonly period_index: number }>(
    tx,
    `select asked.period_index, ${CREDIT_COLUMNS}
     from jsonb_to_recordset(?::jsonb) as asked(membership_id text, period_index integer)
     join lateral (
       select * from membership_plan_change
       where membership_id = asked.membership_id and status = 'done' and to_membership_id is null
         and from_index > asked.period_index and deleted_at is null
       order by from_index limit 1) c on true
     join lateral (
       select id, currency_code, time_zone, activated_at, voided_at, c.former_starts_on as starts_on, sale_draft_id,
              null::text as anchor_on,
              c.former_anchor_index as anchor_index, c.former_plan_from_index as plan_from_index,
              c.changes_on as ends_on, null::text as must_start_by_on
       from membership where id = c.membership_id) m on true
     join membership_plan p on p.id = c.from_plan_id`,
    [JSON.stringify(asked)]
  )
  return new Map(
    rows.map(({ period_index, ...row }) => [
      nameOfPeriod({ membership_id: row.id, period_index }),
      toCreditMembership(row),
    ])
  )
}

export function toCreditMembership({ entitlement: stored, ...row }: CreditRow): CreditMembership {
  const { belongs_to = "membership", transferable = false, ...entitlement } = stored
  const gives_each_period = entitlement.type === "credits" && entitlement.per === "period"
  return {
    id: row.id,
    currency_code: row.currency_code,
    is_live: row.is_live,
    cadence: {
      ...{ anchor_index: row.anchor_index, plan_from_index: row.plan_from_index },
      ...{ time_zone: row.time_zone, starts_on: row.anchor_on ?? row.starts_on, ends_on: row.ends_on },
      first_on: row.anchor_on === null ? null : row.starts_on,
      ...{ must_start_by_on: row.must_start_by_on, validity: row.validity, rollover: row.rollover },
      interval: gives_each_period ? intervalOf(row.billing) : null,
      renews: row.renewal.mode === "period_end",
      extends_by_holds: row.hold_policy.effect === "extend",
      seats: row.credit_seats.filter(({ is_pending }) => !is_pending),
      canceled_on: row.credit_seats.length === 0 ? null : lastCancellation(row.credit_seats),
    },
    first_period: row.first_period,
    plan: { entitlement, credits_belong_to: belongs_to, service_ids: row.services },
    renewal: row.renewal,
    exchanges: row.credit_exchange ?? [],
    transferable,
    seats: row.credit_seats,
  }
}

/** The credits of a seat that is not paid yet are neither given nor there to be reserved (SEAT-8). */
export const isOfPendingSeat = (
  { seats }: CreditMembership,
  { seat_id }: Pick<GrantScope, "seat_id">
): boolean => seat_id !== null && seats.some(({ id, is_pending }) => id === seat_id && is_pending)

/** Those that share a grant: one, or all (CREDIT-7). */
export const sharers = ({ seats }: CreditMembership, seat_id: string | null): readonly CreditSeat[] =>
  seat_id === null ? seats : seats.filter(({ id }) => id === seat_id)

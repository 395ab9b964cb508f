import type { PlannedChange } from "../../../domain/billing/billed-membership"
import type { ChargedChart } from "../../../domain/billing/charges"
import type { Discount } from "../../../domain/billing/discounts"
import type { DuesCredit } from "../../../domain/billing/dues-credits"
import type { MigratedMembership } from "../../../domain/billing/price-migration"
import type { PriceMove } from "../../../domain/billing/price-moves"
import { intervalOf } from "../../../domain/plans/billing"
import type { HoldPolicy, PlanBilling, PlanRenewal } from "../../../domain/plans/types"
import type { CalendarDate, TimeZone } from "../../../domain/time/types"
import { toInstantOrNull } from "../mapping/memberships"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import { loadLeaving, loadPlannedChanges } from "./plan-change-loading"
import { loadMoves, MOVE_COLUMNS, type MoveRow } from "./price-move-loading"
import { BILLED_FROM_ON, type LoadedSeat, loadSeatsOf } from "./seat-loading"

/** A membership as far as its charges go, and how far it has been billed. */
export type LoadedBilling = MigratedMembership

interface BilledRow extends ChargedChart, MoveRow {
  readonly time_zone: TimeZone
  readonly customer_id: string | null
  readonly starts_on: CalendarDate | null
  readonly anchor_on: CalendarDate | null
  readonly billed_from_on: CalendarDate | null
  readonly ends_on: CalendarDate | null
  readonly billing: PlanBilling
  readonly renewal: PlanRenewal
  readonly hold_policy: HoldPolicy
  readonly charged_through_index: number
  readonly anchor_index: number
  readonly dues_credits: readonly DuesCredit[] | null
  readonly suspended_at: Date | null
  readonly charged_hold_ids: readonly string[]
  readonly discounts: readonly Discount[]
}

/** In the order of their ids, in as many statements for a thousand as for one. */
export async function loadBilling(ids: readonly string[], tx: Tx): Promise<LoadedBilling[]> {
  if (ids.length === 0) return []
  const rows = await execute<BilledRow>(
    tx,
    `select m.id, m.currency_code, m.time_zone, m.customer_id, m.starts_on, m.anchor_on, m.ends_on, m.price_chart_id,
            c.version as chart_version, m.charged_through_index, m.suspended_at, m.anchor_index, m.dues_credits, p.billing, p.renewal, p.hold_policy,
            p.audience, ${MOVE_COLUMNS}, ${BILLED_FROM_ON}, (
              select coalesce(jsonb_agg(h.id), '[]') from membership_seat_hold h
              where h.membership_id = m.id and h.fee_charged_at is not null and h.deleted_at is null) as charged_hold_ids, (
              select coalesce(jsonb_agg(jsonb_build_object(
                'id', d.id, 'code', d.code, 'kind', case when d.percent is null then 'fixed' else 'percent' end,
                'value', coalesce(to_jsonb(d.percent), to_jsonb(d.amount_minor)), 'cycles_left', d.cycles_left, 'seat_ids', (
                  select coalesce(jsonb_agg(s.id), '[]') from membership_seat s
                  where s.membership_id = m.id and s.sale_draft_id is not distinct from d.sale_draft_id
                    and s.deleted_at is null))
                order by d.position), '[]')
              from membership_discount d
              where d.membership_id = m.id and d.cycles_left is distinct from 0 and d.deleted_at is null) as discounts
     from membership m
     join membership_plan p on p.id = m.plan_id
     join membership_price_chart c on c.id = m.price_chart_id
     where m.id = any(?) and m.deleted_at is null order by m.id`,
    [textArray(ids)]
  )
  const seats = await loadSeatsOf(rows, tx)
  const moves = await loadMoves(rows, seats, tx)
  const changes = await loadPlannedChanges(rows, seats, tx)
  const leaving = await loadLeaving(ids, tx)
  return rows.map((row) => {
    const { id } = row
    const waiting = {
      ...{ move: moves.get(id) ?? null, change: changes.get(id) ?? null },
      leaves_from_index: leaving.get(id) ?? null,
    }
    return toBilling(row, seats.get(row.id)!, waiting)
  })
}

function toBilling(
  { price_chart_id, chart_version, ...row }: BilledRow,
  all: readonly LoadedSeat[],
  waiting: {
    readonly move: PriceMove | null
    readonly change: PlannedChange | null
    readonly leaves_from_index: number | null
  }
): LoadedBilling {
  const seats = all.filter(({ is_pending }) => !is_pending)
  const { id, starts_on, anchor_on, ends_on, billing, renewal, hold_policy } = row
  const { time_zone: zone, customer_id } = row
  return {
    membership: {
      ...{ id, starts_on: anchor_on ?? starts_on, first_on: anchor_on && starts_on, ends_on, zone, seats },
      ...{ policy: hold_policy, anchor_index: row.anchor_index },
      ...{ keeps_billing_day: anchor_on !== null, billed_from_on: row.billed_from_on },
      ...{ interval: intervalOf(billing), renews: renewal.mode === "period_end" },
      ...{ chart: { price_chart_id, chart_version }, purchaser_customer_id: customer_id },
      suspended_at: toInstantOrNull(row.suspended_at),
      ...waiting,
    },
    progress: {
      after_index: row.charged_through_index,
      charged_hold_ids: row.charged_hold_ids,
      discounts: row.discounts,
      credits: row.dues_credits ?? [],
    },
    currency_code: row.currency_code,
    unpaid_seats: all.filter(({ is_pending }) => is_pending),
  }
}

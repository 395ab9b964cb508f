import { termWhenPaid } from "../../../domain/billing/paid-term"
import { termWhenBoughtAgain } from "../../../domain/billing/repurchase"
import { intervalOf } from "../../../domain/plans/billing"
import type { HoldPolicy, PlanBilling, PlanRenewal } from "../../../domain/plans/types"
import { endWithHolds } from "../../../domain/seats/term-with-holds"
import { localDate } from "../../../domain/time/calendar"
import type { CalendarDate, CalendarInterval, Instant, TimeZone } from "../../../domain/time/types"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import { loadSeatsOf } from "./seat-loading"

export interface PaidPeriod {
  readonly membership_id: string
  readonly period_index: number
}

interface Term {
  readonly id: string
  readonly currency_code: string
  readonly time_zone: TimeZone
  readonly starts_on: CalendarDate | null
  /** From which periods are counted, where it is another day (BILL-7). */
  readonly anchor_on: CalendarDate | null
  readonly sold_ends_on: CalendarDate | null
  readonly anchor_index: number
  readonly plan_from_index: number
  readonly validity: CalendarInterval | null
  readonly billing: PlanBilling
  readonly renewal: PlanRenewal
  readonly hold_policy: HoldPolicy
  /** Of any seat, at any time. */
  readonly has_holds: boolean
}

/**
 * Terms whose period is paid end later (TERM-6, PLAN-6), in as many statements for a hundred as for one.
 * @param paid at most one period of a membership; their memberships are locked
 */
export async function extendTerms(paid: readonly PaidPeriod[], now: Instant, tx: Tx): Promise<void> {
  const index_of = new Map(paid.map(({ membership_id, period_index }) => [membership_id, period_index]))
  const later = (await loadTerms([...index_of.keys()], tx)).flatMap((term) => {
    const paid_on = localDate(now, term.time_zone)
    const sold_ends_on = laterEnd(term, { period_index: index_of.get(term.id)!, paid_on })
    return sold_ends_on === null || sold_ends_on === term.sold_ends_on ? [] : [{ ...term, sold_ends_on }]
  })
  if (later.length === 0) return
  const moved_by_holds = later.filter(
    ({ hold_policy, has_holds }) => has_holds && hold_policy.effect === "extend"
  )
  const seats = moved_by_holds.length > 0 ? await loadSeatsOf(moved_by_holds, tx) : new Map<string, never[]>()
  const rows = later.map(({ id, starts_on, anchor_on, sold_ends_on, hold_policy: { effect }, billing }) => ({
    ...{ id, sold_ends_on },
    ends_on: endWithHolds(
      { starts_on, sold_ends_on, seats: seats.get(id) ?? [] },
      effect,
      anchor_on === null ? null : intervalOf(billing)
    ),
  }))
  await execute(
    tx,
    `update membership m set sold_ends_on = v.sold_ends_on, ends_on = v.ends_on, updated_at = now()
     from jsonb_to_recordset(?::jsonb) as v(id text, sold_ends_on text, ends_on text) where m.id = v.id`,
    [JSON.stringify(rows)]
  )
}

async function loadTerms(ids: readonly string[], tx: Tx): Promise<Term[]> {
  return execute<Term>(
    tx,
    `select m.id, m.currency_code, m.time_zone, m.starts_on, m.anchor_on, m.sold_ends_on, m.anchor_index, m.plan_from_index,
            p.validity, p.billing, p.renewal, p.hold_policy, exists (
              select from membership_seat_hold h where h.membership_id = m.id and h.deleted_at is null) as has_holds
     from membership m join membership_plan p on p.id = m.plan_id where m.id = any(?) and m.deleted_at is null`,
    [textArray(ids)]
  )
}

/** The end of the term as sold, once a period or a further pack is paid; null where nothing moves it. */
function laterEnd(
  {
    anchor_on,
    starts_on: first_on,
    sold_ends_on,
    validity,
    renewal: { mode },
    billing,
    plan_from_index,
    anchor_index,
  }: Term,
  { period_index, paid_on }: { readonly period_index: number; readonly paid_on: CalendarDate }
): CalendarDate | null {
  const interval = intervalOf(billing)
  const starts_on = anchor_on ?? first_on
  if (starts_on === null || sold_ends_on === null || validity === null) return null
  if (mode === "on_exhaustion") return termWhenBoughtAgain({ sold_ends_on, validity, paid_on })
  if (mode !== "period_end" || interval === null) return null
  // A period of a plan that it has no more: its term is over.
  if (period_index < plan_from_index) return null
  return termWhenPaid({
    starts_on,
    interval,
    validity,
    sold_ends_on,
    period_index: period_index - anchor_index,
  })
}

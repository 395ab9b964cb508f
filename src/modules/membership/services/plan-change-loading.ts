import type { BilledPlan, PlannedChange } from "../../../domain/billing/billed-membership"
import { intervalOf } from "../../../domain/plans/billing"
import type { HoldPolicy, PlanAudience, PlanBilling, PlanRenewal } from "../../../domain/plans/types"
import type { CalendarInterval } from "../../../domain/time/types"
import { chartRows, type StoredRow, toRowDrafts } from "../mapping/chart-rows"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { LoadedSeat } from "./seat-loading"

interface PlannedRow extends PlanTerms {
  readonly id: string
  readonly membership_id: string
  readonly price_chart_id: string
  readonly chart_version: number
  readonly rows: readonly StoredRow[]
  readonly audience: PlanAudience
  readonly plan_id: string
  /** null comes with the end of the term (PLAN-8). */
  readonly from_index: number | null
  readonly seat_classifications: readonly SeatClassification[] | null
}

/** How a seat's other classification is stored. */
interface SeatClassification {
  readonly seat_id: string
  readonly classification_id: string | null
}

/** What of a plan decides about periods. */
export interface PlanTerms {
  readonly billing: PlanBilling
  readonly renewal: PlanRenewal
  readonly hold_policy: HoldPolicy
  readonly validity: CalendarInterval | null
}

export const toBilledPlan = (plan_id: string, plan: PlanTerms): BilledPlan => ({
  plan_id,
  interval: intervalOf(plan.billing),
  validity: plan.validity,
  renews: plan.renewal.mode === "period_end",
  policy: plan.hold_policy,
})

/** The plans that memberships are to have from a coming period on (BILL-10), by membership. */
export async function loadPlannedChanges(
  memberships: readonly { readonly id: string; readonly currency_code: string }[],
  seats: ReadonlyMap<string, readonly LoadedSeat[]>,
  tx: Tx
): Promise<Map<string, PlannedChange>> {
  const rows = await execute<PlannedRow>(
    tx,
    `select pc.id, pc.membership_id, case when pc.timing <> 'end' then pc.from_index end as from_index, pc.seat_classifications, c.id as price_chart_id,
            c.version as chart_version, p.id as plan_id, p.audience, p.billing, p.renewal, p.hold_policy, p.validity, (
              select jsonb_agg(to_jsonb(r)) from membership_chart_row r
              where r.price_chart_id = c.id and r.deleted_at is null) as rows
     from membership_plan_change pc
     join membership_price_chart c on c.id = pc.to_price_chart_id
     join membership_plan p on p.id = pc.to_plan_id
     where pc.membership_id = any(?) and pc.status = 'planned' and pc.to_membership_id is null
       and pc.deleted_at is null`,
    [textArray(memberships.map(({ id }) => id))]
  )
  const currency_of = new Map(memberships.map(({ id, currency_code }) => [id, currency_code]))
  return new Map(
    rows.map((row): [string, PlannedChange] => {
      const { membership_id, price_chart_id, chart_version, seat_classifications } = row
      const change: PlannedChange = {
        ...{ id: row.id, plan: toBilledPlan(row.plan_id, row), from_index: row.from_index },
        ...{ chart: { price_chart_id, chart_version }, audience: row.audience },
        rows: chartRows({ rows: toRowDrafts(row.rows) }, currency_of.get(membership_id)!),
        classifications: new Map(
          (seat_classifications ?? []).map((each) => [each.seat_id, each.classification_id])
        ),
        unpaid_seats: seats.get(membership_id)?.filter(({ is_pending }) => is_pending) ?? [],
      }
      return [membership_id, change]
    })
  )
}

/** From which of their periods on memberships are left for a seat of another one (BILL-10), by membership. */
export async function loadLeaving(ids: readonly string[], tx: Tx): Promise<Map<string, number>> {
  const rows = await execute<{ membership_id: string; from_index: number }>(
    tx,
    `select membership_id, from_index from membership_plan_change
     where membership_id = any(?) and status = 'planned' and to_membership_id is not null and deleted_at is null`,
    [textArray(ids)]
  )
  return new Map(rows.map(({ membership_id, from_index }) => [membership_id, from_index]))
}

import { type Actor, SYSTEM } from "../../../domain/actor"
import type { OnPlan, PlanChanged } from "../../../domain/billing/planned-changes"
import { execute } from "../sql"
import type { Tx } from "../types"
import type { AuditService } from "./audit"
import type { ClockService } from "./clock"
import type { CreditGrantService } from "./credit-grants"
import type { CreditSettlementService } from "./credit-settlements"
import { lookAtCharges } from "./join-records"
import { writeSeatRows } from "./seat-rows"
import type { SettlementService } from "./settlements"

/** A membership that comes to its new plan. */
export interface PlanSwitch extends OnPlan {
  /** Of the change of plan. */
  readonly id: string
  readonly currency_code: string
  /** Unused credits of the period that ran go with the money that is given back for it. */
  readonly revokes_period: number | null
  readonly actor: Actor
  readonly reason: string | null
}

interface Dependencies {
  auditService: AuditService
  clockService: ClockService
  creditGrantService: CreditGrantService
  creditSettlementService: CreditSettlementService
  settlementService: SettlementService
}

/** Puts memberships on another plan, at once or when the period begins for which that was planned (BILL-10). */
export class PlanSwitchService {
  private readonly audit: AuditService
  private readonly clock: ClockService
  private readonly credits: CreditGrantService
  private readonly ended: CreditSettlementService
  private readonly statuses: SettlementService

  constructor(dependencies: Dependencies) {
    this.audit = dependencies.auditService
    this.clock = dependencies.clockService
    this.credits = dependencies.creditGrantService
    this.ended = dependencies.creditSettlementService
    this.statuses = dependencies.settlementService
  }

  /** In the transaction that makes the charges of the period, with the memberships locked. */
  async settle(
    changes: readonly (PlanChanged & { readonly currency_code: string })[],
    tx: Tx
  ): Promise<void> {
    for (const change of changes) {
      if (change.refused === null)
        await this.apply({ ...change, revokes_period: null, actor: SYSTEM, reason: null }, tx)
      else await this.refuse(change, tx)
    }
  }

  /** With the membership locked. Its charges and how far it is billed are written by whoever makes them. */
  async apply(change: PlanSwitch, tx: Tx): Promise<void> {
    const { id, membership, plan, index, changes_on, actor, reason } = change
    const { id: membership_id, chart, starts_on } = membership
    const now = await this.clock.now(tx)
    // What has ended by now ends and rolls over by the rules of the plan that gave it (PLAN-7).
    await this.ended.current(membership_id, now, tx)
    const why = { actor, reason }
    if (change.revokes_period !== null)
      await this.credits.periodRevoked(membership_id, change.revokes_period, why, tx)
    await writePlan(change, tx)
    await writeSeatRows([change], now, tx)
    await this.credits.planChanged(membership_id, index, tx)
    await this.credits.realign(membership_id, tx)
    await this.statuses.refreshCopies([membership_id], tx)
    await lookAtCharges(membership_id, now, tx)
    await execute(
      tx,
      `update membership_plan_change set status = 'done', changes_on = ?, from_index = ?, settled_at = ?, updated_at = now()
       where id = ?`,
      [changes_on, index, now, id]
    )
    await this.audit.record(
      {
        actor,
        action: "change-plan",
        subject: { type: "membership", id: membership_id },
        membership_id,
        changes: {
          ...{ plan_change_id: id, plan_id: plan.plan_id, ...chart, changes_on, starts_on },
          seats: change.seats.map(({ id: seat_id, row_position, price_minor }) => ({
            ...{ seat_id, row_position, price_minor },
          })),
        },
        reason,
      },
      tx
    )
  }

  /** It has changed since: it stays on its plan, or ends, and staff are told. */
  private async refuse({ id, refused, membership }: Extract<PlanChanged, { refused: string }>, tx: Tx) {
    const now = await this.clock.now(tx)
    const [row] = await execute<{ timing: "renewal" | "end" }>(
      tx,
      `update membership_plan_change set status = 'refused', refused_code = ?, settled_at = ?, updated_at = now()
       where id = ? returning timing`,
      [refused, now, id]
    )
    // What was to follow an offer does not: it has ended by itself (PLAN-8).
    await this.statuses.refreshCopies([membership.id], tx)
    const subject = { type: "membership", id: membership.id }
    const changes = { plan_change_id: id, refused }
    const action = row?.timing === "end" ? "refuse-conversion" : "refuse-plan-change"
    await this.audit.record({ actor: SYSTEM, action, subject, membership_id: membership.id, changes }, tx)
  }
}

async function writePlan({ membership, plan, index, changes_on, sold_ends_on }: PlanSwitch, tx: Tx) {
  const { id, chart, starts_on, anchor_index = 0, ends_on, keeps_billing_day = false } = membership
  await execute(
    tx,
    `update membership
     set plan_id = ?, price_chart_id = ?, anchor_index = ?, plan_from_index = ?, plan_from_on = ?,
         starts_on = case when ?::boolean then starts_on else ? end,
         anchor_on = case when ?::boolean then anchor_on end,
         sold_ends_on = ?, ends_on = ?, next_price_chart_id = null, next_price_from_index = null,
         next_seat_classifications = null, updated_at = now()
     where id = ?`,
    [
      ...[plan.plan_id, chart.price_chart_id, anchor_index, index, changes_on],
      ...[keeps_billing_day, starts_on, keeps_billing_day],
      ...[sold_ends_on, ends_on, id],
    ]
  )
}

import type { Actor } from "../../../domain/actor"
import { FINE_PREFIX } from "../../../domain/billing/fines"
import { HOLD_FEE_PREFIX } from "../../../domain/billing/hold-fees"
import { DomainError } from "../../../domain/errors"
import { ENDED_STATUSES } from "../../../domain/memberships/ended"
import { fromMinor } from "../../../domain/money/amounts"
import type { SeatEffect } from "../../../domain/seats/effects"
import {
  isVoiding,
  refundIssue,
  type RefundedMembership,
  type RefundedOrder,
  resolutionOf,
  type SaleIssueAction,
  type SaleIssueResolution,
  verbOfAction,
} from "../../../domain/selling/issue-resolutions"
import { newEntityId } from "../ids"
import { execute, lockRow, textArray } from "../sql"
import type { Row, Store, Tx } from "../types"
import type { AuditService } from "./audit"
import type { ClockService } from "./clock"
import type { SeatAdditionService } from "./seat-additions"
import type { SeatChangeService } from "./seat-changes"
import type { SettlementService } from "./settlements"

export interface ResolveSaleIssueInput {
  readonly id: string
  readonly action: SaleIssueAction
  /** Needed to do it, not to look at it. */
  readonly reason: string | null
  readonly actor: Actor
  /** Tells what the action does, and does nothing. */
  readonly preview: boolean
}

export interface ResolvedSaleIssue {
  readonly id: string
  readonly order_id: string
  readonly membership_id: string | null
  readonly effects: readonly SeatEffect[]
  /** Of the membership; null without one. */
  readonly currency_code: string | null
  readonly seat_ids: readonly string[]
}

type SaleIssue = Row<"MembershipSaleIssue">

interface Dependencies {
  membershipSaleIssueService: Store<"MembershipSaleIssue">
  auditService: AuditService
  clockService: ClockService
  seatChangeService: SeatChangeService
  settlementService: SettlementService
  seatAdditionService: SeatAdditionService
}

/** Sales that wait for staff: what should not have been sold (SALE-5), and what was refunded (SALE-8). */
export class SaleIssueService {
  private readonly issues: Store<"MembershipSaleIssue">
  private readonly audit: AuditService
  private readonly clock: ClockService
  private readonly seats: SeatChangeService
  private readonly settlements: SettlementService
  private readonly additions: SeatAdditionService

  constructor(dependencies: Dependencies) {
    this.issues = dependencies.membershipSaleIssueService
    this.audit = dependencies.auditService
    this.clock = dependencies.clockService
    this.seats = dependencies.seatChangeService
    this.settlements = dependencies.settlementService
    this.additions = dependencies.seatAdditionService
  }

  /**
   * Asks staff about every membership of these orders that has not ended, once for each sum. A fine, or the fee of a hold by
   * itself, that is given back says nothing about its membership.
   * @returns the ids of new issues
   */
  async reportRefunds(refunds: readonly RefundedOrder[], tx: Tx): Promise<string[]> {
    const by_order = new Map(refunds.map((refund) => [refund.order_id, refund]))
    const sold = refunds.filter(({ is_canceled }) => !is_canceled).map(({ order_id }) => order_id)
    const memberships = await execute<RefundedRow>(
      tx,
      `select m.id, o.order_id, o.charge_id, m.sale_draft_id, m.plan_id, m.display_id
       from (
         select id as membership_id, order_id, null as charge_id from membership where order_id = any(?)
         union all
         select membership_id, order_id, id from membership_charge
         where order_id = any(?) and not starts_with(period_key, '${FINE_PREFIX}')
           and not starts_with(period_key, '${HOLD_FEE_PREFIX}')) o
       join membership m on m.id = o.membership_id
       where m.status <> all(?) and m.deleted_at is null order by m.id, o.order_id`,
      [textArray(sold), textArray([...by_order.keys()]), textArray(ENDED_STATUSES)]
    )
    const rows = memberships.map((membership) => toIssue(membership, by_order.get(membership.order_id)!))
    if (rows.length === 0) return []
    const created = await execute<{ id: string }>(
      tx,
      `insert into membership_sale_issue (id, order_id, subject_id, membership_id, plan_id, code, message, details)
       select v.id, v.order_id, v.subject_id, v.membership_id, v.plan_id, v.code, v.message, v.details
       from jsonb_to_recordset(?::jsonb) as v(id text, order_id text, subject_id text, membership_id text,
         plan_id text, code text, message text, details jsonb)
       on conflict do nothing returning id`,
      [JSON.stringify(rows)]
    )
    return created.map(({ id }) => id)
  }

  /**
   * Does exactly what staff chose, once. A sale that is approved goes on once its other issues are decided and its order
   * is paid. Money goes back by the platform's order page alone.
   * @throws DomainError `not_found`, `issue_already_resolved`, `issue_action_invalid`, and the refusals of `cancel`
   */
  async resolve(input: ResolveSaleIssueInput, tx: Tx): Promise<ResolvedSaleIssue> {
    const { id, action, preview, reason } = input
    const [issue] = await this.issues.list({ id }, {}, tx)
    if (!issue) throw new DomainError("not_found", `There is no sale issue with the id ${id}.`, { id })
    const resolution = resolutionOf(issue.code, action)
    if (!preview && !reason) throw new DomainError("reason_required", "Say why.", { field: "reason" })
    // Before the issue: settling an order takes them in the same order.
    if (!preview && issue.membership_id) await lockRow(tx, "membership", issue.membership_id)
    if (preview) assertOpen(issue)
    else await this.claim(issue, resolution, input, tx)
    return { ...(await this.apply(issue, input, tx)), id, order_id: issue.order_id }
  }

  private async claim(
    { id, order_id, code, membership_id }: SaleIssue,
    resolution: SaleIssueResolution,
    { reason, actor }: ResolveSaleIssueInput,
    tx: Tx
  ): Promise<void> {
    const claimed = await execute(
      tx,
      `update membership_sale_issue
       set resolved_at = ?, resolved_by = ?, resolution = ?, reason = ?, updated_at = now()
       where id = ? and resolved_at is null and deleted_at is null returning id`,
      [await this.clock.now(tx), actor.id, resolution, reason, id]
    )
    if (claimed.length === 0) {
      const [now] = await this.issues.list({ id }, {}, tx)
      refuseAgain(id, now?.resolution ?? null)
    }
    const subject = { type: "sale_issue", id }
    const changes = { order_id, code, resolution }
    await this.audit.record(
      { actor, action: "resolve-sale-issue", subject, membership_id, changes, reason },
      tx
    )
  }

  private async apply(
    { membership_id, subject_id: sale_draft_id }: SaleIssue,
    { action, reason, actor, preview }: ResolveSaleIssueInput,
    tx: Tx
  ): Promise<Pick<ResolvedSaleIssue, "membership_id" | "effects" | "currency_code" | "seat_ids">> {
    const nothing = { membership_id, effects: [], currency_code: null, seat_ids: [] }
    const why = { actor, reason: reason ?? "" }
    if (membership_id === null) {
      // Of a sale of further seats: they end, the membership goes on (SEAT-8).
      if (!preview && isVoiding(action)) await this.additions.end({ sale_draft_id }, why, tx)
      return nothing
    }
    const verb = verbOfAction(action, reason)
    if (verb) {
      // Staff say why, which goes past notice and commitment; a preview shows what it does once they do.
      const asker = { type: "staff", reason: reason ?? "preview" } as const
      return this.seats.change({ membership_id, verb, asker, actor, preview }, tx)
    }
    if (!isVoiding(action)) return nothing
    if (!preview) await this.settlements.voidOne(membership_id, { actor, reason }, tx)
    return { ...nothing, effects: [{ code: "membership_voided" }] }
  }
}

interface RefundedRow extends RefundedMembership {
  readonly id: string
  readonly order_id: string
  readonly plan_id: string
}

function toIssue({ id: membership_id, ...membership }: RefundedRow, refund: RefundedOrder) {
  const { order_id, plan_id } = membership
  const { currency_code, refunded_minor } = refund
  const details = { refunded_total: fromMinor(refunded_minor, currency_code), currency_code }
  const id = newEntityId("missue")
  return { id, order_id, membership_id, plan_id, details, ...refundIssue(membership, refund) }
}

function assertOpen({ id, resolved_at, resolution }: SaleIssue): void {
  if (resolved_at !== null) refuseAgain(id, resolution)
}

function refuseAgain(id: string, resolution: string | null): never {
  throw new DomainError("issue_already_resolved", "Somebody decided about this before.", { id, resolution })
}

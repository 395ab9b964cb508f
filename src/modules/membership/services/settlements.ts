import { SYSTEM, type Actor } from "../../../domain/actor"
import type { DunningFacts } from "../../../domain/billing/dunning"
import type { HistoryAction } from "../../../domain/memberships/history"
import type { PaymentState } from "../../../domain/selling/membership-of-sale"
import type { Instant } from "../../../domain/time/types"
import { STATUS_COLUMNS, type StatusRow, statusCopy } from "../mapping/memberships"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { AuditService } from "./audit"
import type { ClockService } from "./clock"
import type { CreditGrantService } from "./credit-grants"
import type { SaleDraftService } from "./sale-drafts"
import type { SeatAdditionService } from "./seat-additions"
import { giveUpCharges } from "./voided-charges"

export interface SettleOrderInput {
  readonly order_id: string
  readonly payment: PaymentState
  readonly actor?: Actor
}

export interface RecordPaymentEntry {
  readonly membership_id: string
  readonly order_id: string
  /** What staff wrote beside the payment. */
  readonly note: string | null
  readonly actor: Actor
}

export interface SettledOrder {
  readonly activated: readonly string[]
  readonly voided: readonly string[]
}

interface Membership extends StatusRow {
  readonly id: string
  readonly sale_draft_id: string
  /** Staff have not decided about it yet. */
  readonly has_open_issue: boolean
}

interface Dependencies {
  auditService: AuditService
  clockService: ClockService
  saleDraftService: SaleDraftService
  seatAdditionService: SeatAdditionService
  creditGrantService: CreditGrantService
}

/** What happens to sold memberships when their order is paid or canceled, or staff decide about them. */
export class SettlementService {
  private readonly audit: AuditService
  private readonly clock: ClockService
  private readonly saleDrafts: SaleDraftService
  private readonly additions: SeatAdditionService
  private readonly credits: CreditGrantService

  constructor(dependencies: Dependencies) {
    this.audit = dependencies.auditService
    this.clock = dependencies.clockService
    this.saleDrafts = dependencies.saleDraftService
    this.additions = dependencies.seatAdditionService
    this.credits = dependencies.creditGrantService
  }

  /** Paid: pending ones become active (SALE-7). Canceled: all become void (SALE-8). Doing it again does nothing. */
  async settle({ order_id, payment, actor = SYSTEM }: SettleOrderInput, tx: Tx): Promise<SettledOrder> {
    const memberships = await lockMemberships("m.order_id = ?", order_id, tx)
    if (payment.canceled) {
      const reason = "The order was canceled."
      const voided = await this.void(memberships, { actor, reason }, tx)
      await this.additions.end({ order_id }, { actor, reason }, tx)
      await this.closeIssues(order_id, { actor, reason }, tx)
      return { activated: [], voided }
    }
    if (!payment.paid) return { activated: [], voided: [] }
    await this.additions.activate(order_id, tx)
    return { activated: await this.activate(memberships, { actor, reason: null }, tx), voided: [] }
  }

  /**
   * Who received the money, whoever brings the membership in step with it: the platform tells of the captured
   * payment at the same time.
   */
  async recordPayment({ membership_id, order_id, note, actor }: RecordPaymentEntry, tx: Tx): Promise<void> {
    const subject = { type: "membership", id: membership_id }
    await this.audit.record(
      { actor, action: "record-payment", subject, membership_id, changes: { order_id }, reason: note },
      tx
    )
  }

  /** A membership that is not to be, with whatever else waits for a decision about it (SALE-5, SALE-8). */
  async voidOne(membership_id: string, why: Why, tx: Tx): Promise<void> {
    await this.void(await lockMemberships("m.id = ?", membership_id, tx), why, tx)
    await this.closeIssuesOf(membership_id, why, tx)
  }

  /**
   * Renews the status copies of memberships whose time has come, one batch; others who do the same skip them.
   * @returns how many there were
   */
  async refreshStatuses(limit: number, tx: Tx): Promise<number> {
    const now = await this.clock.now(tx)
    const due = await execute<Membership>(
      tx,
      `${SELECT} where m.status_changes_at <= ? and m.deleted_at is null
       order by m.status_changes_at limit ? for update of m skip locked`,
      [now, limit]
    )
    await writeCopies(due, now, tx)
    return due.length
  }

  /**
   * After a change of what a status follows from; the memberships are locked.
   * @param dunned what else has changed with it, by the ids of those of which it has
   */
  async refreshCopies(
    membership_ids: readonly string[],
    tx: Tx,
    dunned: ReadonlyMap<string, DunningFacts> = new Map()
  ): Promise<void> {
    const rows = await execute<Membership>(tx, `${SELECT} where m.id = any(?) and m.deleted_at is null`, [
      textArray(membership_ids),
    ])
    const changed = rows.map((row) => ({ ...row, ...dunned.get(row.id) }))
    await writeCopies(changed, await this.clock.now(tx), tx)
  }

  private async activate(all: readonly Membership[], { actor, reason }: Why, tx: Tx): Promise<string[]> {
    const now = await this.clock.now(tx)
    const paid = all.filter(
      (each) => each.activated_at === null && each.voided_at === null && !each.has_open_issue
    )
    const active = paid.map((each) => ({ ...each, activated_at: now }))
    await writeCopies(active, now, tx)
    await this.credits.activated(idsOf(active), tx)
    await this.record("activate-membership", active, { actor, reason }, tx)
    return active.map(({ id }) => id)
  }

  private async void(all: readonly Membership[], { actor, reason }: Why, tx: Tx): Promise<string[]> {
    const now = await this.clock.now(tx)
    const undone = { voided_at: now, past_due_since: null, suspended_at: null }
    const voided = all.filter((each) => each.voided_at === null).map((each) => ({ ...each, ...undone }))
    await writeCopies(voided, now, tx)
    await this.credits.voided(idsOf(voided), { actor, reason }, tx)
    // A sale that was undone does not use up an introductory offer (PLAN-8).
    await this.saleDrafts.releaseClaims(
      voided.map((each) => each.sale_draft_id),
      tx
    )
    await this.record("void-membership", voided, { actor, reason }, tx)
    await this.audit.record(await giveUpCharges(idsOf(voided), { now, actor, reason }, tx), tx)
    return voided.map(({ id }) => id)
  }

  private async record(
    action: HistoryAction,
    memberships: readonly Membership[],
    { actor, reason }: Why,
    tx: Tx
  ) {
    const entries = memberships.map(({ id, activated_at, voided_at }) => ({
      actor,
      action,
      subject: { type: "membership", id },
      membership_id: id,
      changes: { activated_at, voided_at },
      reason,
    }))
    await this.audit.record(entries, tx)
  }

  /** Nothing is left to decide about a canceled order. */
  private async closeIssues(order_id: string, why: Why, tx: Tx): Promise<void> {
    await this.dismiss("order_id = ?", order_id, why, tx)
  }

  private async closeIssuesOf(membership_id: string, why: Why, tx: Tx): Promise<void> {
    await this.dismiss("membership_id = ?", membership_id, why, tx)
  }

  private async dismiss(condition: string, binding: string, { actor, reason }: Why, tx: Tx): Promise<void> {
    await execute(
      tx,
      `update membership_sale_issue
       set resolved_at = ?, resolved_by = ?, resolution = 'dismissed', reason = ?, updated_at = now()
       where ${condition} and resolved_at is null and deleted_at is null`,
      [await this.clock.now(tx), actor.id, reason, binding]
    )
  }
}

const idsOf = (memberships: readonly Membership[]): string[] => memberships.map(({ id }) => id)

interface Why {
  readonly actor: Actor
  readonly reason: string | null
}

const SELECT = `
  select m.id, m.sale_draft_id, ${STATUS_COLUMNS}, exists (
           select from membership_sale_issue i
           where i.membership_id = m.id and i.resolved_at is null and i.deleted_at is null) as has_open_issue
  from membership m join membership_plan p on p.id = m.plan_id`

/** Locked in the order of their ids, so that two who settle never wait for each other in a circle. */
async function lockMemberships(condition: string, binding: string, tx: Tx): Promise<Membership[]> {
  const where = `where ${condition} and m.deleted_at is null order by m.id for update of m`
  return execute<Membership>(tx, `${SELECT} ${where}`, [binding])
}

/** One statement for all of them. Whether something is to be charged is looked at again where a status changes. */
async function writeCopies(memberships: readonly Membership[], now: Instant, tx: Tx): Promise<void> {
  if (memberships.length === 0) return
  const rows = memberships.map((each) => ({
    id: each.id,
    activated_at: each.activated_at,
    voided_at: each.voided_at,
    past_due_since: each.past_due_since,
    suspended_at: each.suspended_at,
    ...statusCopy(each, now),
  }))
  await execute(
    tx,
    `update membership m
     set activated_at = v.activated_at, voided_at = v.voided_at, past_due_since = v.past_due_since,
         suspended_at = v.suspended_at, status = v.status,
         status_changes_at = v.status_changes_at, updated_at = now(),
         charges_next_at = case when (m.activated_at, m.voided_at, m.status)
             is distinct from (v.activated_at, v.voided_at, v.status) then ? else m.charges_next_at end
     from jsonb_to_recordset(?::jsonb) as v(
       id text, activated_at timestamptz, voided_at timestamptz, past_due_since timestamptz, suspended_at timestamptz,
       status text, status_changes_at timestamptz)
     where m.id = v.id`,
    [now, JSON.stringify(rows)]
  )
}

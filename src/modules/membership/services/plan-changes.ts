import type { Actor } from "../../../domain/actor"
import type { PlanChangeDecision, PlanChangeFacts } from "../../../domain/billing/decide-plan-change"
import { DomainError } from "../../../domain/errors"
import { sumMinor } from "../../../domain/money/amounts"
import { splitMinor } from "../../../domain/money/split"
import type { CalendarDate } from "../../../domain/time/types"
import { newEntityId } from "../ids"
import { execute } from "../sql"
import type { Tx } from "../types"
import type { AuditService } from "./audit"
import { type LoadedBilling, loadBilling } from "./billing-loading"
import { insertCharges, markHoldFees, writeDiscounts } from "./charge-insertion"
import type { UntaxedCharge } from "./charge-taxes"
import type { ClockService } from "./clock"
import { lookAtCharges } from "./join-records"
import {
  assertNothingPlanned,
  loadRunningOrders,
  loadRunningPayment,
  type NewPlanChange,
  type PlatformPayment,
  type RunningOrders,
  writePlanChange,
  writeTerms,
} from "./plan-change-records"
import {
  type ChangeTiming,
  decideChange,
  type LoadedPlanChange,
  planChangeFacts,
  untaxedCharges,
} from "./plan-change-facts"
import type { PlanSwitchService } from "./plan-switches"
import type { SalePlan, SalePlanService } from "./sale-plans"
import type { SeatAsker, SeatChangeService } from "./seat-changes"
import { loadMembership, loadSeats } from "./seat-loading"
import type { SettlementService } from "./settlements"

export interface ChangePlanInput {
  readonly membership_id: string
  readonly plan_id: string
  readonly when: ChangeTiming
  /** Of the new plan's terms, where it has some (SALE-4). */
  readonly accepted_terms_version: number | null
  readonly paid: PlatformPayment
  readonly asker: SeatAsker
  readonly actor: Actor
  /** Decides and tells, writes nothing. */
  readonly preview: boolean
}

export interface ChangedPlan {
  /** Of the change; null in a preview. */
  readonly id: string | null
  readonly membership_id: string
  readonly currency_code: string
  readonly plan_id: string
  readonly plan_name: string
  readonly from_plan_id: string
  readonly from_plan_name: string
  readonly when: ChangeTiming
  readonly change: PlanChangeDecision["change"]
  /** With which the new plan begins; their tax is found by who asks. */
  readonly charges: readonly UntaxedCharge[]
  /** What payers have left for later charges. */
  readonly carried_minor: number
}

export interface LeavingPlanInput extends Pick<ChangePlanInput, "membership_id" | "asker"> {
  readonly paid: PlatformPayment | null
}
export type TakeBackPlanChangeInput = Pick<ChangePlanInput, "membership_id" | "asker" | "actor">

/** A change of plan as it is written down. */
export interface KeptPlanChange extends NewPlanChange {
  /** Of the new plan's terms; null accepts none. */
  readonly accepted_terms_version: number | null
}

interface Dependencies {
  auditService: AuditService
  clockService: ClockService
  planSwitchService: PlanSwitchService
  salePlanService: SalePlanService
  seatChangeService: SeatChangeService
  settlementService: SettlementService
}

/** From one plan to another, now or at renewal (BILL-10): load, decide, apply, in one transaction. */
export class PlanChangeService {
  private readonly audit: AuditService
  private readonly clock: ClockService
  private readonly switches: PlanSwitchService
  private readonly plans: SalePlanService
  private readonly seats: SeatChangeService
  private readonly statuses: SettlementService

  constructor(dependencies: Dependencies) {
    this.audit = dependencies.auditService
    this.clock = dependencies.clockService
    this.switches = dependencies.planSwitchService
    this.plans = dependencies.salePlanService
    this.seats = dependencies.seatChangeService
    this.statuses = dependencies.settlementService
  }

  /** @throws DomainError with the code of the rule that says no; nothing is written then */
  async change(input: ChangePlanInput, tx: Tx): Promise<ChangedPlan> {
    const of = await this.load(input, { lock: !input.preview }, tx)
    const sale = await this.plans.load({ id_or_handle: input.plan_id }, tx)
    assertTermsAccepted(input, sale)
    const id = newEntityId("mpchg")
    const facts = await planChangeFacts(of, sale, { ...input, id }, tx)
    const decision = decideChange(of, facts, input.when)
    if (!input.preview) await this.write(input, of, facts, decision, tx)
    const { plan_id: from_plan_id, plan_name: from_plan_name, currency_code } = of.loaded
    const { change, charges, credits } = decision
    const { membership_id, when } = input
    return {
      ...{ id: input.preview ? null : id, membership_id, currency_code, from_plan_id, from_plan_name, when },
      ...{ plan_id: sale.plan.id, plan_name: sale.plan.name, change },
      charges: await untaxedCharges(membership_id, sale, { charges, currency_code }, tx),
      carried_minor: sumMinor(credits.map(({ amount_minor }) => amount_minor)),
    }
  }

  /** On which orders stands what was paid for the period that runs. @throws DomainError `not_found` */
  async runningOrders(membership_id: string, tx: Tx): Promise<RunningOrders> {
    await loadMembership(membership_id, { lock: false }, tx)
    return loadRunningOrders(membership_id, tx)
  }

  /** Until its period begins. @returns the change that waits no more. @throws DomainError `not_found` */
  async takeBack({ membership_id, asker, actor }: TakeBackPlanChangeInput, tx: Tx): Promise<string> {
    const loaded = await loadMembership(membership_id, { lock: true }, tx)
    await this.seats.assertManagesAll(asker, { loaded, before: await loadSeats(loaded, tx) }, tx)
    const now = await this.clock.now(tx)
    const [planned] = await execute<{ id: string; to_plan_id: string; changes_on: CalendarDate }>(
      tx,
      `update membership_plan_change set status = 'taken_back', settled_at = ?, updated_at = now()
       where membership_id = ? and status = 'planned' and deleted_at is null returning id, to_plan_id, changes_on`,
      [now, membership_id]
    )
    if (!planned)
      throw new DomainError("not_found", "No change of plan is waiting here.", { id: membership_id })
    // One that waits for a seat elsewhere had kept periods from being charged; an offer ends by itself again.
    await this.statuses.refreshCopies([membership_id], tx)
    await lookAtCharges(membership_id, now, tx)
    const { id, ...changes } = planned
    await this.audit.record(
      {
        actor,
        action: "take-back-plan-change",
        subject: { type: "membership", id: membership_id },
        membership_id,
        changes: { plan_change_id: id, ...changes },
        reason: asker.type === "staff" ? asker.reason : null,
      },
      tx
    )
    return id
  }

  /**
   * What any way out of a plan is decided from.
   * @param of.paid null: what was paid does not matter
   * @throws DomainError `not_found`, `not_your_seat`, `membership_ended`; `conflict` where a period has begun meanwhile
   */
  async load(
    { membership_id, asker, paid: platform }: LeavingPlanInput,
    { lock }: { readonly lock: boolean },
    tx: Tx
  ): Promise<LoadedPlanChange> {
    const loaded = await loadMembership(membership_id, { lock }, tx)
    await this.seats.assertManagesAll(asker, { loaded, before: await loadSeats(loaded, tx) }, tx)
    if (loaded.voided_at !== null || loaded.activated_at === null)
      throw new DomainError("membership_ended", "This membership is not paid yet, or it is void.", {
        id: membership_id,
      })
    const [billing] = await loadBilling([membership_id], tx)
    const running = await loadRunningPayment(membership_id, tx)
    const now = await this.clock.now(tx)
    if (platform !== null && running.index !== platform.index)
      throw new DomainError("conflict", "A period of it began meanwhile. Look at the change again.", {
        id: membership_id,
      })
    const paid_minor = running.charged_minor ?? platform?.sale_minor ?? 0
    const amount_minor = platform ? Math.max(0, sumMinor([paid_minor, -platform.refunded_minor])) : 0
    const { has_open_charges, from_on, visits } = running
    const unused_minor =
      visits && splitMinor(amount_minor, [visits.given_minor - visits.left_minor, visits.left_minor])[1]!
    return {
      loaded,
      billing: billing!,
      paid: { amount_minor, from_on, unused_minor },
      has_open_charges,
      now,
    }
  }

  /**
   * Writes a change down, with the terms that were accepted with it; one that waits is done once its period begins.
   * @throws DomainError `plan_change_planned` where another one waits
   */
  async keep(change: KeptPlanChange, tx: Tx): Promise<void> {
    const { membership_id, accepted_terms_version: version, to, actor, now, decision } = change
    await assertNothingPlanned(membership_id, tx)
    await writePlanChange(change, tx)
    if (version !== null)
      await writeTerms({ membership_id, plan_id: to.plan.plan_id, version }, actor, now, tx)
    if (decision.on_plan !== null) return
    const { changes_on } = decision.change
    const changes = { plan_change_id: to.id, plan_id: to.plan.plan_id, ...to.chart, changes_on }
    const subject = { type: "membership", id: membership_id }
    const { reason } = change
    await this.audit.record(
      { actor, action: "schedule-plan-change", subject, membership_id, changes, reason },
      tx
    )
    await this.statuses.refreshCopies([membership_id], tx)
    await lookAtCharges(membership_id, now, tx)
  }

  private async write(
    input: ChangePlanInput,
    { loaded, billing }: LoadedPlanChange,
    { to, asker }: PlanChangeFacts,
    decision: PlanChangeDecision,
    tx: Tx
  ): Promise<void> {
    const { membership_id, actor } = input
    const { currency_code } = billing
    const reason = asker.type === "staff" ? asker.reason : null
    const now = await this.clock.now(tx)
    await this.keep({ ...input, loaded, to, decision, reason, now }, tx)
    const { on_plan, change, from_index, charges } = decision
    if (on_plan === null) return
    const revokes_period = change.revokes_credits ? billing.progress.after_index : null
    await this.switches.apply({ ...on_plan, id: to.id, currency_code, revokes_period, actor, reason }, tx)
    await insertCharges(
      charges.map((charge) => ({ ...charge, membership_id, period_index: from_index, currency_code })),
      tx
    )
    await markHoldFees(newlyCharged(decision, billing), now, tx)
    await writeDiscounts(billing.progress.discounts, decision.discounts, tx)
    await execute(
      tx,
      `update membership set charged_through_index = ?, charges_next_at = ?, dues_credits = ?::jsonb, updated_at = now()
       where id = ?`,
      [from_index, now, decision.credits.length ? JSON.stringify(decision.credits) : null, membership_id]
    )
  }
}

const newlyCharged = ({ charged_hold_ids }: PlanChangeDecision, { progress }: LoadedBilling) =>
  charged_hold_ids.filter((id) => !progress.charged_hold_ids.includes(id))

/** @throws DomainError `terms_not_accepted`; staff have them signed where they will */
function assertTermsAccepted(
  { asker, accepted_terms_version, preview }: ChangePlanInput,
  { current_terms }: SalePlan
): void {
  if (preview || current_terms === null || accepted_terms_version === current_terms.version) return
  if (asker.type === "staff" && accepted_terms_version === null) return
  throw new DomainError("terms_not_accepted", "Accept the current terms of the plan first.", {
    field: "accepted_terms_version",
    terms_version: current_terms.version,
  })
}

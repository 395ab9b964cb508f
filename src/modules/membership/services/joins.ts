import { type Actor, SYSTEM } from "../../../domain/actor"
import { decideJoin, type JoinDecision, type JoinFacts, joinOnDay } from "../../../domain/billing/decide-join"
import type { ComingJoin } from "../../../domain/billing/coming-joins"
import { dueCharges } from "../../../domain/billing/due-charges"
import { assertLeavable } from "../../../domain/billing/leaving-plan"
import { DomainError } from "../../../domain/errors"
import { compareDates, hasCome, localDate, startOfLocalDay } from "../../../domain/time/calendar"
import type { Instant } from "../../../domain/time/types"
import { newEntityId } from "../ids"
import { lockRows } from "../sql"
import type { Tx } from "../types"
import type { AuditService } from "./audit"
import type { UntaxedCharge } from "./charge-taxes"
import type { ClockService } from "./clock"
import { type JoinChoice, type JoinPlace, type JoinPlaceService, soleMember } from "./join-places"
import {
  dueJoins,
  endPlannedJoin,
  joinsOf,
  leavesOn,
  lockPlannedJoin,
  lookAtCharges,
  type NewJoin,
  type PlannedJoin,
  redateJoins,
  writeJoin,
} from "./join-records"
import type { JoinSwitchService } from "./join-switches"
import { type LoadedPlanChange, untaxedCharges } from "./plan-change-facts"
import { assertNothingPlanned, type PlatformPayment } from "./plan-change-records"
import type { PlanChangeService } from "./plan-changes"
import type { SalePlanService } from "./sale-plans"
import type { SeatAsker } from "./seat-changes"

export interface JoinMembershipInput {
  /** Of one person, who leaves it. */
  readonly membership_id: string
  readonly choice: JoinChoice
  readonly when: "now" | "renewal"
  readonly paid: PlatformPayment
  readonly asker: SeatAsker
  readonly actor: Actor
  /** Decides and tells, writes nothing. */
  readonly preview: boolean
}

/** The seat that somebody takes, or is to take. */
export interface JoinedSeatAnswer {
  /** null: a new one, in a preview or until its day. */
  readonly id: string | null
  readonly label: string
  readonly sequence: number
  readonly classification_id: string | null
  readonly price_minor: number
  /** It was sold before: nothing is charged for it. */
  readonly is_paid_for: boolean
  /** null is a purchaser without an account. */
  readonly payer_customer_id: string | null
}

export interface MembershipJoined {
  /** Of the change; null in a preview. */
  readonly id: string | null
  readonly membership_id: string
  readonly to_membership_id: string
  readonly to_display_id: number
  readonly currency_code: string
  readonly plan_id: string
  readonly plan_name: string
  readonly from_plan_id: string
  readonly from_plan_name: string
  readonly when: "now" | "renewal"
  readonly change: JoinDecision["change"]
  readonly seat: JoinedSeatAnswer
  /** Of the unused days, what goes back only by a refund: somebody else has paid them. */
  readonly refundable_minor: number
  /** For the seat; its tax is found by who asks. */
  readonly charges: readonly UntaxedCharge[]
}

/** What became of a planned join when its day had come. */
export interface SettledJoin {
  readonly membership_id: string
  readonly to_membership_id: string
  /** null: done. */
  readonly refused_code: string | null
}

interface Dependencies {
  auditService: AuditService
  clockService: ClockService
  joinPlaceService: JoinPlaceService
  joinSwitchService: JoinSwitchService
  planChangeService: PlanChangeService
  salePlanService: SalePlanService
}

/**
 * From a plan of one's own to a seat of a shared membership, now or at renewal (BILL-10, SEAT-8): load, decide, apply, in
 * one transaction, with both memberships locked in the order of their ids.
 */
export class JoinService {
  private readonly audit: AuditService
  private readonly clock: ClockService
  private readonly places: JoinPlaceService
  private readonly changes: PlanChangeService
  private readonly plans: SalePlanService
  private readonly switches: JoinSwitchService

  constructor(dependencies: Dependencies) {
    this.audit = dependencies.auditService
    this.clock = dependencies.clockService
    this.places = dependencies.joinPlaceService
    this.changes = dependencies.planChangeService
    this.plans = dependencies.salePlanService
    this.switches = dependencies.joinSwitchService
  }

  /** @throws DomainError with the code of the rule that says no; nothing is written then */
  async join(input: JoinMembershipInput, tx: Tx): Promise<MembershipJoined> {
    const { membership_id, choice, when, asker, actor, preview } = input
    if (!preview) await this.lock([membership_id, choice.membership_id], tx)
    const id = newEntityId("mpchg")
    const { of, place, facts } = await this.load({ id, ...input }, tx)
    const decision = decideJoin(facts)
    const { loaded, now } = of
    if (!preview) {
      await assertNothingPlanned(membership_id, tx)
      const reason = asker.type === "staff" ? asker.reason : null
      const join = { id, when, loaded, place, choice, decision, actor, reason, now }
      await writeJoin(join, tx)
      const { revokes_credits, changes_on: day } = decision.change
      const revokes_period = revokes_credits ? of.billing.progress.after_index : null
      if (when === "now")
        await this.switches.apply({ ...join, asker, day, revokes_period, made: decision }, tx)
      else await this.plan(join, tx)
    }
    const { charges } = decision
    const { currency_code, plan_id } = place.loaded
    const sale = await this.plans.load({ id_or_handle: plan_id }, tx)
    return {
      ...told({ id: preview ? null : id, loaded, place, decision, when }),
      charges: await untaxedCharges(choice.membership_id, sale, { charges, currency_code }, tx),
    }
  }

  /** Those whose day has come. */
  async due(tx: Tx): Promise<string[]> {
    return dueJoins(await this.clock.now(tx), tx)
  }

  /**
   * Does what was planned, once, or tells why not: what was to be left goes on then.
   * @returns null: done before, or not yet, as where a period of the shared membership has to be charged to the others first
   */
  async settle(id: string, tx: Tx): Promise<SettledJoin | null> {
    const planned = await lockPlannedJoin(id, tx)
    if (planned === null) return null
    const { membership_id, choice } = planned
    const told = { membership_id, to_membership_id: choice.membership_id }
    try {
      return (await this.doPlanned(planned, tx)) ? { ...told, refused_code: null } : null
    } catch (error) {
      // Whatever refuses it was decided before anything was written; a conflict goes by.
      if (!(error instanceof DomainError)) throw error
      if (error.code === "conflict") return null
      await endPlannedJoin(planned, error.code, await this.clock.now(tx), tx)
      const subject = { type: "membership", id: membership_id }
      const changes = { plan_change_id: id, ...told, refused: error.code }
      await this.audit.record(
        { actor: SYSTEM, action: "refuse-plan-change", subject, membership_id, changes },
        tx
      )
      return { ...told, refused_code: error.code }
    }
  }

  /** REPORT-3: what is planned into these memberships, if nothing changes before; one that would be refused is left out. */
  async coming(to_membership_ids: readonly string[], until: Instant, tx: Tx): Promise<ComingJoin[]> {
    const joins: ComingJoin[] = []
    for (const planned of await joinsOf(to_membership_ids, tx)) {
      try {
        const { facts } = await this.load(
          { ...planned, when: "renewal", paid: null, asker: askerOf(planned) },
          tx
        )
        const { membership, progress } = facts
        const day = leavesOn({ ...membership, leaves_from_index: planned.from_index })
        if (day === null) continue
        const at = startOfLocalDay(day, membership.zone)
        if (hasCome(until, at)) continue
        // What an earlier change has left is taken by its own charges first.
        const left = { ...membership, leaves_from_index: planned.from_index }
        const so_far = dueCharges(left, progress, at).at(-1)?.progress ?? progress
        joins.push({ at, facts: { ...facts, progress: so_far } })
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
      }
    }
    return joins
  }

  private async doPlanned(
    { id, membership_id, from_index, ...planned }: PlannedJoin,
    tx: Tx
  ): Promise<boolean> {
    const { choice, actor, reason } = planned
    const asker = askerOf(planned)
    const { of, place, facts } = await this.load(
      { id, membership_id, choice, when: "renewal", paid: null, asker },
      tx
    )
    const { membership } = facts
    const today = localDate(of.now, membership.zone)
    assertLeavable(facts, today)
    const leaving = { ...membership, leaves_from_index: from_index }
    const day = leavesOn(leaving)
    if (day === null) throw new DomainError("hold_not_allowed", "It is on hold, and nobody knows until when.")
    if (compareDates(day, today) > 0) {
      await redateJoins([leaving], tx)
      return false
    }
    const made = joinOnDay(facts, localDate(of.now, place.loaded.time_zone))
    const { loaded, now } = of
    const join = { id, loaded, place, actor, reason, now, day, asker }
    await this.switches.apply({ ...join, made, revokes_period: null }, tx)
    return true
  }

  /** In the order of their ids, so that of two who want the last seat the second sees what the first has done (SEAT-11). */
  private async lock(ids: readonly string[], tx: Tx): Promise<void> {
    await lockRows(tx, "membership", ids)
  }

  private async load(
    { membership_id, choice, when, paid, asker, id }: LoadJoin,
    tx: Tx
  ): Promise<{ of: LoadedPlanChange; place: JoinPlace; facts: JoinFacts }> {
    const of = await this.changes.load({ membership_id, paid, asker }, { lock: false }, tx)
    const { loaded, now, billing } = of
    const { member_id, payer_customer_id: former_payer_id } = await soleMember(loaded, now, tx)
    const place = await this.places.find({ choice, member_id, former_payer_id, asker, now }, tx)
    const { audience, cancellation_policy, plan_id, plan_from_on, proration, currency_code } = loaded
    const { past_due_since, suspended_at } = place.loaded
    const facts: JoinFacts = {
      ...{ id, when, currency_code, now, paid: of.paid, has_open_charges: of.has_open_charges },
      membership: { ...billing.membership, leaves_from_index: null },
      progress: billing.progress,
      from: {
        ...{ plan_id, audience, cancellation_policy, proration: proration ?? false },
        commitment_from_on: plan_from_on,
      },
      to: {
        ...{ ...place.billing, seat: place.seat, is_paid_for: place.is_paid_for },
        is_past_due: past_due_since !== null || suspended_at !== null,
      },
      asker: asker.type === "staff" ? asker : { type: "customer" },
    }
    return { of, place, facts }
  }

  /** Nothing of it is done before its day but that no period after it is charged. */
  private async plan({ id, loaded, place, decision, actor, reason, now }: NewJoin, tx: Tx): Promise<void> {
    const subject = { type: "membership", id: loaded.id }
    const { changes_on } = decision.change
    const { id: to_membership_id, display_id: to_display_id, plan_id } = place.loaded
    const changes = { plan_change_id: id, to_membership_id, to_display_id, plan_id, changes_on }
    await this.audit.record(
      { actor, action: "schedule-join", subject, membership_id: loaded.id, changes, reason },
      tx
    )
    await lookAtCharges(loaded.id, now, tx)
  }
}

/** Whoever planned it may still do it, or it is not done. */
const askerOf = ({ actor, reason }: Pick<PlannedJoin, "actor" | "reason">): SeatAsker =>
  actor.type === "customer" ? { type: "customer", customer_id: actor.id ?? "" } : { type: "staff", reason }

interface LoadJoin extends Omit<JoinMembershipInput, "paid" | "actor" | "preview"> {
  /** null: what was paid is used by then. */
  readonly paid: PlatformPayment | null
  readonly id: string
}

function told({
  id,
  loaded,
  place,
  decision,
  when,
}: Pick<NewJoin, "loaded" | "place" | "decision" | "when"> & {
  readonly id: string | null
}): Omit<MembershipJoined, "charges"> {
  const { plan_id: from_plan_id, plan_name: from_plan_name, currency_code } = loaded
  const { id: to_membership_id, display_id: to_display_id, plan_id, plan_name } = place.loaded
  const { seat, is_paid_for } = place
  const { label, sequence, classification_id, price_minor, payer_customer_id } = seat
  const { change, refundable_minor } = decision
  return {
    ...{ id, membership_id: loaded.id, to_membership_id, to_display_id, currency_code, when, change },
    ...{ plan_id, plan_name, from_plan_id, from_plan_name, refundable_minor },
    seat: {
      id: id === null && !is_paid_for ? null : seat.id,
      ...{ label, sequence, classification_id, price_minor, is_paid_for },
      payer_customer_id: payer_customer_id ?? place.loaded.customer_id,
    },
  }
}

import type { Actor } from "../../../domain/actor"
import { chargesToMove } from "../../../domain/billing/merged-payer"
import { DomainError } from "../../../domain/errors"
import {
  assertMergeConfirmed,
  type MergedAccount,
  mergedAccount,
  type MergedHousehold,
  type MergedFacts,
  mergedFacts,
  mergedHousehold,
  type MergeNotice,
  type PersonMergeEffect,
  proofsToMove,
} from "../../../domain/people/merge"
import { difference } from "../../../domain/seats/difference"
import {
  type CoveredTwice,
  coveredTwice,
  decideMerge,
  type MergedMembership,
  type MergedPeople,
} from "../../../domain/seats/people-merged"
import type { SeatedMembership } from "../../../domain/seats/types"
import type { Instant } from "../../../domain/time/types"
import type { Tx } from "../types"
import type { AuditService } from "./audit"
import type { ClockService } from "./clock"
import { departureFacts, type MembershipEffects, toldOf } from "./departures"
import type { NamedCustomer } from "./erasures"
import { forgetMember } from "./forgotten-members"
import type { HouseholdService } from "./households"
import { type AccountEffect, accountEffects, type BelongingsEffect, belongingsEffects } from "./merge-effects"
import { belongingsOf, loadMerging, lockCharges, type MergingMember, proofsOfMembers } from "./merge-loading"
import { moveAccount, moveInvitations, moveMember, writeFacts, writePlace } from "./merge-writing"
import type { SaleNoticeService } from "./sale-notices"
import { type LoadedMembership, loadMembership, loadSeats } from "./seat-loading"
import { writeSeats } from "./seat-writing"
import { assertSame, lockTheirs } from "./their-memberships"

export interface MergeMembersInput {
  /** The duplicate. */
  readonly id: string
  /** Who stays. */
  readonly into_member_id: string
  /** By customer id: as memberships will name the account that they go to. */
  readonly named: Readonly<Record<string, NamedCustomer>>
  /** Notices that staff have looked at, by their codes. */
  readonly confirmed: readonly MergeNotice[]
  readonly reason: string | null
  readonly actor: Actor
  /** Decides and tells, writes nothing. */
  readonly preview: boolean
}

export type MergeEffect = PersonMergeEffect | CoveredTwice | AccountEffect | BelongingsEffect

export interface Merge {
  readonly memberships: readonly MembershipEffects[]
  readonly effects: readonly MergeEffect[]
}

interface Dependencies {
  auditService: AuditService
  clockService: ClockService
  householdService: HouseholdService
  saleNoticeService: SaleNoticeService
}

/**
 * One person who is there twice: everything that the duplicate has, did, bought and owes is whose stays, and no history is
 * deleted (BILL-11, SEAT-3). Memberships are locked before charges, those before households, and those before members.
 */
export class MergeService {
  private readonly audit: AuditService
  private readonly clock: ClockService
  private readonly households: HouseholdService
  private readonly notices: SaleNoticeService

  constructor(dependencies: Dependencies) {
    this.audit = dependencies.auditService
    this.clock = dependencies.clockService
    this.households = dependencies.householdService
    this.notices = dependencies.saleNoticeService
  }

  /**
   * @throws DomainError `not_found`; `conflict` for charges under way and for two households, with what to do;
   * `household_needs_guardian`; `notices_unconfirmed`
   */
  async merge(input: MergeMembersInput, tx: Tx): Promise<Merge> {
    const loaded = await this.load(input, tx)
    const memberships = await this.decideAll(loaded, tx)
    const { facts, household, account, proofs, now } = loaded
    const { gone, stays } = loaded
    const effects: MergeEffect[] = [
      ...facts.effects,
      ...memberships.flatMap(({ covered }) => covered),
      ...(await accountEffects(account, owed(loaded, memberships), tx)),
      ...belongingsEffects(await belongingsOf(gone.id, stays.id, facts.facts.email, tx), proofs),
      ...household.effects,
      { code: "member_merged", member_id: gone.id, into_member_id: stays.id },
    ]
    const merge = { memberships: memberships.map(({ told }) => told), effects }
    if (input.preview) return merge
    assertMergeConfirmed(effects, input.confirmed)
    for (const each of memberships) await this.apply(each, { ...input, now }, tx)
    await this.move(loaded, input, tx)
    await this.record(loaded, { ...input, effects }, tx)
    return merge
  }

  /** All that is to be decided from, locked in the order that everybody keeps. */
  private async load(input: MergeMembersInput, tx: Tx): Promise<Loaded> {
    const before = await loadMerging(input, tx)
    const account = mergedAccount(before.gone.customer_id, before.stays.customer_id)
    const { from_customer_id: from } = account
    const people: MergedPeople = {
      gone: { member_id: before.gone.id, customer_id: from },
      stays: { member_id: before.stays.id, customer_id: account.customer_id },
    }
    const membership_ids = await lockTheirs(people.gone, tx)
    const move = from && account.customer_id ? { from, to: account.customer_id } : null
    const charge_ids = move ? chargesToMove(await lockCharges(move, tx)) : []
    const ids = { gone_id: before.gone.id, stays_id: before.stays.id }
    const household = mergedHousehold(await this.households.lockTogether(Object.values(ids), tx), ids)
    const { gone, stays } = await loadMerging(input, tx)
    if (gone.customer_id !== before.gone.customer_id || stays.customer_id !== before.stays.customer_id)
      throw new DomainError("conflict", "One of them was just given another account. Look again and repeat.")
    await assertSame(membership_ids, people.gone, tx)
    const proofs = await proofsOfMembers([gone.id, stays.id], tx)
    const own = proofs.filter(({ member_id }) => member_id === gone.id)
    const moved = proofsToMove(
      own,
      proofs.filter(({ member_id }) => member_id === stays.id)
    )
    return {
      ...{ gone, stays, people, account, household, membership_ids, charge_ids },
      facts: mergedFacts(gone, stays),
      proofs: { moved: moved.map(({ id }) => id), dropped: own.length - moved.length },
      now: await this.clock.now(tx),
    }
  }

  private async decideAll({ membership_ids, people, now }: Loaded, tx: Tx): Promise<Decided[]> {
    const decided: Decided[] = []
    for (const id of membership_ids) {
      const loaded = await loadMembership(id, { lock: false }, tx)
      const before = await loadSeats(loaded, tx)
      const facts = departureFacts(loaded, before, { now, reason: REASON })
      const merged = decideMerge(facts, people)
      if (merged === null) continue
      const { moved: seat } = merged
      const { plan_id, display_id } = loaded
      const plan = { id: plan_id, kind: loaded.plan_kind }
      const { member_id } = people.stays
      const covered = seat
        ? coveredTwice(
            { ...facts, display_id, plan, seat },
            await this.held(plan_id, member_id, tx),
            member_id
          )
        : []
      decided.push({ loaded, before, merged, covered, told: toldOf(loaded, before, merged.effects) })
    }
    return decided
  }

  private async held(plan_id: string, member_id: string, tx: Tx) {
    return (await this.notices.held({ plan_id, customer_id: null, member_ids: [member_id] }, tx)).memberships
  }

  private async apply({ loaded, before, merged }: Decided, work: Work, tx: Tx): Promise<void> {
    const { after, effects, moved } = merged
    const { id, into_member_id, actor, reason, now } = work
    // Who sits there stays who it is: the row that says so changes its name, and not its dates (SEAT-3).
    const seats = after.seats.map((seat) => (seat.id === moved?.id ? { ...seat, member_id: id } : seat))
    const written = { ...after, seats }
    await writeSeats({ loaded, after: written, changed: difference(before, written), now }, tx)
    const subject = { type: "membership", id: loaded.id }
    const changes = { effects, changed: difference(before, after), member_id: id, into_member_id }
    await this.audit.record(
      { actor, action: "merge-members", subject, membership_id: loaded.id, changes, reason },
      tx
    )
  }

  private async move(loaded: Loaded, { named }: MergeMembersInput, tx: Tx): Promise<void> {
    const { gone, stays, account, facts, household, proofs, membership_ids, charge_ids, now } = loaded
    const { customer_id, from_customer_id: from } = account
    if (from && customer_id) {
      const move = { from, to: customer_id, named: named[customer_id] }
      await moveAccount({ ...move, charge_ids, membership_ids }, tx)
    }
    await moveMember({ gone_id: gone.id, stays_id: stays.id, proof_ids: proofs.moved, now }, tx)
    await writeFacts(stays.id, facts.facts, tx)
    await moveInvitations(gone.id, facts.facts.email, tx)
    await this.households.leaveFor(gone.id, household.dissolved_id, tx)
    await forgetMember(gone.id, now, tx)
    await writePlace(stays.id, { ...household, customer_id }, tx)
  }

  /** On both, without what the effects say of names (PEOPLE-6). */
  private async record(
    { gone, stays, account }: Loaded,
    { actor, reason, effects }: MergeMembersInput & Pick<Merge, "effects">,
    tx: Tx
  ): Promise<void> {
    const about = {
      ...{ member_id: gone.id, into_member_id: stays.id, from_customer_id: account.from_customer_id },
      ...{ customer_id: account.customer_id, effects: effects.map(({ code }) => code) },
    }
    const entry = (id: string) => ({
      ...{ actor, action: "merge-members", subject: { type: "member", id }, changes: about, reason },
    })
    await this.audit.record([entry(gone.id), entry(stays.id)], tx)
  }
}

/** How many open charges go over, and whether the other account pays for anything from now on. */
function owed({ charge_ids }: Loaded, memberships: readonly Decided[]) {
  const codes = memberships.flatMap(({ merged }) => merged.effects.map(({ code }) => code))
  const charges = charge_ids.length
  return {
    charges,
    pays: charges > 0 || codes.includes("payer_changes") || codes.includes("purchaser_changes"),
  }
}

const REASON = "The member was merged."

interface Loaded {
  readonly gone: MergingMember
  readonly stays: MergingMember
  readonly people: MergedPeople
  readonly account: MergedAccount
  readonly household: MergedHousehold
  readonly facts: MergedFacts
  readonly proofs: { readonly moved: readonly string[]; readonly dropped: number }
  readonly membership_ids: readonly string[]
  readonly charge_ids: readonly string[]
  readonly now: Instant
}

interface Decided {
  readonly loaded: LoadedMembership
  readonly before: SeatedMembership
  readonly merged: MergedMembership
  readonly covered: readonly CoveredTwice[]
  readonly told: MembershipEffects
}

type Work = MergeMembersInput & { readonly now: Instant }

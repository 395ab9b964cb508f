import type { Actor } from "../../../domain/actor"
import type { HistoryAction } from "../../../domain/memberships/history"
import { decide, type SeatDecision, type SeatFacts, type SeatVerb } from "../../../domain/seats/decide"
import { difference } from "../../../domain/seats/difference"
import type { SeatEffect } from "../../../domain/seats/effects"
import { assertMay, managedSeatIds, type Ownership, type Standing } from "../../../domain/seats/rights"
import type { SeatedMembership } from "../../../domain/seats/types"
import { newEntityId } from "../ids"
import type { Tx } from "../types"
import type { AuditService } from "./audit"
import type { ClockService } from "./clock"
import type { CreditGrantService } from "./credit-grants"
import type { OwnHouseholdService } from "./own-household"
import { type LoadedPerson, loadPeople, lockMember } from "./people-loading"
import {
  factsOf,
  loadClassifications,
  type LoadedMembership,
  loadMembership,
  loadSeats,
} from "./seat-loading"
import { writeSeats } from "./seat-writing"

/** Who wants it. A customer is bound by the plan's policies and by what is theirs; staff go past them with a reason. */
export type SeatAsker =
  | { readonly type: "staff"; readonly reason: string | null }
  | { readonly type: "customer"; readonly customer_id: string }

export interface ChangeSeatsInput {
  readonly membership_id: string
  readonly verb: SeatVerb
  readonly asker: SeatAsker
  readonly actor: Actor
  /** Decides and tells, writes nothing. */
  readonly preview: boolean
}

export interface ManagedSeat {
  readonly membership_id: string
  readonly seat_id: string
  readonly asker: SeatAsker
}

export interface SeatsChanged {
  readonly membership_id: string
  readonly verb: SeatVerb["verb"]
  readonly currency_code: string
  readonly effects: readonly SeatEffect[]
  /** Ids of the seats that changed. */
  readonly seat_ids: readonly string[]
}

interface Dependencies {
  auditService: AuditService
  clockService: ClockService
  ownHouseholdService: OwnHouseholdService
  creditGrantService: CreditGrantService
}

/** The verbs on seats: load, decide, apply, in one transaction; the row lock makes those of a membership take turns (SEAT-11). */
export class SeatChangeService {
  private readonly audit: AuditService
  private readonly clock: ClockService
  private readonly households: OwnHouseholdService
  private readonly credits: CreditGrantService

  constructor({ auditService, clockService, ownHouseholdService, creditGrantService }: Dependencies) {
    this.audit = auditService
    this.clock = clockService
    this.households = ownHouseholdService
    this.credits = creditGrantService
  }

  /** @throws DomainError with the code of the rule that says no; nothing is written then */
  async change(input: ChangeSeatsInput, tx: Tx): Promise<SeatsChanged> {
    const { verb, preview } = input
    const now = await this.clock.now(tx)
    const loaded = await loadMembership(input.membership_id, { lock: !preview }, tx)
    const before = await loadSeats(loaded, tx)
    // Whoever is deleted at the same time does not get a seat (PEOPLE-6).
    if (verb.verb === "assign" && !preview) await lockMember(verb.member_id, tx)
    const people = await loadPeople(membersNeeded(input, before), tx)
    const managed_seat_ids = await this.assertMay(input.asker, { loaded, before, people, verb }, tx)
    const facts: SeatFacts = {
      ...factsOf(loaded, before, now),
      ...{ people, candidates: await this.candidatesFor(input, people, tx) },
      classifications: people.size ? await loadClassifications(seatsTalkedOf(verb, before), tx) : new Map(),
      is_void: loaded.voided_at !== null,
      asker: input.asker,
      managed_seat_ids,
      newHoldId: () => newEntityId("mpause"),
    }
    const decision = decide(facts, verb)
    const changed = difference(before, decision.after)
    if (!preview) {
      await writeSeats({ loaded, after: decision.after, changed, now }, tx)
      await this.credits.realign(loaded.id, tx)
      await this.record(input, { ...decision, changed }, tx)
    }
    const { id: membership_id, currency_code } = loaded
    const seat_ids = [...changed.seats, ...(changed.added ?? [])].map(({ id }) => id)
    const tells_dues = managed_seat_ids === null
    const effects = decision.effects.filter(({ code }) => tells_dues || code !== "dues_change")
    return { membership_id, verb: verb.verb, currency_code, effects, seat_ids }
  }

  /** The membership, locked, for somebody who may leave a seat empty or fill it. @throws DomainError `not_found`, `not_your_seat` */
  async lockManaged(
    { membership_id, seat_id, asker }: ManagedSeat,
    tx: Tx
  ): Promise<{ readonly loaded: LoadedMembership; readonly before: SeatedMembership }> {
    const loaded = await loadMembership(membership_id, { lock: true }, tx)
    const before = await loadSeats(loaded, tx)
    const verb = { verb: "unassign", seat_id } as const
    const people = await loadPeople(membersNeeded({ verb, asker }, before), tx)
    await this.assertMay(asker, { loaded, before, people, verb }, tx)
    return { loaded, before }
  }

  /** @throws DomainError `not_found`, `not_your_seat` for a customer who does not manage the whole of it */
  async assertManagesAll(
    asker: SeatAsker,
    of: { readonly loaded: LoadedMembership; readonly before: SeatedMembership },
    tx: Tx
  ): Promise<void> {
    const verb = { verb: "add", seats: [], is_sold: false } as const
    const people = await loadPeople(membersNeeded({ verb, asker }, of.before), tx)
    await this.assertMay(asker, { ...of, people, verb }, tx)
  }

  /** @returns the seats that they manage; null is all */
  private async assertMay(
    asker: SeatAsker,
    { loaded, before, people, verb }: Rights,
    tx: Tx
  ): Promise<ReadonlySet<string> | null> {
    if (asker.type === "staff") return null
    const { customer_id } = asker
    const place = await this.households.placeOf(customer_id, tx)
    const who: Standing = { member_id: null, household_id: null, is_guardian: false, ...place, customer_id }
    const of = ownershipOf(loaded, before, people)
    assertMay(who, of, verb)
    return managedSeatIds(who, of)
  }

  /** Customers seat the people of their own household; for others they invite (PEOPLE-6). */
  private async candidatesFor({ asker, verb }: ChangeSeatsInput, people: People, tx: Tx): Promise<People> {
    if (asker.type === "staff" || (verb.verb !== "assign" && verb.verb !== "add")) return people
    const place = await this.households.placeOf(asker.customer_id, tx)
    const own = [...people].filter(
      ([, person]) =>
        person.customer_id === asker.customer_id ||
        (person.household_id !== null && person.household_id === place?.household_id)
    )
    return new Map(own)
  }

  private async record(
    { membership_id, verb, asker, actor }: ChangeSeatsInput,
    { effects, overridden, changed }: SeatDecision & { changed: object },
    tx: Tx
  ): Promise<void> {
    const seat_id = "seat_id" in verb ? verb.seat_id : null
    const subject = seat_id ? { type: "seat", id: seat_id } : { type: "membership", id: membership_id }
    const reason = asker.type === "staff" ? asker.reason : "reason" in verb ? verb.reason : null
    const changes = { effects, overridden: overridden.map(({ code }) => code), changed }
    await this.audit.record(
      { actor, action: ACTIONS[verb.verb], subject, membership_id, changes, reason },
      tx
    )
  }
}

type People = Map<string, LoadedPerson>

interface Rights {
  readonly loaded: LoadedMembership
  readonly before: SeatedMembership
  readonly people: People
  readonly verb: SeatVerb
}

/** What the history calls each verb. */
const ACTIONS: Readonly<Record<SeatVerb["verb"], HistoryAction>> = {
  hold: "hold-seats",
  resume: "resume-seats",
  cancel: "cancel-seats",
  uncancel: "uncancel-seats",
  reorder: "reorder-seats",
  assign: "assign-seat",
  unassign: "unassign-seat",
  change_payer: "change-payer",
  extend_term: "extend-term",
  change_start: "change-start",
  add: "add-seats",
}

/** Verbs that move people ask about everybody who sits there; a customer's rights hang on their households. */
function membersNeeded(
  { verb, asker }: Pick<ChangeSeatsInput, "verb" | "asker">,
  { seats }: SeatedMembership
): string[] {
  const moves_people = verb.verb === "reorder" || (verb.verb === "cancel" && verb.seat_id !== null)
  const seated =
    moves_people || asker.type === "customer" ? seats.flatMap(({ member_id }) => member_id ?? []) : []
  if (verb.verb === "add") return [...seated, ...verb.seats.flatMap(({ member_id }) => member_id ?? [])]
  return verb.verb === "assign" ? [...seated, verb.member_id] : seated
}

const seatsTalkedOf = (verb: SeatVerb, { seats }: SeatedMembership) =>
  verb.verb === "add" ? [...seats, ...verb.seats] : seats

function ownershipOf(loaded: LoadedMembership, { seats }: SeatedMembership, people: People): Ownership {
  return {
    audience: loaded.audience,
    purchaser_customer_id: loaded.customer_id,
    household_id: loaded.household_id,
    seats,
    household_of: new Map([...people].map(([id, { household_id }]) => [id, household_id])),
  }
}

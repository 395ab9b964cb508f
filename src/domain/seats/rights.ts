import { DomainError } from "../errors"
import type { PlanAudience } from "../plans/types"
import type { SeatVerb } from "./decide"
import type { Seat } from "./types"

/** A customer, and where they stand among the members now; leaving a household takes its rights at once. */
export interface Standing {
  readonly customer_id: string
  readonly member_id: string | null
  readonly household_id: string | null
  readonly is_guardian: boolean
}

/** Whose a membership is. */
export interface Ownership {
  readonly audience: PlanAudience
  readonly purchaser_customer_id: string | null
  /** The purchaser's. */
  readonly household_id: string | null
  readonly seats: readonly Pick<Seat, "id" | "member_id" | "payer_customer_id">[]
  /** The household of everybody who holds a seat, by member id. */
  readonly household_of: ReadonlyMap<string, string | null>
}

type OwnedSeat = Ownership["seats"][number]

/** The purchaser; of a family's membership every guardian of that family. */
function managesAll(who: Standing, of: Ownership): boolean {
  if (who.customer_id === of.purchaser_customer_id) return true
  return of.audience === "household" && isGuardianIn(who, of.household_id)
}

/** Guardians manage the seats of the people of their household, whoever bought the membership. */
function managesSeat(who: Standing, of: Ownership, seat: OwnedSeat): boolean {
  if (managesAll(who, of)) return true
  return seat.member_id !== null && isGuardianIn(who, of.household_of.get(seat.member_id) ?? null)
}

/** PEOPLE-6, SEAT-9: what they manage, hold or pay for. */
function seesSeat(who: Standing, of: Ownership, seat: OwnedSeat): boolean {
  const is_own = who.member_id !== null && seat.member_id === who.member_id
  return is_own || seat.payer_customer_id === who.customer_id || managesSeat(who, of, seat)
}

/**
 * Refuses what is not the customer's to do. Nobody can make somebody else pay: customers only take a seat's dues upon
 * themselves (SEAT-4).
 * @throws DomainError `not_found` for what they do not see; `not_your_seat`
 */
export function assertMay(who: Standing, of: Ownership, verb: SeatVerb): void {
  if (!of.seats.some((seat) => seesSeat(who, of, seat)) && !managesAll(who, of))
    throw new DomainError("not_found", "There is no such membership.")
  if (verb.verb === "extend_term" || verb.verb === "change_start") refuse()
  if (verb.verb === "change_payer" && verb.payer_customer_id !== who.customer_id) refuse()
  const named = seatsNamedBy(verb)
  if (named === null && !managesAll(who, of)) refuse()
  for (const id of named ?? []) {
    const seat = of.seats.find((each) => each.id === id)
    if (!seat || !seesSeat(who, of, seat))
      throw new DomainError("not_found", "There is no such seat in this membership.", { seat_id: id })
    const holds_it =
      verb.verb === "change_payer" && who.member_id !== null && seat.member_id === who.member_id
    if (!holds_it && !managesSeat(who, of, seat)) refuse()
  }
}

/**
 * The seats on which somebody may move people. Null is all: they manage the whole, and are told what it costs and how
 * its people could be moved; who manages a seat of it is not (PEOPLE-6).
 */
export function managedSeatIds(who: Standing, of: Ownership): ReadonlySet<string> | null {
  if (managesAll(who, of)) return null
  return new Set(of.seats.filter((seat) => managesSeat(who, of, seat)).map(({ id }) => id))
}

/** null is the whole membership. */
function seatsNamedBy(verb: SeatVerb): readonly string[] | null {
  if (verb.verb === "reorder") return verb.order.map(({ seat_id }) => seat_id)
  if (verb.verb === "change_payer") return verb.seat_ids
  if (!("seat_id" in verb) || verb.seat_id === null) return null
  return [verb.seat_id]
}

const isGuardianIn = (who: Standing, household_id: string | null) =>
  who.is_guardian && household_id !== null && who.household_id === household_id

function refuse(): never {
  const message = "Only whoever bought this membership, or a guardian of that household, can do this."
  throw new DomainError("not_your_seat", message)
}

import { isShared } from "../plans/types"
import { decide, isOver, type SeatDecision, type SeatFacts, type SeatVerb } from "./decide"
import { DomainError } from "../errors"
import type { SeatEffect } from "./effects"
import { liveSeats } from "./live-seats"
import type { Seat, SeatedMembership } from "./types"

/** Somebody who is deleted, as far as one membership knows them. */
export interface GonePerson {
  readonly member_id: string | null
  readonly customer_id: string | null
}

/** A membership without somebody who is deleted. */
export interface Departure extends SeatDecision {
  /** Who has bought it from now on; left out where that stays. */
  readonly purchaser_customer_id?: string
}

/** What decides about a membership when somebody is deleted. */
export interface DepartureFacts extends SeatFacts {
  /** null has no account. */
  readonly purchaser_customer_id: string | null
}

/**
 * What becomes of a membership when somebody is deleted (BILL-11): their seat ends today, or stays empty where it is
 * required; seats that they pay for in somebody else's membership go back to its purchaser; what they bought themselves
 * goes on where others pay for all of it, else it is canceled now. Nothing is decided about what is over.
 * @returns null where the membership stays as it is
 */
export function decideDeparture(facts: DepartureFacts, gone: GonePerson): Departure | null {
  if (isOver(facts) || liveSeats(facts.membership, facts.today).length === 0) return null
  const left = leaveSeat(facts, gone.member_id)
  const { customer_id } = gone
  if (customer_id === null) return left
  const { purchaser_customer_id: purchaser } = facts
  if (purchaser !== customer_id) return payByOther(facts, left, { from: customer_id, to: purchaser })
  const { membership: after, effects, overridden } = asDecided(facts, left)
  const heir = payerOfAll(after, facts, customer_id)
  if (heir === null) return endAll(facts)
  const takeover: SeatEffect = { code: "purchaser_changes", to_customer_id: heir }
  return { after, overridden, effects: [...effects, takeover], purchaser_customer_id: heir }
}

/** The seat that somebody holds ends today; one that the membership cannot be without stays empty and paid (SEAT-6). */
function leaveSeat(facts: SeatFacts, member_id: string | null): SeatDecision | null {
  const { membership, today } = facts
  const seat = liveSeats(membership, today).find((each) => member_id !== null && each.member_id === member_id)
  if (!seat) return null
  if (!isShared(membership.audience)) return endAll(facts)
  const ended = seat.required ? null : endSeat(facts, seat)
  return ended ?? leaveEmpty(facts, seat)
}

/** @returns null where too few seats would be left (CHART-6) */
function endSeat(facts: SeatFacts, seat: Seat): SeatDecision | null {
  const verb: SeatVerb = { verb: "cancel", seat_id: seat.id, way: { at: "now" }, reason: null }
  try {
    return decide(withoutCancellations(facts, [seat]), verb)
  } catch (error) {
    if (error instanceof DomainError && error.code === "seats_below_required") return null
    throw error
  }
}

/** Nobody sits there from now on; that it is paid all the same is told (SEAT-6). */
export function leaveEmpty(
  facts: SeatFacts,
  { id, payer_customer_id, price_minor, cancellation }: Seat
): SeatDecision {
  const decision = decide(facts, { verb: "unassign", seat_id: id })
  const goes_on = facts.interval !== null && cancellation === null
  const paid: SeatEffect = { code: "seat_stays_paid", seat_id: id, payer_customer_id, price_minor }
  return { ...decision, effects: [...decision.effects, ...(goes_on ? [paid] : [])] }
}

/** All of it ends today, whatever later end was told to some of its seats. */
function endAll(facts: SeatFacts): SeatDecision {
  const seats = liveSeats(facts.membership, facts.today)
  return decide(withoutCancellations(facts, seats), {
    ...{ verb: "cancel", seat_id: null, way: { at: "now" }, reason: null },
  })
}

/** Seats for which the one account is to pay are paid by the other from the next charge on (SEAT-4). */
export function payByOther(
  facts: SeatFacts,
  left: SeatDecision | null,
  { from, to }: { readonly from: string; readonly to: string | null }
): SeatDecision | null {
  const { membership, effects, overridden } = asDecided(facts, left)
  const theirs = new Set(
    liveSeats(membership, facts.today).flatMap((seat) => (seat.payer_customer_id === from ? [seat.id] : []))
  )
  if (theirs.size === 0) return left
  const changes = [...theirs].map((seat_id): SeatEffect => ({
    ...{ code: "payer_changes", seat_id, from_customer_id: from, to_customer_id: to },
  }))
  const seats = membership.seats.map((seat) =>
    theirs.has(seat.id) ? { ...seat, payer_customer_id: to } : seat
  )
  const told = effects.map((effect) =>
    effect.code === "seat_stays_paid" && theirs.has(effect.seat_id)
      ? { ...effect, payer_customer_id: to }
      : effect
  )
  return { after: { ...membership, seats }, overridden, effects: [...told, ...changes] }
}

/** Who pays for its first seat, where every seat is paid by somebody else. */
function payerOfAll(
  membership: SeatedMembership,
  { today }: Pick<SeatFacts, "today">,
  customer_id: string
): string | null {
  const payers = liveSeats(membership, today).map(({ payer_customer_id }) => payer_customer_id)
  return payers.every((payer) => payer !== null && payer !== customer_id) ? (payers[0] ?? null) : null
}

/** The membership as it is after what was decided so far. */
export const asDecided = ({ membership }: SeatFacts, decision: SeatDecision | null) => ({
  ...{ membership: decision?.after ?? membership, effects: decision?.effects ?? [] },
  overridden: decision?.overridden ?? [],
})

/** As if nobody had dated the end of these seats yet, so that they can end today. */
function withoutCancellations(facts: SeatFacts, seats: readonly Seat[]): SeatFacts {
  const ids = new Set(seats.map(({ id }) => id))
  const open = facts.membership.seats.map((seat) =>
    ids.has(seat.id) ? { ...seat, cancellation: null } : seat
  )
  return { ...facts, membership: { ...facts.membership, seats: open } }
}

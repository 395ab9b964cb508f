import { DomainError } from "../errors"
import { addDays, compareDates } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import { assignmentRefusal } from "./assign-seat"
import type { SeatFacts } from "./decide"
import { firstPeriodFrom } from "./dues"
import type { SeatEffect } from "./effects"
import { liveSeats } from "./live-seats"
import type { Seat } from "./types"

/** A seat that was sold to a membership that runs (SEAT-8). */
export type AddedSeat = Pick<
  Seat,
  | "id"
  | "row_position"
  | "classification_id"
  | "label"
  | "sequence"
  | "required"
  | "price_minor"
  | "tax_rate"
  | "payer_customer_id"
  | "member_id"
>

interface AddedSeats {
  readonly seats: readonly Seat[]
  readonly effects: readonly SeatEffect[]
  /** The first period that they are charged for with the others; absent where nothing recurs. */
  readonly from_on?: CalendarDate
}

/**
 * The seats as they join a membership: at its end, from today, for the full price of the running period; the next
 * period is everybody's (SEAT-8).
 * @param input.is_sold money has moved, so that somebody who cannot take the seat any more leaves it empty (SEAT-1)
 * @throws DomainError `already_canceled` where the whole membership is to end; as `assignSeat`
 */
export function addSeats(
  facts: SeatFacts,
  { seats: added, is_sold }: { readonly seats: readonly AddedSeat[]; readonly is_sold: boolean }
): AddedSeats {
  const { membership, today } = facts
  const live = liveSeats(membership, today)
  if (live.length > 0 && live.every(({ cancellation }) => cancellation?.scope === "membership"))
    throw new DomainError(
      "already_canceled",
      "The whole membership is canceled. Take the cancellation back before you add a seat."
    )
  const { starts_on: term_starts_on } = membership
  const runs = term_starts_on !== null && compareDates(term_starts_on, today) < 0
  const starts_on = runs ? today : null
  const last = Math.max(0, ...membership.seats.map(({ position }) => position))
  const seats: Seat[] = []
  for (const seat of added) {
    const whole = { ...seat, member_id: null, starts_on, cancellation: null, holds: [] }
    const placed = { ...whole, position: last + seats.length + 1 }
    const sits = maySit(seat, { ...facts, seats: [...membership.seats, ...seats, placed], is_sold })
    seats.push({ ...placed, member_id: sits ? seat.member_id : null })
  }
  const from_on = firstPeriodFrom(facts, addDays(starts_on ?? term_starts_on ?? today, 1))
  return {
    seats,
    effects: seats.map(({ id: seat_id, price_minor: amount_minor, ...seat }) => ({
      ...{ code: "seat_added", seat_id, row_position: seat.row_position, label: seat.label },
      ...{ classification_id: seat.classification_id, sequence: seat.sequence, amount_minor },
      ...{ starts_on: starts_on ?? term_starts_on, member_id: seat.member_id },
    })),
    ...(from_on === null ? {} : { from_on }),
  }
}

interface Sitting extends SeatFacts {
  /** Those of the membership, the new one last. */
  readonly seats: readonly Seat[]
  readonly is_sold: boolean
}

function maySit({ member_id }: AddedSeat, { seats, is_sold, ...facts }: Sitting): boolean {
  if (member_id === null) return false
  const candidate = facts.candidates.get(member_id)
  const membership = { ...facts.membership, seats }
  const refused = candidate && assignmentRefusal(seats.at(-1)!, { ...facts, membership, candidate })
  if (candidate && !refused) return true
  if (is_sold) return false
  const { code = "not_found", message = "There is no such member.", reason = null } = refused ?? {}
  throw new DomainError(code, message, { field: "people", member_id, reason })
}

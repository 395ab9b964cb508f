import { DomainError } from "../errors"
import type { DisqualifiedReason } from "../people/qualification"
import type { SeatEffect } from "./effects"
import { type FitnessFacts, misfit } from "./fitness"
import { liveSeats } from "./live-seats"
import type { Seat, SeatedMembership } from "./types"

export interface SeatAssignment {
  readonly seat_id: string
  /** null leaves the seat empty; a required one is paid all the same (SEAT-6). */
  readonly member_id: string | null
}

export interface ReorderSeatsInput extends FitnessFacts {
  readonly membership: SeatedMembership
  /** Where everybody sits afterwards; seats that are not named stay as they are. */
  readonly order: readonly SeatAssignment[]
}

export interface ReorderSeatsPlan {
  /** Only the seats that change hands. */
  readonly changes: readonly SeatAssignment[]
  readonly effects: readonly SeatEffect[]
}

/** One person whom the new row does not take. */
export interface SeatMisfit {
  readonly seat_id: string
  readonly member_id: string
  readonly reason: DisqualifiedReason
  readonly message: string
}

/**
 * Moves members between the live seats, all or nothing (SEAT-7). Who stays is not asked again.
 * @throws DomainError `classification_not_met` with everybody who does not fit in details.people; `conflict` when the
 *   order adds, loses or doubles somebody, as one made from an old page does; `not_found`
 */
export function reorderSeats({ membership, order, ...facts }: ReorderSeatsInput): ReorderSeatsPlan {
  const seats = liveSeats(membership, facts.today)
  const wanted = new Map(order.map(({ seat_id, member_id }) => [seat_id, member_id]))
  assertSeatsKnown(seats, wanted)
  const after = seats.map((seat) => ({
    seat,
    member_id: wanted.has(seat.id) ? wanted.get(seat.id)! : seat.member_id,
  }))
  assertSamePeople(seats, after)
  const moved = after.filter(({ seat, member_id }) => seat.member_id !== member_id)
  assertAllFit(moved, facts)
  const from = new Map(seats.map((seat) => [seat.member_id, seat.id]))
  return {
    changes: moved.map(({ seat, member_id }) => ({ seat_id: seat.id, member_id })),
    effects: moved.map(({ seat, member_id }) =>
      member_id === null
        ? { code: "seat_emptied", seat_id: seat.id }
        : { code: "member_moves", member_id, from_seat_id: from.get(member_id)!, to_seat_id: seat.id }
    ),
  }
}

type Placed = readonly { readonly seat: Seat; readonly member_id: string | null }[]

function assertSeatsKnown(seats: readonly Seat[], wanted: ReadonlyMap<string, unknown>): void {
  const known = new Set(seats.map(({ id }) => id))
  const seat_id = [...wanted.keys()].find((id) => !known.has(id))
  if (seat_id !== undefined)
    throw new DomainError("not_found", "There is no such seat in this membership, or it has ended.", {
      seat_id,
    })
}

function assertSamePeople(seats: readonly Seat[], after: Placed): void {
  const names = (members: readonly (string | null)[]) => members.filter((id) => id !== null).sort()
  const before = names(seats.map(({ member_id }) => member_id))
  const then = names(after.map(({ member_id }) => member_id))
  if (before.length === then.length && before.every((id, index) => id === then[index])) return
  const message = "A reorder moves exactly those who hold seats now. Load the page again and repeat it."
  throw new DomainError("conflict", message, { before, after: then })
}

function assertAllFit(moved: Placed, facts: FitnessFacts): void {
  const people = moved.flatMap(({ seat, member_id }): SeatMisfit[] => {
    const found = member_id === null ? null : misfit(member_id, seat, facts)
    return found && member_id !== null
      ? [{ seat_id: seat.id, member_id, reason: found.reason, message: found.message }]
      : []
  })
  const [first, ...others] = people
  if (!first) return
  const more = others.length ? ` (and ${others.length} more)` : ""
  throw new DomainError("classification_not_met", first.message + more, { people })
}

import type { Seat, SeatAssignment } from "../types"
import { holderOf } from "../detail/seat-groups"

/** Who sits where, in the order of the seats. */
export const orderOf = (seats: readonly Seat[]): SeatAssignment[] =>
  seats.map((seat) => ({ seat_id: seat.id, member_id: holderOf(seat)?.id ?? null }))

/** The one at a place changes seats with the neighbor above (-1) or below (1); at the edge nothing moves. */
export function moveMember(order: readonly SeatAssignment[], index: number, by: -1 | 1): SeatAssignment[] {
  const moving = order[index]
  const other = order[index + by]
  if (!moving || !other) return [...order]
  return order.map((each, at) => {
    if (at === index) return { ...each, member_id: other.member_id }
    return at === index + by ? { ...each, member_id: moving.member_id } : each
  })
}

/** Only the seats that change hands, as the server is told. */
export function movedOf(
  before: readonly SeatAssignment[],
  after: readonly SeatAssignment[]
): SeatAssignment[] {
  const former = new Map(before.map(({ seat_id, member_id }) => [seat_id, member_id]))
  return after.filter(({ seat_id, member_id }) => former.get(seat_id) !== member_id)
}

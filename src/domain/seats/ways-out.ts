import { type FitnessFacts, misfit } from "./fitness"
import { liveSeats } from "./live-seats"
import type { SeatAssignment } from "./reorder-seats"
import type { Seat, SeatedMembership } from "./types"

export interface WaysOutInput extends FitnessFacts {
  readonly membership: SeatedMembership
  /** A live, required seat that somebody wants to leave. */
  readonly seat_id: string
  /** Only people on these seats are moved; null is everybody's. */
  readonly managed_seat_ids?: ReadonlySet<string> | null
  /** Most reorders to tell. */
  readonly limit?: number
}

export interface WaysOut {
  /** Orders for `reorderSeats` that fill the required seat with somebody else, the fewest moves first. */
  readonly reorders: readonly (readonly SeatAssignment[])[]
  /** False where there are more than the limit. */
  readonly is_complete: boolean
}

/** A family has far fewer; a company's identical seats have more than anybody reads. */
const LIMIT = 50

/**
 * SEAT-6: how a person comes out of a required seat. They move to a seat that is not required, and whoever gives way
 * moves on, until somebody takes the required seat: a circle in which each fits the next row.
 */
export function waysOut({ membership, seat_id, limit = LIMIT, ...facts }: WaysOutInput): WaysOut {
  const { managed_seat_ids: managed = null } = facts
  const seats = liveSeats(membership, facts.today).filter(
    ({ id, member_id }) => member_id !== null && (managed === null || managed.has(id))
  )
  const required = seats.find(({ id }) => id === seat_id)
  if (!required) return { reorders: [], is_complete: true }
  const fits = (from: Seat, to: Seat) => misfit(from.member_id!, to, facts) === null
  const others = leadingTo(required, seats, fits)
  const reorders: SeatAssignment[][] = []
  for (let length = 2; length <= others.length + 1 && reorders.length <= limit; length++) {
    for (const circle of circles(required, others, { length, fits })) {
      reorders.push(asOrder(circle))
      if (reorders.length > limit) break
    }
  }
  return { reorders: reorders.slice(0, limit), is_complete: reorders.length <= limit }
}

interface CircleRules {
  readonly length: number
  readonly fits: (from: Seat, to: Seat) => boolean
}

/** Only seats from which somebody can come to the required one: without them the search would walk in vain. */
function leadingTo(required: Seat, seats: readonly Seat[], fits: CircleRules["fits"]): Seat[] {
  const leading = new Set([required])
  for (const target of leading) for (const seat of seats) if (fits(seat, target)) leading.add(seat)
  leading.delete(required)
  return seats.filter((seat) => leading.has(seat))
}

/** Every circle of that length through the required seat whose second seat is not required, in order of position. */
function* circles(required: Seat, others: readonly Seat[], { length, fits }: CircleRules): Generator<Seat[]> {
  function* grow(path: readonly Seat[]): Generator<Seat[]> {
    const last = path.at(-1)!
    if (path.length === length) {
      if (fits(last, required)) yield [...path]
      return
    }
    for (const next of others) {
      const can_leave = path.length > 1 || !next.required
      if (can_leave && !path.includes(next) && fits(last, next)) yield* grow([...path, next])
    }
  }
  yield* grow([required])
}

/** Everybody in the circle moves to the next seat, the last one to the first. */
function asOrder(circle: readonly Seat[]): SeatAssignment[] {
  return circle.map((seat, index) => ({
    seat_id: seat.id,
    member_id: circle.at(index - 1)!.member_id,
  }))
}

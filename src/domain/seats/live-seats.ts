import { DomainError } from "../errors"
import { compareDates } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import type { Seat, SeatedMembership } from "./types"

/** A seat whose last day has not passed; one with a cancellation ahead is live until then. */
export function isLive({ cancellation }: Seat, today: CalendarDate): boolean {
  return cancellation === null || compareDates(today, cancellation.canceled_on) < 0
}

export function liveSeats({ seats }: SeatedMembership, today: CalendarDate): Seat[] {
  return seats.filter((seat) => isLive(seat, today))
}

/** @throws DomainError `not_found` for a seat of another membership or one that has ended */
export function liveSeat(membership: SeatedMembership, seat_id: string, today: CalendarDate): Seat {
  const seat = membership.seats.find(({ id }) => id === seat_id)
  if (seat && isLive(seat, today)) return seat
  throw new DomainError("not_found", "There is no such seat in this membership, or it has ended.", {
    seat_id,
  })
}

import { DomainError } from "../errors"
import type { CalendarDate } from "../time/types"
import type { SeatEffect } from "./effects"
import { liveSeat } from "./live-seats"
import type { SeatedMembership } from "./types"

export interface UnassignSeatInput {
  readonly membership: SeatedMembership
  readonly seat_id: string
  /** At the membership's location. */
  readonly today: CalendarDate
}

/**
 * Leaves a seat empty; it goes on being paid, a required one too (SEAT-6), and who held it is kept (SEAT-3).
 * @throws DomainError `seat_empty`, `not_found`
 */
export function unassignSeat({ membership, seat_id, today }: UnassignSeatInput): readonly SeatEffect[] {
  const { member_id } = liveSeat(membership, seat_id, today)
  if (member_id === null) throw new DomainError("seat_empty", "Nobody holds this seat.", { seat_id })
  return [
    { code: "member_unseated", seat_id, member_id },
    { code: "seat_emptied", seat_id },
  ]
}

import { DomainError } from "../errors"
import type { CalendarDate } from "../time/types"
import type { SeatEffect } from "./effects"
import { liveSeat } from "./live-seats"
import type { Seat, SeatedMembership } from "./types"

export interface ChangePayerInput {
  readonly membership: SeatedMembership
  readonly seat_ids: readonly string[]
  readonly payer_customer_id: string
  /** At the membership's location. */
  readonly today: CalendarDate
}

export interface ChangePayerPlan {
  readonly seats: readonly Seat[]
  readonly effects: readonly SeatEffect[]
}

/**
 * Says who pays for seats from their next charge on; what was charged before stays with the one who was charged
 * (SEAT-4). Seats that this customer pays for already are left out.
 * @throws DomainError `payer_unchanged` where they pay for all of them, `not_found`
 */
export function changePayer({
  membership,
  seat_ids,
  payer_customer_id,
  today,
}: ChangePayerInput): ChangePayerPlan {
  const named = [...new Set(seat_ids)].map((id) => liveSeat(membership, id, today))
  const seats = named.filter((seat) => seat.payer_customer_id !== payer_customer_id)
  if (seats.length === 0) {
    const message = "This customer pays for these seats already."
    throw new DomainError("payer_unchanged", message, { field: "payer_customer_id", payer_customer_id })
  }
  const effects = seats.map((seat) => ({
    code: "payer_changes" as const,
    ...{ seat_id: seat.id, from_customer_id: seat.payer_customer_id, to_customer_id: payer_customer_id },
  }))
  return { seats, effects }
}

import { isThereOn } from "../seats/common-holds"
import { spanOf } from "../seats/term-with-holds"
import type { Seat } from "../seats/types"
import type { CalendarDate } from "../time/types"

/** What happens to seats on a day; all to which the same happens are told as one. */
export interface SeatsToCome {
  readonly kind: "hold_begins" | "hold_ends" | "seats_canceled"
  readonly day: CalendarDate
  readonly seat_ids: readonly string[]
  /** The kind of the hold; null of a cancellation. */
  readonly reason: string | null
}

/** The days on which holds begin and end, and seats go (HOLD-1, CANCEL-1), in order. */
export function seatsToCome(seats: readonly Seat[]): SeatsToCome[] {
  const groups = new Map<string, SeatsToCome>()
  for (const each of seats.flatMap(daysOf)) {
    const key = `${each.day}:${each.kind}:${each.reason}`
    const seat_ids = [...(groups.get(key)?.seat_ids ?? []), ...each.seat_ids]
    groups.set(key, { ...each, seat_ids })
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
}

function daysOf(seat: Seat): SeatsToCome[] {
  const seat_ids = [seat.id]
  const canceled_on = seat.cancellation?.canceled_on
  const holds = seat.holds.flatMap(({ kind: reason, starts_on, resumes_on }): SeatsToCome[] => [
    { kind: "hold_begins", day: starts_on, seat_ids, reason },
    ...(resumes_on !== null && isThereOn(spanOf(seat), resumes_on)
      ? [{ kind: "hold_ends" as const, day: resumes_on, seat_ids, reason }]
      : []),
  ])
  if (!canceled_on) return holds
  return [...holds, { kind: "seats_canceled", day: canceled_on, seat_ids, reason: null }]
}

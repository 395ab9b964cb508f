import { DomainError } from "../errors"
import { isShared } from "../plans/types"
import { compareDates } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import type { SeatEffect } from "./effects"
import { before, overlap } from "./hold-dates"
import { liveSeat, liveSeats } from "./live-seats"
import type { Seat, SeatCancellation, SeatHold, SeatedMembership } from "./types"

export interface CancelSeatsInput {
  readonly membership: SeatedMembership
  /** One seat, or the whole membership (CANCEL-2). */
  readonly seat_id: string | null
  /** From `cancelDateOf`. */
  readonly canceled_on: CalendarDate
  /** It ends with what is paid. */
  readonly at_renewal?: boolean
  /** At the membership's location. */
  readonly today: CalendarDate
}

export interface SeatCancelChange {
  readonly seat_id: string
  readonly cancellation: SeatCancellation
  /** Its holds afterwards: cut off at the end, those after it gone. */
  readonly holds: readonly SeatHold[]
}

export interface CancelSeatsPlan {
  readonly changes: readonly SeatCancelChange[]
  readonly effects: readonly SeatEffect[]
}

/**
 * Dates the end of a seat, or of every live seat (CANCEL-1, CANCEL-2). One that has a date already is skipped with the
 * whole, and refused by itself.
 * @throws DomainError `seat_required` (SEAT-6), `seats_below_required` where fewer than two seats would be left of a
 *   shared membership (CHART-6), `already_canceled`, `not_found`
 */
export function cancelSeats(input: CancelSeatsInput): CancelSeatsPlan {
  const { membership, seat_id, canceled_on, today, at_renewal = false } = input
  const scope = seat_id === null ? "membership" : "seat"
  const seats = seat_id === null ? liveSeats(membership, today) : [cancelable(membership, seat_id, today)]
  const ending = seats.filter(({ cancellation }) => cancellation === null)
  if (ending.length === 0) refuseAgain(seats)
  const kept = seats.flatMap(({ id, cancellation }): SeatEffect[] =>
    cancellation ? [{ code: "cancellation_kept", seat_id: id, canceled_on: cancellation.canceled_on }] : []
  )
  const renewal = at_renewal ? { at_renewal } : {}
  const changes = ending.map(({ id, holds }) => ({
    ...{ seat_id: id, ...cutAt(holds, canceled_on, { scope, ...renewal }) },
  }))
  return { changes, effects: [...ending.flatMap((seat) => effectsOf(seat, canceled_on)), ...kept] }
}

function cancelable(membership: SeatedMembership, seat_id: string, today: CalendarDate): Seat {
  const seat = liveSeat(membership, seat_id, today)
  if (seat.cancellation) refuseAgain([seat])
  if (seat.required) {
    const message = `"${seat.label}" is required. Move the person to another seat first, or cancel all.`
    throw new DomainError("seat_required", message, { seat_id })
  }
  const staying = liveSeats(membership, today).filter(({ cancellation }) => cancellation === null)
  if (isShared(membership.audience) && staying.length <= 2) {
    const message = "A shared membership has at least two seats. Cancel all of it, or leave the seat empty."
    throw new DomainError("seats_below_required", message, { seat_id })
  }
  return seat
}

function refuseAgain(seats: readonly Seat[]): never {
  const on = seats[0]?.cancellation?.canceled_on
  throw new DomainError("already_canceled", on ? `It ends on ${on} already.` : "It has ended.", {
    canceled_on: on,
  })
}

/** The end of a seat, and its holds up to then. */
export const cutAt = (
  holds: readonly SeatHold[],
  canceled_on: CalendarDate,
  how: Pick<SeatCancellation, "scope" | "at_renewal">
): { readonly cancellation: SeatCancellation; readonly holds: SeatHold[] } => ({
  cancellation: { ...how, canceled_on, cut_holds: cutBy(holds, canceled_on) },
  holds: holds.flatMap((hold) => before(hold, canceled_on) ?? []),
})

const cutBy = (holds: readonly SeatHold[], canceled_on: CalendarDate) =>
  holds.filter((hold) => before(hold, canceled_on) !== hold)

function effectsOf({ id: seat_id, holds }: Seat, canceled_on: CalendarDate): SeatEffect[] {
  return [
    { code: "seat_ends", seat_id, canceled_on },
    ...cutBy(holds, canceled_on).map(() => ({ code: "hold_ends_with_seat" as const, seat_id, canceled_on })),
  ]
}

export interface UncancelSeatsInput {
  readonly membership: SeatedMembership
  /** One seat, or those that were canceled with the whole membership. */
  readonly seat_id: string | null
  readonly today: CalendarDate
}

export interface SeatUncancelChange {
  readonly seat_id: string
  readonly holds: readonly SeatHold[]
}

export interface UncancelSeatsPlan {
  readonly changes: readonly SeatUncancelChange[]
  readonly effects: readonly SeatEffect[]
}

/**
 * Takes a cancellation back until it takes effect, and restores the holds that it cut (CANCEL-3).
 * @throws DomainError `not_canceled`, `not_found` for a seat that has ended
 */
export function uncancelSeats({ membership, seat_id, today }: UncancelSeatsInput): UncancelSeatsPlan {
  const seats = seat_id === null ? liveSeats(membership, today) : [liveSeat(membership, seat_id, today)]
  const back = seats.flatMap((seat) =>
    seat.cancellation && (seat_id !== null || seat.cancellation.scope === "membership")
      ? [{ id: seat.id, holds: seat.holds, restored: restoredHolds(seat, seat.cancellation) }]
      : []
  )
  if (back.length === 0)
    throw new DomainError("not_canceled", "No cancellation is waiting here.", { seat_id })
  return {
    changes: back.map(({ id, holds, restored }) => ({ seat_id: id, holds: withRestored(holds, restored) })),
    effects: back.flatMap(({ id, restored }) => [
      { code: "cancellation_taken_back" as const, seat_id: id },
      ...restored.map(({ starts_on }) => ({ code: "hold_restored" as const, seat_id: id, starts_on })),
    ]),
  }
}

/** Those that stand as the cancellation left them; what was changed since then stays changed. */
export function restoredHolds(
  { holds }: Pick<Seat, "holds">,
  { canceled_on, cut_holds }: SeatCancellation
): SeatHold[] {
  return cut_holds.filter((cut) => {
    const left = holds.find(({ id }) => id === cut.id)
    const others = holds.filter(({ id }) => id !== cut.id)
    const untouched = left ? left.resumes_on === canceled_on : compareDates(cut.starts_on, canceled_on) >= 0
    return untouched && !others.some((other) => overlap(other, cut))
  })
}

export function withRestored(holds: readonly SeatHold[], restored: readonly SeatHold[]): SeatHold[] {
  const kept = holds.filter(({ id }) => !restored.some((each) => each.id === id))
  return [...kept, ...restored].sort((a, b) => compareDates(a.starts_on, b.starts_on))
}

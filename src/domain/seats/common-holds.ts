import { compareDates } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import { isHeldOn } from "./hold-dates"
import type { HoldDates, HoldKind } from "./types"

/** When a seat is there, and when it is on hold: all that the status of its membership needs of it. */
export interface SeatSpan {
  /** null is there from the start. */
  readonly starts_on: CalendarDate | null
  /** The first day without it; null where no end is known. */
  readonly canceled_on: CalendarDate | null
  readonly holds: readonly (HoldDates & { readonly kind: HoldKind })[]
}

/**
 * The pauses of a whole membership: the days on which every seat that is there is on hold, in order. A payment holiday
 * is none, because access goes on (HOLD-4).
 */
export function commonHolds(seats: readonly SeatSpan[]): HoldDates[] {
  const spans = seats.map((seat) => ({ ...seat, holds: seat.holds.filter(({ kind }) => kind === "hold") }))
  const common: HoldDates[] = []
  let starts_on: CalendarDate | null = null
  for (const day of daysOfChange(spans)) {
    const held = allHeldOn(spans, day)
    if (held) starts_on ??= day
    else if (starts_on !== null) {
      common.push({ starts_on, resumes_on: day })
      starts_on = null
    }
  }
  return starts_on === null ? common : [...common, { starts_on, resumes_on: null }]
}

/** The first day without any seat; null while one of them has no end (CANCEL-2). */
export function lastCancellation(seats: readonly Pick<SeatSpan, "canceled_on">[]): CalendarDate | null {
  let last: CalendarDate | null = null
  for (const { canceled_on } of seats) {
    if (canceled_on === null) return null
    if (last === null || compareDates(canceled_on, last) > 0) last = canceled_on
  }
  return last
}

/** Whether the seat has begun and has not ended; one on hold is there. */
export function isThereOn(
  { starts_on, canceled_on }: Pick<SeatSpan, "starts_on" | "canceled_on">,
  day: CalendarDate
): boolean {
  return (
    (starts_on === null || compareDates(starts_on, day) <= 0) &&
    (canceled_on === null || compareDates(day, canceled_on) < 0)
  )
}

function allHeldOn(seats: readonly SeatSpan[], day: CalendarDate): boolean {
  const there = seats.filter((seat) => isThereOn(seat, day))
  return there.length > 0 && there.every(({ holds }) => holds.some((hold) => isHeldOn(hold, day)))
}

/** Between two of these nothing changes. */
function daysOfChange(seats: readonly SeatSpan[]): CalendarDate[] {
  const days = seats.flatMap(({ starts_on, canceled_on, holds }) => [
    starts_on,
    canceled_on,
    ...holds.flatMap((hold) => [hold.starts_on, hold.resumes_on]),
  ])
  return [...new Set(days.filter((day) => day !== null))].sort(compareDates)
}

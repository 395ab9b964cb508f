import type { HoldEffect } from "../plans/types"
import { addDays, compareDates, daysBetween } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import type { SeatEffect } from "./effects"
import { compareResumes, isHeldOn } from "./hold-dates"
import { liveSeats } from "./live-seats"
import type { HoldDates, Seat, SeatedMembership } from "./types"

export interface TermWithHoldsInput {
  readonly membership: SeatedMembership
  readonly seats: readonly Seat[]
  readonly effect: HoldEffect
  /** The first day without the membership as it was sold; null is unlimited. */
  readonly sold_ends_on: CalendarDate | null
  readonly today: CalendarDate
}

export interface MovedTerm {
  /** The first day without the membership; null is unlimited, or open while a hold without an end runs. */
  readonly ends_on: CalendarDate | null
  readonly effects: readonly SeatEffect[]
}

/**
 * HOLD-4, `extend`: the term is longer by the days on which every live seat is on hold; a membership of which somebody
 * still comes goes on running out. It is counted anew from the term as sold, so that nothing drifts when holds change.
 */
export function termWithHolds({
  membership,
  seats,
  effect,
  sold_ends_on,
  today,
}: TermWithHoldsInput): MovedTerm {
  if (effect !== "extend" || sold_ends_on === null) return { ends_on: membership.ends_on, effects: [] }
  const ends_on = extended(sold_ends_on, commonHolds(liveSeats({ ...membership, seats }, today)))
  if (ends_on === membership.ends_on) return { ends_on, effects: [] }
  const days =
    ends_on === null || membership.ends_on === null
      ? null
      : daysBetween({ from: membership.ends_on, to: ends_on })
  return { ends_on, effects: [{ code: "term_moves", ends_on, days }] }
}

/** Walks through the pauses in order: each moves the end, and what begins after the moved end counts no more. */
function extended(sold_ends_on: CalendarDate, pauses: readonly HoldDates[]): CalendarDate | null {
  let ends_on = sold_ends_on
  for (const { starts_on, resumes_on } of pauses) {
    if (compareDates(starts_on, ends_on) >= 0) break
    if (resumes_on === null) return null
    ends_on = addDays(ends_on, daysBetween({ from: starts_on, to: resumes_on }))
  }
  return ends_on
}

/** The pauses in which all seats are on hold, in order. */
function commonHolds(seats: readonly Seat[]): HoldDates[] {
  if (seats.length === 0) return []
  const starts = [...new Set(seats.flatMap(({ holds }) => holds.map(({ starts_on }) => starts_on)))].sort(
    compareDates
  )
  return starts.flatMap((starts_on) => {
    const running = seats.map(({ holds }) => holds.find((hold) => isHeldOn(hold, starts_on)))
    if (running.some((hold) => hold === undefined)) return []
    const [first, ...others] = running.map((hold) => hold!.resumes_on)
    const resumes_on = others.reduce<CalendarDate | null>(
      (earliest, each) => (compareResumes(each, earliest) < 0 ? each : earliest),
      first ?? null
    )
    return [{ starts_on, resumes_on }]
  })
}

import type { HoldEffect } from "../plans/types"
import { addDays, compareDates, daysBetween } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import { commonHolds } from "./common-holds"
import type { SeatEffect } from "./effects"
import type { HoldDates, Seat, SeatedMembership } from "./types"

/**
 * HOLD-4, `extend`: the term is longer by the days on which every seat is on hold; a membership of which somebody
 * still comes goes on running out. It is counted anew from the term as sold, so that nothing drifts when holds change.
 * @returns the first day without the membership; null is unlimited, or open while a hold without an end runs
 */
export function endWithHolds(
  { sold_ends_on, seats }: Pick<SeatedMembership, "sold_ends_on" | "seats">,
  effect: HoldEffect
): CalendarDate | null {
  if (effect !== "extend" || sold_ends_on === null) return sold_ends_on
  return extended(sold_ends_on, commonHolds(seats.map(spanOf)))
}

export const spanOf = ({ starts_on, cancellation, holds }: Seat) => ({
  starts_on,
  canceled_on: cancellation?.canceled_on ?? null,
  holds,
})

/** What a verb did to the term; nothing when it ends as before. */
export function termEffects(before: SeatedMembership, after: SeatedMembership): SeatEffect[] {
  const { ends_on } = after
  if (ends_on === before.ends_on) return []
  const days =
    ends_on === null || before.ends_on === null ? null : daysBetween({ from: before.ends_on, to: ends_on })
  return [{ code: "term_moves", ends_on, days }]
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

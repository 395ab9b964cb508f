import type { HoldEffect } from "../plans/types"
import { addDays, compareDates, daysBetween } from "../time/calendar"
import { addInterval } from "../time/periods"
import type { CalendarDate, CalendarInterval } from "../time/types"
import { commonHolds } from "./common-holds"
import type { SeatEffect } from "./effects"
import type { HoldDates, Seat, SeatedMembership } from "./types"

/**
 * HOLD-4, `extend`: the term is longer by the days on which every seat is on hold; a membership of which somebody
 * still comes goes on running out. It is counted anew from the term as sold, so that nothing drifts when holds change.
 * @param billed where it keeps the common billing day (BILL-7), how often: earlier holds were made good by then, so only
 *   those of its last period move the end; null otherwise
 * @returns the first day without the membership; null is unlimited, or open while a hold without an end runs
 */
export function endWithHolds(
  { starts_on, sold_ends_on, seats }: Pick<SeatedMembership, "starts_on" | "sold_ends_on" | "seats">,
  effect: HoldEffect,
  billed: CalendarInterval | null = null
): CalendarDate | null {
  if (effect !== "extend" || sold_ends_on === null) return sold_ends_on
  const from_on = billed === null ? starts_on : addInterval(sold_ends_on, billed, -1)
  return afterPauses(sold_ends_on, pausesFrom(from_on, commonHolds(seats.map(spanOf))), { first_day: false })
}

/** What of pauses lies in the term: one that was over when a change of plan began it anew moves nothing (BILL-10). */
export function pausesFrom(starts_on: CalendarDate | null, pauses: readonly HoldDates[]): HoldDates[] {
  if (starts_on === null) return [...pauses]
  return pauses
    .filter(({ resumes_on }) => resumes_on === null || compareDates(resumes_on, starts_on) > 0)
    .map((pause) => (compareDates(pause.starts_on, starts_on) < 0 ? { ...pause, starts_on } : pause))
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

/**
 * A day, later by the days on which every seat is on hold before it: each pause moves it, in order, and what begins
 * after the moved day counts no more.
 * @param pauses in order, as `commonHolds` gives them
 * @param options.first_day whether a pause that begins on the very day moves it too
 * @returns null while a pause without an end runs before it
 */
export function afterPauses(
  day: CalendarDate,
  pauses: readonly HoldDates[],
  { first_day }: { readonly first_day: boolean }
): CalendarDate | null {
  let moved = day
  for (const { starts_on, resumes_on } of pauses) {
    if (compareDates(starts_on, moved) >= (first_day ? 1 : 0)) break
    if (resumes_on === null) return null
    moved = addDays(moved, daysBetween({ from: starts_on, to: resumes_on }))
  }
  return moved
}

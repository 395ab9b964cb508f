import { DomainError } from "../errors"
import { isShared, type PlanAudience } from "../plans/types"
import type { ClassificationNames } from "./types"

/** Most seats of one membership: far above any company in the field, and small enough to answer at once. */
export const SEATS_MAX = 1_000

/** A classification as people read it: its name, else its id. */
export function classificationName(classification_id: string | null, names?: ClassificationNames): string {
  return classification_id === null ? "Any" : (names?.get(classification_id) ?? classification_id)
}

/**
 * How many seats a sale may have in all (CHART-6): exactly one for an individual plan, two or more for a
 * shared one. Details carry no classification, because the limit is the whole membership's.
 * @throws DomainError `seats_below_required`, `seats_above_limit`
 */
export function assertSeatTotal(count: number, audience: PlanAudience): void {
  const seats_min = isShared(audience) ? 2 : 1
  const seats_max = isShared(audience) ? SEATS_MAX : 1
  if (count < seats_min)
    throw new DomainError(
      "seats_below_required",
      isShared(audience)
        ? "A shared membership has at least two seats; add a seat."
        : "An individual membership has one seat; choose its row.",
      { limit: seats_min, count }
    )
  if (count > seats_max)
    throw new DomainError(
      "seats_above_limit",
      isShared(audience)
        ? `A membership has at most ${SEATS_MAX} seats; split it into several.`
        : "An individual membership has exactly one seat; buy one for each person.",
      { limit: seats_max, count }
    )
}

/** "1 seat", "2 seats". */
export function seatCountText(count: number): string {
  return `${count} ${count === 1 ? "seat" : "seats"}`
}

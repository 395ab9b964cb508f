import { compareInstants } from "../time/calendar"
import { Temporal } from "@js-temporal/polyfill"
import type { Instant } from "../time/types"
import { REASONS } from "./reasons"
import type { AccessQuestion, AccessReason, LastVisit } from "./types"

/** ACCESS-4: within so many seconds a second check-in to the same is a double tap, and answers what the first did. */
const DOUBLE_TAP_SECONDS = 60

/** The visit that a double tap repeats; null where this is a visit of its own. */
export function doubleTapped(
  last_visits: readonly LastVisit[],
  { at, service, location }: Pick<AccessQuestion, "at" | "service" | "location">
): LastVisit | null {
  const same = last_visits.filter(
    (visit) => visit.service_id === (service?.id ?? null) && visit.location_id === location.id
  )
  return same.find((visit) => secondsBetween(visit.at, at) < DOUBLE_TAP_SECONDS) ?? null
}

/** Why the same person is not let in so soon after their last visit to the same service. */
export function repeatReason(
  last_visits: readonly LastVisit[],
  { at, service, is_guest = false }: AccessQuestion
): AccessReason | null {
  const minutes = service?.reentry_minutes ?? null
  if (minutes === null || is_guest) return null
  const last = last_visits.find(
    (visit) => visit.service_id === service!.id && secondsBetween(visit.at, at) < minutes * 60
  )
  return last ? REASONS.alreadyCheckedIn(last.at, minutes) : null
}

/** Not before; a visit that lies ahead is none yet. */
function secondsBetween(visited_at: Instant, at: Instant): number {
  if (compareInstants(visited_at, at) > 0) return Number.POSITIVE_INFINITY
  return Temporal.Instant.from(visited_at).until(Temporal.Instant.from(at)).total("seconds")
}

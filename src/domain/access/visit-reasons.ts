import { reachedLimit } from "./visit-limits"
import { REASONS } from "./reasons"
import { asWindows, isWithinWindows, writeWindows } from "./time-windows"
import type { AccessQuestion, AccessReason, MembershipAccess, VisitedService } from "./types"

/** Why a plan does not open this service, at this place and time (PLAN-10, PLAN-11). */
export function planReasons(membership: MembershipAccess, question: AccessQuestion): AccessReason[] {
  const { plan } = membership
  const { location, service, at, is_guest = false } = question
  const { time_windows, visit_limits } = plan.access
  const reasons: AccessReason[] = []
  if (plan.valid_at !== null && !plan.valid_at.includes(location.id))
    reasons.push(REASONS.locationNotCovered())
  reasons.push(...serviceReasons(membership, service))
  if (plan.prevents_general_hours_access && (service === null || service.is_general_hours))
    reasons.push(REASONS.generalHours())
  if (time_windows !== null && !isWithinWindows(time_windows, at, location.time_zone))
    reasons.push(REASONS.outsideWindow("plan", writeWindows(time_windows)))
  // A guest's visit uses a pass, not a visit of whom they come with (ACCESS-6).
  const limit = is_guest
    ? null
    : reachedLimit(visit_limits, membership.visits, at, { membership, location_zone: location.time_zone })
  if (limit) reasons.push(REASONS.visitLimit(limit.count, limit.per))
  return reasons
}

/** Why nobody can visit this here and now, whatever membership they have. */
export function placeReasons({ location, service, at }: AccessQuestion): AccessReason[] {
  const { id, time_zone, opening_hours } = location
  if (service === null) {
    const hours = opening_hours === null ? null : asWindows(opening_hours)
    const open = hours === null || isWithinWindows(hours, at, time_zone)
    return open ? [] : [REASONS.outsideWindow("location", writeWindows(hours))]
  }
  const { name, status, location_ids, time_windows } = service
  if (status === "archived") return [REASONS.serviceArchived(name)]
  const reasons: AccessReason[] = []
  if (location_ids !== null && !location_ids.includes(id)) reasons.push(REASONS.serviceElsewhere(name))
  if (time_windows !== null && !isWithinWindows(time_windows, at, time_zone))
    reasons.push(REASONS.outsideWindow("service", writeWindows(time_windows)))
  return reasons
}

function serviceReasons({ plan }: MembershipAccess, service: VisitedService | null): AccessReason[] {
  if (service === null) return []
  const { service_ids, facility_ids, members_only_services } = plan.access
  const included = service.kind === "facility" ? facility_ids : service_ids
  if (included !== null && !included.includes(service.id)) return [REASONS.serviceNotIncluded(service.name)]
  if (service.members_only && !members_only_services) return [REASONS.membersOnly(service.name)]
  return []
}

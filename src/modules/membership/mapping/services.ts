import type { Service } from "../../../domain/services/types"
import type { Row } from "../types"

/** A service as plain data. */
export function toService(row: Row<"MembershipService">): Service {
  return {
    id: row.id,
    name: row.name,
    handle: row.handle,
    description: row.description,
    kind: row.kind,
    status: row.status,
    credit_cost: row.credit_cost,
    members_only: row.members_only,
    is_general_hours: row.is_general_hours,
    location_ids: row.location_ids as unknown as Service["location_ids"],
    time_windows: row.time_windows as unknown as Service["time_windows"],
    reentry_minutes: row.reentry_minutes,
    missed_visit: row.missed_visit as unknown as Service["missed_visit"],
    cancellation_window_minutes: row.cancellation_window_minutes,
  }
}

import type { CalendarInterval } from "../time/types"
import type { PlanBilling } from "./types"

/** How often a plan renews; null does not (PLAN-2). */
export function intervalOf(billing: PlanBilling): CalendarInterval | null {
  return billing.type === "recurring" ? { unit: billing.interval, count: billing.interval_count } : null
}

import type { PlanBilling, PlanEntitlement, PlanKind } from "./types"

/** How a plan of each kind is billed, and what it gives, when nobody said: a monthly membership, a pack of ten. */
export function planOfKind(kind: PlanKind): { billing: PlanBilling; entitlement: PlanEntitlement } {
  if (kind === "membership") {
    return {
      billing: { type: "recurring", interval: "month", interval_count: 1 },
      entitlement: { type: "unlimited" },
    }
  }
  return {
    billing: { type: "one_time" },
    entitlement: { type: "credits", credits: 10, per: "term", scope: "shared" },
  }
}

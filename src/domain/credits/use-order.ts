import { compareInstants } from "../time/calendar"
import type { Instant } from "../time/types"
import type { CreditGrant } from "./types"

type Ordered = Pick<CreditGrant, "id" | "service_ids" | "expires_at" | "granted_at">

/**
 * CREDIT-2: the order in which credits are used. The narrowest scope, the soonest expiry, the oldest grant; the id
 * decides what is left, so that no two grants are equal. A total order, fit for `sort`.
 */
export function compareUseOrder(a: Ordered, b: Ordered): number {
  return (
    width(a) - width(b) ||
    nullsLast(a.expires_at, b.expires_at) ||
    nullsLast(a.granted_at, b.granted_at) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}

/** How many services a grant opens; every service is the widest, and still a number, so that widths subtract. */
const width = ({ service_ids }: Ordered): number => service_ids?.length ?? Number.MAX_SAFE_INTEGER

function nullsLast(a: Instant | null, b: Instant | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return compareInstants(a, b)
}

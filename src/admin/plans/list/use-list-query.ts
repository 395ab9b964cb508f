import { useAddress } from "../../platform/address"
import type { PlanListQuery } from "../queries/plans"

/** What the address asks for (PLAN-16). */
export function useListQuery(): PlanListQuery {
  const { limit, offset, q, many, one } = useAddress()
  return {
    ...{ limit, offset, q },
    status: many("status"),
    kind: one("kind"),
    audience: many("audience"),
    location_id: one("location_id"),
    recurring: one("recurring"),
    revenue_category: many("revenue_category"),
  }
}

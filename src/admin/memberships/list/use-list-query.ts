import { useAddress } from "../../platform/address"
import type { MembershipListQuery } from "../queries/memberships"

/** What the address asks for. */
export function useListQuery(): MembershipListQuery {
  const { limit, offset, q, many, one } = useAddress()
  return {
    ...{ limit, offset, q },
    status: many("status"),
    plan_id: many("plan_id"),
    kind: one("kind"),
    audience: many("audience"),
    location_id: many("location_id"),
    recurring: one("recurring"),
    revenue_category: many("revenue_category"),
  }
}

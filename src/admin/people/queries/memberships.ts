import { useQuery } from "@tanstack/react-query"
import { membershipKeys } from "../../memberships/queries/memberships"
import type { MembershipRow } from "../../memberships/types"
import { api } from "../../platform/api"

const FIRST = 50

/** The memberships in which a member holds a seat, newest first. */
export function useMembershipsOf(member_id: string) {
  const query = { member_id, limit: FIRST, fields: "+time_zone" }
  return useQuery({
    queryKey: membershipKeys.list(query),
    queryFn: async () =>
      (await api.get<{ memberships: MembershipRow[] }>("/admin/memberships", query)).memberships,
  })
}

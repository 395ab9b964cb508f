import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { keysOf } from "../../platform/query-keys"
import { api } from "../../platform/api"
import type { HistoryEntry, Membership, MembershipRow } from "../types"

const PATH = "/admin/memberships"
export const membershipKeys = keysOf("memberships")

export interface MembershipListQuery {
  limit: number
  offset: number
  q?: string
  status?: string[]
  plan_id?: string[]
  kind?: string
  audience?: string[]
}

interface MembershipPage {
  memberships: MembershipRow[]
  count: number
}

export const useMemberships = (query: MembershipListQuery) =>
  useQuery({
    queryKey: membershipKeys.list(query),
    queryFn: async () =>
      api.get<MembershipPage>(PATH, { ...query, fields: "+time_zone" }),
    placeholderData: keepPreviousData,
  })

/** The order is linked by the platform; its total is the whole order's. */
const ORDER = ["id", "display_id", "total", "currency_code", "payment_collections.id", "payment_collections.status"]
const DETAIL = ORDER.map((field) => `+order.${field}`).join(",")

export const useMembership = (id: string) =>
  useQuery({
    queryKey: membershipKeys.detail(id),
    queryFn: async () => {
      const { membership } = await api.get<{ membership: Membership }>(`${PATH}/${id}`, { fields: DETAIL })
      return membership
    },
  })

export const useMembershipHistory = (id: string) =>
  useQuery({
    queryKey: membershipKeys.detail(id, "history"),
    queryFn: async () =>
      api.get<{ history: HistoryEntry[]; count: number }>(`${PATH}/${id}/history`, { limit: 50 }),
  })

export function useRecordPayment(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      const { membership } = await api.post<{ membership: Membership }>(`${PATH}/${id}/record-payment`)
      return membership
    },
    // Other memberships of the same order have changed with it, and so has the order itself.
    onSuccess: async () =>
      Promise.all([
        client.invalidateQueries({ queryKey: membershipKeys.all }),
        client.invalidateQueries({ queryKey: ["orders"] }),
      ]),
  })
}

import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import { keysOf } from "../../platform/query-keys"
import { api } from "../../platform/api"
import { usePostOnce } from "../../platform/post-once"
import type { HistoryEntry, Membership, MembershipListRow } from "../types"

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
  location_id?: string[]
  recurring?: string
  revenue_category?: string[]
}

interface MembershipPage {
  memberships: MembershipListRow[]
  count: number
}

export const useMemberships = (query: MembershipListQuery) =>
  useQuery({
    queryKey: membershipKeys.list(query),
    queryFn: async () => api.get<MembershipPage>(PATH, { ...query, fields: "+time_zone" }),
    placeholderData: keepPreviousData,
  })

/** The order is linked by the platform; its totals are the whole order's. */
const ORDER = [
  ...["id", "display_id", "total", "tax_total", "discount_total", "currency_code"],
  ...["payment_collections.id", "payment_collections.status"],
]
const DETAIL = [...ORDER.map((field) => `+order.${field}`), "+accepted_terms.terms.text"].join(",")

/** So many of its last charges come with it. */
const CHARGES = 5

export const useMembership = (id: string) =>
  useQuery({
    queryKey: membershipKeys.detail(id),
    queryFn: async () => {
      const { membership } = await api.get<{ membership: Membership }>(`${PATH}/${id}`, {
        fields: DETAIL,
        charges: CHARGES,
      })
      return membership
    },
  })

interface HistoryPage {
  history: HistoryEntry[]
  count: number
}

/** So many entries are loaded at once. */
const HISTORY_PAGE = 10

/** The newest entries first; further pages are loaded when they are asked for. */
export const useMembershipHistory = (id: string) =>
  useInfiniteQuery({
    queryKey: membershipKeys.detail(id, "history"),
    queryFn: async ({ pageParam: offset }) =>
      api.get<HistoryPage>(`${PATH}/${id}/history`, { limit: HISTORY_PAGE, offset }),
    initialPageParam: 0,
    getNextPageParam: ({ count }, pages) => {
      const loaded = pages.reduce((sum, { history }) => sum + history.length, 0)
      return loaded < count ? loaded : undefined
    },
  })

export function useRecordPayment(id: string) {
  const client = useQueryClient()
  const postOnce = usePostOnce()
  return useMutation({
    mutationFn: async (body: { note: string | null; order_id?: string }) => {
      const { membership } = await postOnce<{ membership: Membership }>(`${PATH}/${id}/record-payment`, body)
      return membership
    },
    // Other memberships of the same order have changed with it, and so has the order itself. Also after a refusal:
    // somebody else may have recorded it in the meantime.
    onSettled: async () =>
      Promise.all([
        client.invalidateQueries({ queryKey: membershipKeys.all }),
        client.invalidateQueries({ queryKey: ["orders"] }),
      ]),
  })
}

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { CreditEntryKind } from "../../../domain/credits/types"
import { api } from "../../platform/api"
import { usePostOnce } from "../../platform/post-once"
import { usePreview } from "../../platform/use-preview"
import type { ActorType } from "../types"
import { membershipKeys } from "./memberships"

export interface CreditScope {
  /** null is shared by all seats. */
  seat_id: string | null
  /** null is every service. */
  service_ids: string[] | null
}

export interface CreditBalance extends CreditScope {
  usable: number
  given: number
  reserved: number
  coming: number
  /** The first day without them. */
  expires_on: string | null
}

export interface CreditGrant extends CreditScope {
  id: string
  available: number
  expires_on: string | null
  granted_at: string | null
  /** Expired, or ended with its seat or membership. */
  is_ended: boolean
}

export interface CreditExchange {
  from_service_id: string
  to_service_id: string
  from_credits: number
  to_credits: number
}

export interface Credits {
  belongs_to: "membership" | "seat"
  balances: CreditBalance[]
  grants: CreditGrant[]
  next: { on: string; credits: number } | null
  exchanges: CreditExchange[]
  transferable: boolean
  currency_code: string
}

export interface CreditEntry {
  id: string
  grant_id: string
  kind: CreditEntryKind
  at: string
  available: number
  reserved: number
  available_value: number
  reserved_value: number
  actor_type: ActorType
  actor_name: string | null
  reason: string | null
}

export interface CreditEffect extends CreditScope {
  code: "credits_added" | "credits_taken"
  /** null: new ones. */
  grant_id: string | null
  credits: number
  value: number
  left: number
  expires_on: string | null
}

/** A change as the server takes it. */
export interface CreditRequest {
  path: string
  body: object
}

interface CreditPage {
  credits: Credits
  entries: CreditEntry[]
  count: number
}

const pathOf = (id: string) => `/admin/memberships/${id}/credits`
const PREVIEWS = "membership_credit_previews"

export const useCredits = (id: string) =>
  useQuery({
    queryKey: membershipKeys.detail(id, "credits"),
    queryFn: async () => (await api.get<CreditPage>(pathOf(id), { limit: 1 })).credits,
  })

/** So many entries are loaded at once. */
const LEDGER_PAGE = 20

export const useLedger = (id: string) =>
  useInfiniteQuery({
    queryKey: membershipKeys.detail(id, "ledger"),
    queryFn: async ({ pageParam: offset }) => api.get<CreditPage>(pathOf(id), { limit: LEDGER_PAGE, offset }),
    initialPageParam: 0,
    getNextPageParam: ({ count }, pages) => {
      const loaded = pages.reduce((sum, { entries }) => sum + entries.length, 0)
      return loaded < count ? loaded : undefined
    },
  })

/** @param request null: not yet */
export const useCreditPreview = (request: CreditRequest | null) =>
  usePreview([PREVIEWS], request, async ({ path, body }) => {
    const answer = await api.post<{ preview: { effects: CreditEffect[] } }>(path, { ...body, preview: true })
    return answer.preview.effects
  })

export function useChangeCredits() {
  const client = useQueryClient()
  const postOnce = usePostOnce()
  return useMutation({
    mutationFn: async ({ path, body }: CreditRequest) => postOnce<{ effects: CreditEffect[] }>(path, body),
    // Also after a refusal: somebody else may have used them in the meantime.
    onSettled: async () => client.invalidateQueries({ queryKey: membershipKeys.all }),
    onError: async () => client.invalidateQueries({ queryKey: [PREVIEWS] }),
  })
}

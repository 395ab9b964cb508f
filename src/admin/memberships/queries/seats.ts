import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { usePaused } from "../../forms/use-paused"
import { api } from "../../platform/api"
import { usePostOnce } from "../../platform/post-once"
import { usePreview } from "../../platform/use-preview"
import type { Membership, SeatCandidate, SeatEffect, SeatOptions } from "../types"
import type { Quote, SaleOrder } from "../sell/quote-types"
import { membershipKeys } from "./memberships"

const PATH = "/admin/memberships"
const PREVIEWS = "membership_seat_previews"

/** A verb on a membership, or on a seat of it, as the server takes it. */
export interface SeatRequest {
  /** Below the membership: `/hold`, `/seats/mseat_1/hold`. */
  path: string
  body: object
}

/** What can be chosen, and the day at the membership's location. */
export const useSeatOptions = (id: string) =>
  useQuery({
    queryKey: membershipKeys.detail(id, "options"),
    queryFn: async () => (await api.get<{ options: SeatOptions }>(`${PATH}/${id}/options`)).options,
  })

/** Who may take a seat, and why others may not: the household first. */
export const useSeatCandidates = (id: string, seat_id: string, words: string) => {
  const q = usePaused(words.trim())
  return useQuery({
    queryKey: [...membershipKeys.detail(id, "candidates"), seat_id, q],
    queryFn: async () => {
      const path = `${PATH}/${id}/seats/${seat_id}/candidates`
      return (await api.get<{ candidates: SeatCandidate[] }>(path, q ? { q } : {})).candidates
    },
    placeholderData: keepPreviousData,
  })
}

/** What a verb would do. */
export interface SeatForeseen {
  effects: SeatEffect[]
  /** What is to be paid now, of what is sold. */
  quote?: Quote
}

/** @param request null: not yet */
export const useSeatPreview = (id: string, request: SeatRequest | null) =>
  usePreview([PREVIEWS, id], request, async ({ path, body }) => {
    const answer = await api.post<{ preview: SeatForeseen }>(`${PATH}/${id}${path}`, {
      ...body,
      preview: true,
    })
    return answer.preview
  })

export interface SeatAnswer {
  /** null while it is a draft order, of what is sold. */
  membership: Membership | null
  effects: SeatEffect[]
  /** Of what is sold. */
  order?: SaleOrder
}

export function useChangeSeats(id: string) {
  const client = useQueryClient()
  const postOnce = usePostOnce()
  return useMutation({
    mutationFn: async ({ path, body }: SeatRequest) => postOnce<SeatAnswer>(`${PATH}/${id}${path}`, body),
    // Also after a refusal: somebody else may have changed it in the meantime.
    onSettled: async () => client.invalidateQueries({ queryKey: membershipKeys.all }),
    onError: async () => client.invalidateQueries({ queryKey: [PREVIEWS, id] }),
  })
}

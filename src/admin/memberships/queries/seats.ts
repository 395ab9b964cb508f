import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { usePaused } from "../../forms/use-paused"
import { api } from "../../platform/api"
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

export interface SeatPreview {
  /** null while it is asked for, or was refused. */
  effects: SeatEffect[] | null
  /** What is to be paid now, of what is sold. */
  quote: Quote | null
  refusal: Error | null
  isLoading: boolean
}

interface Previewed {
  effects: SeatEffect[]
  quote?: Quote
}

/** What a verb would do; asked once the form rests, and anew each time it is opened. @param request null: not yet */
export function useSeatPreview(id: string, request: SeatRequest | null): SeatPreview {
  const wanted = JSON.stringify(request)
  const asked = usePaused(wanted)
  const { data, error, isFetching } = useQuery({
    queryKey: [PREVIEWS, id, asked],
    queryFn: async () => {
      const { path, body } = JSON.parse(asked) as SeatRequest
      const answer = await api.post<{ preview: Previewed }>(`${PATH}/${id}${path}`, { ...body, preview: true })
      return answer.preview
    },
    enabled: asked !== "null",
    retry: false,
    gcTime: 0,
  })
  const isLoading = wanted !== asked || isFetching
  if (request === null || isLoading) return { effects: null, quote: null, refusal: null, isLoading: request !== null }
  const told = error ? undefined : data
  return { effects: told?.effects ?? null, quote: told?.quote ?? null, refusal: error, isLoading }
}

export interface SeatAnswer {
  /** null while it is a draft order, of what is sold. */
  membership: Membership | null
  effects: SeatEffect[]
  /** Of what is sold. */
  order?: SaleOrder
}

export function useChangeSeats(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ path, body }: SeatRequest) => api.post<SeatAnswer>(`${PATH}/${id}${path}`, body),
    // Also after a refusal: somebody else may have changed it in the meantime.
    onSettled: async () => client.invalidateQueries({ queryKey: membershipKeys.all }),
    onError: async () => client.invalidateQueries({ queryKey: [PREVIEWS, id] }),
  })
}

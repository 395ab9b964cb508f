import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { api, ApiError } from "../../platform/api"
import { usePostOnce } from "../../platform/post-once"
import { keysOf } from "../../platform/query-keys"
import type { CheckedIn, Decision, DeskMember, DeskService, DeskVisit, Place, Wish } from "./types"

const deskKeys = keysOf("front_desk")

const AGAIN_MS = 3000
const RENEWED_MS = 30_000

/** The server gave no answer at all. */
export const isLost = (error: unknown): boolean => error !== null && !(error instanceof ApiError)

/** Asks at once even where the browser believes to be offline, and again until there is an answer. */
const steady = { networkMode: "always", retry: false } as const
const untilAnswered = ({ state }: { state: { error: Error | null } }) =>
  isLost(state.error) ? AGAIN_MS : false

export const useDeskServices = (location_id: string) =>
  useQuery({
    ...steady,
    queryKey: deskKeys.list({ services: location_id }),
    queryFn: async () =>
      (await api.get<{ services: DeskService[] }>("/front-desk/services", { location_id })).services,
    refetchInterval: untilAnswered,
    staleTime: 60_000,
  })

/** Who matches a name, an e-mail address, a phone number, or a scanned code. */
export const foundQuery = (q: string, location_id: string) =>
  queryOptions({
    ...steady,
    queryKey: deskKeys.list({ q, location_id }),
    queryFn: async () =>
      (await api.get<{ members: DeskMember[] }>("/front-desk/members", { q, location_id })).members,
    // Between a letter and the Enter after it.
    staleTime: 5000,
    gcTime: 10_000,
  })

/** Answers of words that are not there any more are not looked at: each has a key of its own. */
export const useFound = (q: string, location_id: string) =>
  useQuery({
    ...foundQuery(q, location_id),
    enabled: q !== "",
    placeholderData: keepPreviousData,
    refetchInterval: untilAnswered,
  })

/** What a check-in would answer now; it is asked anew each time. */
export const useDecision = (member_id: string | null, { location_id, service_id }: Place) =>
  useQuery({
    ...steady,
    queryKey: deskKeys.detail(member_id ?? "", `decision ${location_id} ${service_id ?? ""}`),
    queryFn: async () =>
      (
        await api.post<{ decision: Decision }>("/front-desk/access-decisions", {
          ...{ member_id, location_id, service_id },
        })
      ).decision,
    enabled: member_id !== null,
    refetchInterval: untilAnswered,
    staleTime: 0,
    gcTime: 0,
  })

/** Today's visits; as they are asked for all the time, they also tell whether the server is there. */
export const useToday = (location_id: string) =>
  useQuery({
    ...steady,
    queryKey: deskKeys.list({ today: location_id }),
    queryFn: async () =>
      api.get<{ check_ins: DeskVisit[]; count: number }>("/front-desk/check-ins", { location_id }),
    refetchInterval: ({ state }) => (isLost(state.error) ? AGAIN_MS : RENEWED_MS),
    staleTime: 0,
  })

function useRenewed() {
  const client = useQueryClient()
  return async () => client.invalidateQueries({ queryKey: deskKeys.all })
}

/** Checks in at once or not at all: nothing waits for the network to come back. */
export function useCheckIn({ location_id, service_id }: Place) {
  const renewed = useRenewed()
  const postOnce = usePostOnce()
  return useMutation({
    ...steady,
    mutationFn: async (wish: Wish) =>
      postOnce<CheckedIn>("/front-desk/check-ins", { ...wish, location_id, service_id }),
    onSettled: () => void renewed(),
  })
}

export function useUndo() {
  const renewed = useRenewed()
  return useMutation({
    ...steady,
    mutationFn: async ({ id, reason }: { id: string; reason: string }) =>
      api.post(`/front-desk/check-ins/${id}/undo`, { reason }),
    onSettled: () => void renewed(),
  })
}

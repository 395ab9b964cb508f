import { useMutation, useQuery } from "@tanstack/react-query"
import { useInvalidatePeople } from "../../people/queries/invalidate"
import { api } from "../../platform/api"

const of = (memberId: string) => `/admin/members/${memberId}/access-codes`

/** Well before half a minute is over, so that the one on the screen is always taken. */
const REFRESH_MS = 10_000

export const useAddCard = (memberId: string) =>
  useMutation({
    mutationFn: async (card: { code: string; label: string | null }) =>
      api.post(of(memberId), { kind: "card", ...card }),
    onSuccess: useInvalidatePeople(),
  })

export const useRevokeCode = (memberId: string) =>
  useMutation({
    mutationFn: async (id: string) => api.delete(`${of(memberId)}/${id}`),
    onSuccess: useInvalidatePeople(),
  })

export const useCheckInCode = (memberId: string) =>
  useQuery({
    queryKey: ["check_in_code", memberId],
    queryFn: async () =>
      api.get<{ code: string; valid_until: string }>(`/admin/members/${memberId}/check-in-code`),
    refetchInterval: REFRESH_MS,
    gcTime: 0,
    staleTime: 0,
  })

export const useRenewCode = (memberId: string) =>
  useMutation({ mutationFn: async () => api.post(of(memberId), { kind: "rotating" }) })

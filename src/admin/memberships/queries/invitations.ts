import { useMutation, useQueryClient } from "@tanstack/react-query"
import { api } from "../../platform/api"
import type { SeatInvitation } from "../types"
import { membershipKeys } from "./memberships"

const pathOf = (membership_id: string) => `/admin/memberships/${membership_id}`

export interface Invited {
  invitation: SeatInvitation
  /** Told this once. */
  token: string
  /** By a provider of e-mails. */
  sent: boolean
}

export function useInvite(membership_id: string, seat_id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (email: string) =>
      api.post<Invited>(`${pathOf(membership_id)}/seats/${seat_id}/invite`, { email }),
    onSettled: async () => client.invalidateQueries({ queryKey: membershipKeys.all }),
  })
}

export function useRevokeInvitation(membership_id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) => api.delete(`${pathOf(membership_id)}/invitations/${id}`),
    // Also after a refusal: somebody may have accepted it in the meantime.
    onSettled: async () => client.invalidateQueries({ queryKey: membershipKeys.all }),
  })
}

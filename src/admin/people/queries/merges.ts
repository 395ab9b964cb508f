import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { MergeNotice } from "../../../domain/people/merge"
import { membershipKeys } from "../../memberships/queries/memberships"
import { api } from "../../platform/api"
import { usePostOnce } from "../../platform/post-once"
import type { MergeEffect } from "../members/merge/types"
import { useInvalidatePeople } from "./invalidate"

const pathOf = (id: string) => `/admin/members/${id}/merge`

/** What a merge would do; asked anew each time. @param into_member_id null: not chosen yet */
export function useMergePreview(id: string, into_member_id: string | null) {
  return useQuery({
    queryKey: ["membership_merge_previews", id, into_member_id],
    queryFn: async () => {
      const body = { into_member_id, preview: true }
      return (await api.post<{ preview: { effects: MergeEffect[] } }>(pathOf(id), body)).preview.effects
    },
    enabled: into_member_id !== null,
    retry: false,
    gcTime: 0,
    staleTime: 0,
  })
}

export interface MergeRequest {
  into_member_id: string
  confirmed: MergeNotice[]
  reason: string | null
}

export function useMergeMember(id: string) {
  const client = useQueryClient()
  const postOnce = usePostOnce()
  const invalidate = useInvalidatePeople("none")
  return useMutation({
    mutationFn: async (body: MergeRequest) => postOnce(pathOf(id), body, { fields: "id" }),
    onSuccess: async () => {
      await invalidate()
      await client.invalidateQueries({ queryKey: membershipKeys.all })
    },
  })
}

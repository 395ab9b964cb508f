import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { api } from "../../platform/api"
import { usePostOnce } from "../../platform/post-once"
import { usePreview } from "../../platform/use-preview"
import { membershipKeys } from "./memberships"

const pathOf = (id: string) => `/admin/memberships/${id}/plan-change`

/** `end`: when an introductory offer ends (PLAN-8). */
export type When = "now" | "renewal" | "end"

interface Part {
  until_on: string
  days: number
  of_days: number
  amount: number
}

/** What a change would mean, or has meant; amounts are before tax, but for the total. */
export interface PlanChange {
  when: When
  currency_code: string
  plan: { id: string; name: string }
  changes_on: string
  charge: Part
  /** null: unused days are not given back. */
  credit: Part | null
  days_lost: number
  revokes_credits: boolean
  carried: number
  /** null: the tax is not known at the moment. */
  total: number | null
}

interface Answer {
  can: boolean
  message: string | null
}

export interface PlanChangeOption {
  plan_id: string
  name: string
  now: Answer
  renewal: Answer
  /** null: it does not follow an offer. */
  end: Answer | null
}

export interface PlanChangeOptions {
  planned: { id: string; changes_on: string; plan: { id: string; name: string } } | null
  options: PlanChangeOption[]
}

export const usePlanChangeOptions = (id: string) =>
  useQuery({
    queryKey: membershipKeys.detail(id, "plan-change"),
    queryFn: async () => (await api.get<{ plan_change: PlanChangeOptions }>(pathOf(id))).plan_change,
  })

export interface PlanChangeRequest {
  plan_id: string
  when: When
  reason: string | null
}

/** @param request null: not yet */
export const usePlanChangePreview = (id: string, request: PlanChangeRequest | null) =>
  usePreview(
    ["membership_plan_change_previews", id],
    request,
    async (wish) => (await api.post<{ preview: PlanChange }>(`${pathOf(id)}/preview`, wish)).preview
  )

export function useChangePlan(id: string) {
  const client = useQueryClient()
  const postOnce = usePostOnce()
  return useMutation({
    mutationFn: async (body: PlanChangeRequest) =>
      (await postOnce<{ plan_change: PlanChange }>(pathOf(id), body)).plan_change,
    // Also after a refusal: somebody else may have changed it in the meantime.
    onSettled: async () => client.invalidateQueries({ queryKey: membershipKeys.all }),
  })
}

export function useTakeBackPlanChange(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async () => api.delete(pathOf(id)),
    onSettled: async () => client.invalidateQueries({ queryKey: membershipKeys.all }),
  })
}

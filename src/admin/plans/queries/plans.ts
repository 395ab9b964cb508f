import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { api, type Query } from "../../platform/api"
import { keysOf } from "../../platform/query-keys"
import { studioKeys } from "../../platform/studio"
import type { Plan } from "../types"

const PATH = "/admin/membership-plans"
export const planKeys = keysOf("membership_plans")

interface PlanPage {
  membership_plans: Plan[]
  count: number
}

export const usePlans = (query: Query) =>
  useQuery({
    queryKey: planKeys.list(query),
    queryFn: async () => api.get<PlanPage>(PATH, query),
    placeholderData: keepPreviousData,
  })

export const usePlan = (id: string) =>
  useQuery({
    queryKey: planKeys.detail(id),
    queryFn: async () => (await api.get<{ membership_plan: Plan }>(`${PATH}/${id}`)).membership_plan,
  })

/** Everything that names plans: the lists, the details, and the studio's choice of plans. */
export function useForgetPlans() {
  const client = useQueryClient()
  return async () =>
    Promise.all([
      client.invalidateQueries({ queryKey: planKeys.all }),
      client.invalidateQueries({ queryKey: studioKeys.all }),
    ])
}

/** Changes the fields it is given; the others stay. */
export function useUpdatePlan(id: string) {
  const forget = useForgetPlans()
  return useMutation({
    mutationFn: async (fields: Record<string, unknown>) =>
      (await api.post<{ membership_plan: Plan }>(`${PATH}/${id}`, fields)).membership_plan,
    onSuccess: forget,
  })
}

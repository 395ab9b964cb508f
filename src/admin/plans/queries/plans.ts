import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { api } from "../../platform/api"
import { keysOf } from "../../platform/query-keys"
import { studioKeys } from "../../platform/studio"
import { createInSteps, type NewPlan, type PlanMaker } from "../create/create-in-steps"
import type { Storefront } from "../preview/types"
import type { Plan, PlanRow } from "../types"

const PATH = "/admin/membership-plans"
const CHARTS = "/admin/price-charts"
export const planKeys = keysOf("membership_plans")

export interface PlanListQuery {
  limit: number
  offset: number
  q?: string
  status?: string[]
  kind?: string
  audience?: string[]
  location_id?: string
  recurring?: string
  revenue_category?: string[]
}

interface PlanPage {
  membership_plans: PlanRow[]
  count: number
}

/** What a row shows; the checklist and the numbers come with every plan. */
const ROW = "id,name,handle,kind,audience,status,billing,revenue_category"

export const usePlans = (query: PlanListQuery) =>
  useQuery({
    queryKey: planKeys.list(query),
    queryFn: async () => api.get<PlanPage>(PATH, { ...query, fields: ROW }),
    placeholderData: keepPreviousData,
  })

/** @param id blank while none is chosen */
export const usePlan = (id: string) =>
  useQuery({
    queryKey: planKeys.detail(id),
    queryFn: async () => (await api.get<{ membership_plan: Plan }>(`${PATH}/${id}`)).membership_plan,
    enabled: id !== "",
  })

/** Everything that names plans: the lists, the details, and the studio's choice of plans. */
function useForgetPlans() {
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

/** PLAN-16: one category for many, or none for many. */
export function useCategorizePlans() {
  const forget = useForgetPlans()
  return useMutation({
    mutationFn: async (change: { ids: string[]; revenue_category: string | null }) =>
      api.post(`${PATH}/batch`, change),
    onSuccess: forget,
  })
}

/** Only of a plan that was never sold (PLAN-14). */
export function useDeletePlan(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async () => api.delete(`${PATH}/${id}`),
    onSuccess: async () => {
      // Its page would else ask for it again before it is left.
      await client.cancelQueries({ queryKey: planKeys.detail(id) })
      client.removeQueries({ queryKey: planKeys.detail(id) })
      await Promise.all([
        client.invalidateQueries({ queryKey: planKeys.lists }),
        client.invalidateQueries({ queryKey: studioKeys.all }),
      ])
    },
  })
}

/** The requests that make a plan with its first prices; see `plans/create/create-in-steps.ts`. */
const planMaker: PlanMaker = {
  createPlan: async (body) => (await api.post<{ membership_plan: Plan }>(PATH, body)).membership_plan,
  createChart: async (plan_id, rows) => {
    const { price_chart } = await api.post<{ price_chart: { id: string } }>(`${PATH}/${plan_id}/price-charts`)
    await api.post(`${CHARTS}/${price_chart.id}`, { rows })
    return price_chart.id
  },
  finalize: async (chart_id) => api.post(`${CHARTS}/${chart_id}/finalize`),
  publish: async (chart_id) => api.post(`${CHARTS}/${chart_id}/publish`),
  activate: async (plan_id) => api.post(`${PATH}/${plan_id}`, { status: "active" }),
}

export function useCreatePlan() {
  const forget = useForgetPlans()
  return useMutation({
    mutationFn: async (plan: NewPlan) => createInSteps(plan, planMaker),
    onSuccess: forget,
  })
}

/** Exactly what the store's route answers, for drafts as well. */
export const useStorefront = (id: string, query: { currency_code?: string; location_id?: string }) =>
  useQuery({
    queryKey: planKeys.detail(id, `storefront ${query.currency_code} ${query.location_id}`),
    queryFn: async () => api.get<Storefront>(`${PATH}/${id}/storefront`, query),
    enabled: query.currency_code !== undefined,
    placeholderData: keepPreviousData,
  })

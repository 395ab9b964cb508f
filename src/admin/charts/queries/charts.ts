import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { ChartRowDraft } from "../../../domain/charts/types"
import { planKeys } from "../../plans/queries/plans"
import { api } from "../../platform/api"
import { keysOf } from "../../platform/query-keys"
import type { PriceChart } from "../types"

const PATH = "/admin/price-charts"
const ofPlan = (plan_id: string) => `/admin/membership-plans/${plan_id}/price-charts`

/** More versions of one plan than a studio makes in its life; what is older is not shown. */
const VERSIONS_MAX = 200

const chartKeys = keysOf("membership_price_charts")

/** All versions with their rows, newest first. @param plan_id blank while none is chosen */
export const usePriceCharts = (plan_id: string) =>
  useQuery({
    queryKey: chartKeys.list({ plan_id }),
    queryFn: async () =>
      (await api.get<{ price_charts: PriceChart[] }>(ofPlan(plan_id), { limit: VERSIONS_MAX })).price_charts,
    enabled: plan_id !== "",
  })

/** A version's step changes others too, and what the plan lacks to be sold. */
export function useForgetCharts() {
  const client = useQueryClient()
  return async () =>
    Promise.all([
      client.invalidateQueries({ queryKey: chartKeys.all }),
      client.invalidateQueries({ queryKey: planKeys.all }),
    ])
}

export function useCreateChart(plan_id: string) {
  const forget = useForgetCharts()
  return useMutation({
    mutationFn: async (template_id: string | null) =>
      (await api.post<{ price_chart: PriceChart }>(ofPlan(plan_id), { template_id })).price_chart,
    onSuccess: forget,
  })
}

/** Puts the answer in the place of the former version at once, so that nothing counts as unsaved meanwhile. */
export function useSaveChart(plan_id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, rows }: { id: string; rows: readonly ChartRowDraft[] }) =>
      (await api.post<{ price_chart: PriceChart }>(`${PATH}/${id}`, { rows })).price_chart,
    onSuccess: (saved) => {
      client.setQueryData<PriceChart[]>(chartKeys.list({ plan_id }), (charts) =>
        charts?.map((chart) => (chart.id === saved.id ? saved : chart))
      )
    },
  })
}

export function useChartStep(step: "finalize" | "publish") {
  const forget = useForgetCharts()
  return useMutation({
    mutationFn: async (id: string) =>
      (await api.post<{ price_chart: PriceChart }>(`${PATH}/${id}/${step}`)).price_chart,
    onSuccess: forget,
  })
}

/** Leaves forgetting to who calls it: the page goes to another version first. */
export const useDeleteChart = () =>
  useMutation({ mutationFn: async (id: string) => api.delete<{ id: string }>(`${PATH}/${id}`) })

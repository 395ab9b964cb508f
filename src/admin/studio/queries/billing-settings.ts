import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { BillingPause, BillingSettings } from "../../../domain/billing/settings"
import { api } from "../../platform/api"
import { keysOf } from "../../platform/query-keys"

/** What the studio does about renewals, and whether they are paused (BILL-3, BILL-8). */
export interface StudioBillingSettings extends BillingSettings {
  /** null while renewals run. */
  pause: (BillingPause & { paused_by_name: string | null }) | null
}

interface Answer {
  membership_billing_settings: StudioBillingSettings
}

const PATH = "/admin/membership-billing-settings"
const billingSettingsKeys = keysOf("membership_billing_settings")

export const useBillingSettings = () =>
  useQuery({
    queryKey: billingSettingsKeys.all,
    queryFn: async () => (await api.get<Answer>(PATH)).membership_billing_settings,
  })

/** Anything that is changed here moves charges, or the day on which somebody loses access. */
function useChange<Input>(send: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (input: Input) => (await send(input)).membership_billing_settings,
    onSettled: async () => client.invalidateQueries(),
  })
}

export const useSaveBillingSettings = () =>
  useChange(async (settings: BillingSettings) => api.post<Answer>(PATH, settings))

export const usePauseRenewals = () =>
  useChange(async (reason: string | null) => api.post<Answer>(`${PATH}/pause`, { reason }))

export const useContinueRenewals = () => useChange(async () => api.post<Answer>(`${PATH}/continue`))

/** How many charges are due and have not been tried: what waits for the next run while renewals are paused. */
export const useWaitingCharges = () =>
  useQuery({
    queryKey: [...billingSettingsKeys.all, "waiting"],
    queryFn: async () => {
      const query = { status: "scheduled", due: "overdue", limit: 1, fields: "id" }
      return (await api.get<{ count: number }>("/admin/membership-charges", query)).count
    },
    // It is asked when somebody is about to decide by it.
    staleTime: 0,
    gcTime: 0,
  })

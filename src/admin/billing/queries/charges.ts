import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { membershipKeys } from "../../memberships/queries/memberships"
import { api } from "../../platform/api"
import { usePostOnce } from "../../platform/post-once"
import { keysOf } from "../../platform/query-keys"
import type { Charge, ChargeDetail, ChargeEffect, ChargeNumbers, Finding, UpcomingPage } from "../types"

const PATH = "/admin/membership-charges"
const PREVIEWS = "membership_charge_previews"
const chargeKeys = keysOf("membership_charges")

export interface ChargeListQuery {
  limit: number
  offset: number
  q?: string
  status?: string[]
  membership_id?: string
  due?: "overdue" | "upcoming"
  paid_beside?: boolean
}

interface ChargePage {
  membership_charges: Charge[]
  count: number
}

export const useCharges = (query: ChargeListQuery) =>
  useQuery({
    queryKey: chargeKeys.list(query),
    queryFn: async () => api.get<ChargePage>(PATH, { ...query }),
    placeholderData: keepPreviousData,
  })

/** The order is linked by the platform. */
const ORDER = [
  ...["+order.id", "+order.display_id"],
  ...["+order.payment_collections.captured_amount", "+order.payment_collections.refunded_amount"],
].join(",")

export const useCharge = (id: string) =>
  useQuery({
    queryKey: chargeKeys.detail(id),
    queryFn: async () =>
      (await api.get<{ membership_charge: ChargeDetail }>(`${PATH}/${id}`, { fields: ORDER }))
        .membership_charge,
    refetchInterval: ({ state: { data } }) => (data && goesOnByItself(data) ? LOOK_AGAIN_MS : false),
  })

/** Who looks at it sees it go on, without asking for the page again. */
const LOOK_AGAIN_MS = 5000
const goesOnByItself = ({ status, order_id, paid_by }: Charge) =>
  status === "processing" || (status === "paid" && order_id === null && paid_by !== "nothing")

export const useChargeNumbers = () =>
  useQuery({
    queryKey: [...chargeKeys.all, "numbers"],
    queryFn: async () =>
      (await api.get<{ membership_charge_numbers: ChargeNumbers }>("/admin/membership-charge-numbers"))
        .membership_charge_numbers,
  })

export interface UpcomingQuery {
  /** An instant; null while it is not known. */
  until: string | null
  limit: number
  offset: number
}

/** Who will be charged what until then, and why (BILL-9): it writes nothing. */
export const useUpcoming = (query: UpcomingQuery) =>
  useQuery({
    queryKey: [...chargeKeys.all, "upcoming", query],
    queryFn: async () =>
      (await api.post<{ preview: UpcomingPage }>("/admin/renewal-runs", { ...query, preview: true })).preview,
    enabled: query.until !== null,
    placeholderData: keepPreviousData,
  })

export type PreviewedVerb = "retry" | "record-payment" | "waive"

/** What a verb would do now, or why it is refused. */
export const useVerbPreview = (id: string, verb: PreviewedVerb) =>
  useQuery({
    queryKey: [PREVIEWS, id, verb],
    queryFn: async () => {
      // How it was paid is not known yet, and changes nothing of what follows.
      const body = verb === "record-payment" ? { method: "cash", preview: true } : { preview: true }
      return (await api.post<{ preview: { effects: ChargeEffect[] } }>(`${PATH}/${id}/${verb}`, body)).preview
        .effects
    },
    retry: false,
    staleTime: 0,
    gcTime: 0,
  })

export interface ChangedCharge {
  membership_charge: ChargeDetail
  found?: Finding
  refusal?: { code: string; message: string } | null
}

/** Anything that is done about a charge, by its verb and body. */
export function useChangeCharge(id: string) {
  const client = useQueryClient()
  const postOnce = usePostOnce()
  return useMutation({
    mutationFn: async ({ verb, body = {} }: { verb: string; body?: object }) =>
      postOnce<ChangedCharge>(`${PATH}/${id}/${verb}`, body),
    // Also after a refusal: somebody else, or the provider, may have changed it. Its membership and order change with it.
    onSettled: async () =>
      Promise.all(
        [chargeKeys.all, membershipKeys.all, ["orders"]].map(async (queryKey) =>
          client.invalidateQueries({ queryKey })
        )
      ),
    onError: async () => client.invalidateQueries({ queryKey: [PREVIEWS] }),
  })
}

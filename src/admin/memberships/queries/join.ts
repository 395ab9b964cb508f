import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Found, SearchSource } from "../../people/choose/sources"
import { api } from "../../platform/api"
import { usePostOnce } from "../../platform/post-once"
import { usePreview } from "../../platform/use-preview"
import type { Misfit } from "../seats/use-misfit-text"
import { membershipKeys } from "./memberships"
import type { PlanChange } from "./plan-change"

const pathOf = (id: string) => `/admin/memberships/${id}/join`

/** A seat that is empty, theirs already, or one more of a classification. */
export interface JoinSeat {
  /** null: a new one. */
  seat_id: string | null
  classification_id: string | null
  label: string
  sequence: number | null
  /** Of a new one, each period; null: no row is left. */
  amount: number | null
  is_paid_for: boolean
  is_theirs: boolean
  refusal: Misfit | null
}

export interface JoinOption {
  membership_id: string
  display_id: number
  plan_name: string
  purchaser_name: string | null
  currency_code: string
  seats: JoinSeat[]
  payers: { customer_id: string; name: string | null }[]
}

/** What a change to a seat elsewhere means; amounts are before tax, but for the total. */
export interface Join extends PlanChange {
  joins: { membership_id: string; display_id: number }
  seat: { label: string; sequence: number; is_paid_for: boolean }
  /** Paid by somebody else: it goes back only by a refund. */
  refundable: number
}

const readOptions = async (id: string, membership_id?: string) =>
  (await api.get<{ join: { options: JoinOption[] } }>(pathOf(id), membership_id ? { membership_id } : {}))
    .join.options

const foundOf = ({ membership_id: id, ...option }: JoinOption): Found => ({ id, name: nameOfOption(option) })

/** By its number, its plan and whoever bought it. */
const nameOfOption = ({
  display_id,
  plan_name,
  purchaser_name,
}: Pick<JoinOption, "display_id" | "plan_name" | "purchaser_name">) =>
  [`#${display_id} ${plan_name}`, purchaser_name].filter(Boolean).join(", ")

interface Row {
  id: string
  display_id: number
  customer_name: string | null
  plan: { name: string; audience: string }
}

/** Without words those of the same people, else any shared one. */
export const joinableBy = (id: string): SearchSource => ({
  key: `joinable_${id}`,
  find: async (words) => {
    if (!words.trim()) return (await readOptions(id)).map(foundOf)
    const query = {
      q: words.trim(),
      recurring: "true",
      limit: 20,
      fields: "id,display_id,customer_name,plan.name,plan.audience",
    }
    const { memberships } = await api.get<{ memberships: Row[] }>("/admin/memberships", query)
    return memberships
      .filter(({ plan }) => plan.audience !== "individual")
      .map(({ id: found, display_id, plan, customer_name: purchaser_name }) => ({
        ...{ id: found, name: nameOfOption({ display_id, plan_name: plan.name, purchaser_name }) },
      }))
  },
})

/** The seats of one; null: it cannot be joined at all. @param chosen null: not chosen yet */
export const useJoinOption = (id: string, chosen: string | null) =>
  useQuery({
    queryKey: membershipKeys.detail(id, `join ${chosen}`),
    queryFn: async () => (await readOptions(id, chosen!))[0] ?? null,
    enabled: chosen !== null,
  })

export interface JoinRequest {
  membership_id: string
  seat_id: string | null
  classification_id: string | null
  payer_customer_id: string | null
  when: "now" | "renewal"
  reason: string | null
}

/** @param request null: not yet */
export const useJoinPreview = (id: string, request: JoinRequest | null) =>
  usePreview(
    ["membership_join_previews", id],
    request,
    async (wish) => (await api.post<{ preview: Join }>(`${pathOf(id)}/preview`, wish)).preview
  )

export function useJoin(id: string) {
  const client = useQueryClient()
  const postOnce = usePostOnce()
  return useMutation({
    mutationFn: async (body: JoinRequest) => (await postOnce<{ join: Join }>(pathOf(id), body)).join,
    // Also after a refusal: somebody else may have taken the seat in the meantime.
    onSettled: async () => client.invalidateQueries({ queryKey: membershipKeys.all }),
  })
}

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { PAGE_SIZE } from "../../platform/address"
import { api } from "../../platform/api"
import { keysOf } from "../../platform/query-keys"
import { useForgetCharts } from "./charts"

/** Amounts are decimals in the membership's currency, before tax and after discounts. */
interface BeforeAndAfter {
  now: number
  then: number
}

export interface MigratedPayer extends BeforeAndAfter {
  payer_customer_id: string | null
  payer_name: string | null
}

/** What the move of one membership means, or why it stays. */
export interface MigratedRow extends BeforeAndAfter {
  membership_id: string
  display_id: number
  customer_id: string | null
  customer_name: string | null
  currency_code: string
  chart_version: number
  refused: { code: string; message: string } | null
  is_waiting: boolean
  waits_for_version: number | null
  starts_on: string | null
  payers: MigratedPayer[]
}

export interface MigrationTotal extends BeforeAndAfter {
  currency_code: string
  memberships: number
}

export interface PriceMigration {
  totals: MigrationTotal[]
  memberships: MigratedRow[]
  count: number
  refused_count: number
  waiting_count: number
}

/** Who is to be moved, and when. */
export interface MoveWish {
  to_price_chart_id: string
  from_price_chart_id: string | null
  from_on: string | null
  except_membership_ids: readonly string[]
}

export interface PlannedMove extends BeforeAndAfter {
  id: string
  state: "waiting" | "moved" | "refused" | "taken_back" | "ended"
  /** The code of why it did not fit. */
  refused: string | null
  membership_id: string
  display_id: number
  customer_name: string | null
  /** Of its location. */
  time_zone: string
  currency_code: string
  chart_version: number
  from_chart_version: number
  starts_on: string
  planned_at: string
  planned_by_name: string | null
  reason: string | null
}

const pathOf = (plan_id: string) => `/admin/membership-plans/${plan_id}/price-migrations`
const moveKeys = keysOf("membership_price_moves")

/** What would happen, as the server decides it; nothing is written. */
export const useMovePreview = (plan_id: string, wish: MoveWish, offset: number) =>
  useQuery({
    queryKey: moveKeys.list({ plan_id, ...wish, offset }),
    queryFn: async () => {
      const body = { ...wish, preview: true, limit: PAGE_SIZE, offset }
      return (await api.post<{ price_migration: PriceMigration }>(pathOf(plan_id), body)).price_migration
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  })

interface PlannedQuery {
  to_price_chart_id: string
  waiting: boolean | undefined
  offset: number
}

/** Those that wait first. */
export const usePlannedMoves = (plan_id: string, query: PlannedQuery) =>
  useQuery({
    queryKey: moveKeys.list({ plan_id, planned: query }),
    queryFn: async () =>
      api.get<{ price_moves: PlannedMove[]; count: number }>(pathOf(plan_id), { ...query, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })

function useForgetMoves() {
  const client = useQueryClient()
  const forgetCharts = useForgetCharts()
  return async () => Promise.all([client.invalidateQueries({ queryKey: moveKeys.all }), forgetCharts()])
}

/** Sending it twice plans it once: what waits already is left as it is. */
export function useMoveMemberships(plan_id: string) {
  const forget = useForgetMoves()
  return useMutation({
    mutationFn: async (wish: MoveWish & { reason: string | null }) =>
      (await api.post<{ price_migration: PriceMigration }>(pathOf(plan_id), { ...wish, limit: 0 }))
        .price_migration,
    onSettled: forget,
  })
}

export function useTakeMovesBack(plan_id: string) {
  const forget = useForgetMoves()
  return useMutation({
    mutationFn: async (which: { to_price_chart_id: string; membership_ids?: string[] }) =>
      (await api.post<{ membership_ids: string[] }>(`${pathOf(plan_id)}/take-back`, which)).membership_ids,
    onSettled: forget,
  })
}

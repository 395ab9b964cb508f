import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { usePaused } from "../../forms/use-paused"
import { customerName, nameOf } from "../../people/names"
import type { CustomerName } from "../../people/types"
import type { Found, SearchSource } from "../../people/choose/sources"
import { api } from "../../platform/api"
import { usePostOnce } from "../../platform/post-once"
import { membershipKeys } from "../queries/memberships"
import type { Quote, SaleOrder } from "./quote-types"

const QUOTES = "membership_sale_quotes"

export interface Region {
  id: string
  name: string
  currency_code: string
}

export const useRegions = () =>
  useQuery({
    queryKey: ["regions", "membership_sale"],
    queryFn: async () =>
      (
        await api.get<{ regions: Region[] }>("/admin/regions", {
          limit: 200,
          fields: "id,name,currency_code",
        })
      ).regions,
  })

export interface QuoteState {
  quote: Quote | null
  refusal: Error | null
  isLoading: boolean
}

const quoteOf = async (plan_id: string, body: string) =>
  (await api.post<{ quote: Quote }>(`/admin/membership-plans/${plan_id}/quote`, JSON.parse(body))).quote

/** The price as the form stands, asked once it rests. What was shown stays until it is asked for anew. @param body null: not yet */
export function useQuote(plan_id: string, body: object | null): QuoteState {
  const wanted = JSON.stringify(body)
  const asked = usePaused(wanted)
  const { data, error, isFetching } = useQuery({
    queryKey: [QUOTES, plan_id, asked],
    queryFn: async () => quoteOf(plan_id, asked),
    enabled: plan_id !== "" && asked !== "null",
    ...{ retry: false, staleTime: Infinity, refetchOnWindowFocus: false },
    placeholderData: keepPreviousData,
  })
  const isLoading = wanted !== asked || isFetching
  if (body === null) return { quote: null, refusal: null, isLoading: false }
  return { quote: error ? null : (data ?? null), refusal: isLoading ? null : error, isLoading }
}

/** Asks for the price now, for who wants to go on before the form has rested. @returns the refusal, or null */
export function useRefusalOfQuote() {
  const client = useQueryClient()
  return async (plan_id: string, body: object): Promise<unknown> => {
    const asked = JSON.stringify(body)
    try {
      await client.fetchQuery({
        queryKey: [QUOTES, plan_id, asked],
        queryFn: async () => quoteOf(plan_id, asked),
        ...{ retry: false, staleTime: Infinity },
      })
      return null
    } catch (error) {
      return error
    }
  }
}

export interface SaleAnswer {
  membership: { id: string; display_id: number } | null
  order: SaleOrder
}

export function useSell() {
  const client = useQueryClient()
  const postOnce = usePostOnce()
  return useMutation({
    mutationFn: async (body: object) =>
      postOnce<SaleAnswer>("/admin/memberships", body, { fields: "id,display_id" }),
    onSuccess: async () =>
      Promise.all(
        [membershipKeys.all, ["orders"], ["draft-orders"]].map(async (queryKey) =>
          client.invalidateQueries({ queryKey })
        )
      ),
    onError: async () => client.invalidateQueries({ queryKey: [QUOTES] }),
  })
}

type NewCustomer = Record<"email" | "first_name" | "last_name", string>

export const useCreateCustomer = () =>
  useMutation({
    mutationFn: async (body: NewCustomer) =>
      (await api.post<{ customer: { id: string } }>("/admin/customers", body)).customer,
  })

interface Person {
  id: string
  first_name: string
  last_name: string | null
  household_id: string | null
}

const PERSON = "id,first_name,last_name,household_id"
const membersOf = async (query: Record<string, string | number>) =>
  (await api.get<{ members: Person[] }>("/admin/members", { ...query, fields: PERSON })).members

/** The customer and the household they live in, by name. */
export const useHousehold = (customer_id: string | null) =>
  useQuery({
    queryKey: ["members", "of_customer", customer_id],
    queryFn: async (): Promise<Found[]> => {
      const own = await membersOf({ customer_id: customer_id ?? "", limit: 1 })
      const household_id = own[0]?.household_id
      const people = household_id ? await membersOf({ household_id, limit: 50 }) : own
      return people.map((person) => ({ id: person.id, name: nameOf(person) }))
    },
    enabled: customer_id !== null,
  })

interface DraftOrderRow {
  id: string
  display_id: number
  email: string | null
}

/** Draft orders by their number or their customer's e-mail, the customer's own where nothing is typed. */
export const draftOrdersOf = (customer_id: string): SearchSource => ({
  key: `draft_orders ${customer_id}`,
  find: async (words) => {
    const q = words.trim().replace(/^#/, "")
    const query = { ...(q ? { q } : {}), customer_id, limit: 20, fields: "id,display_id,email" }
    const { draft_orders } = await api.get<{ draft_orders: DraftOrderRow[] }>("/admin/draft-orders", query)
    return draft_orders.map(({ id, display_id, email }) => ({
      id,
      name: [`#${display_id}`, email].filter(Boolean).join(" · "),
    }))
  },
})

/** The customer that the address names. */
export const useFoundCustomer = (id: string | null) =>
  useQuery({
    queryKey: ["customers", "membership_sale", id],
    queryFn: async (): Promise<Found> => {
      const path = `/admin/customers/${id}`
      const { customer } = await api.get<{ customer: CustomerName }>(path, {
        fields: "id,email,first_name,last_name",
      })
      return { id: customer.id, name: customerName(customer) }
    },
    enabled: id !== null,
  })

import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query"
import { api } from "../../platform/api"
import type { Household, HouseholdName, NewPerson } from "../types"
import { useInvalidatePeople } from "./invalidate"
import { householdKeys } from "./keys"

const PATH = "/admin/households"

export interface HouseholdListQuery {
  limit: number
  offset: number
  q?: string
}

export const useHouseholds = (query: HouseholdListQuery) =>
  useQuery({
    queryKey: householdKeys.list(query),
    queryFn: async () => api.get<{ households: Household[]; count: number }>(PATH, { ...query }),
    placeholderData: keepPreviousData,
  })

export const useHousehold = (id: string) =>
  useQuery({
    queryKey: householdKeys.detail(id),
    queryFn: async () => (await api.get<{ household: Household }>(`${PATH}/${id}`)).household,
  })

export interface NewHousehold {
  name: string
  guardian_ids: string[]
  member_ids: string[]
  new_members: NewPerson[]
  move: boolean
}

export function useCreateHousehold() {
  return useMutation({
    mutationFn: async (body: NewHousehold) =>
      (await api.post<{ household: HouseholdName }>(PATH, body)).household,
    onSuccess: useInvalidatePeople(),
  })
}

export function useUpdateHousehold(id: string) {
  return useMutation({
    mutationFn: async (body: { name?: string; guardian_ids?: string[] }) => api.post(`${PATH}/${id}`, body),
    onSuccess: useInvalidatePeople(),
  })
}

export function useDissolveHousehold(id: string) {
  return useMutation({
    mutationFn: async () => api.delete(`${PATH}/${id}`),
    onSuccess: useInvalidatePeople("none"),
  })
}

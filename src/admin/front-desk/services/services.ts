import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { TimeWindow } from "../../../domain/plans/types"
import type { Amount } from "../../forms/money"
import { api } from "../../platform/api"
import { keysOf } from "../../platform/query-keys"
import { studioKeys, type StudioService } from "../../platform/studio"

const PATH = "/admin/membership-services"
const serviceKeys = keysOf("membership_services")

export interface Service extends StudioService {
  description: string | null
  credit_cost: number
  members_only: boolean
  is_general_hours: boolean
  /** Stock locations; null is all. */
  location_ids: string[] | null
  /** null is any time. */
  time_windows: TimeWindow[] | null
  reentry_minutes: number | null
  missed_visit: { effect: "redeem" | "fine"; fines: Amount[] }
  /** null is any time before the visit. */
  cancellation_window_minutes: number | null
}

export type ServiceBody = Omit<Service, "id" | "status">

interface ServiceQuery {
  limit: number
  offset: number
  q: string | undefined
}

interface ServiceAnswer {
  membership_service: Service
}

export const useServices = (query: ServiceQuery) =>
  useQuery({
    queryKey: serviceKeys.list(query),
    queryFn: async () =>
      api.get<{ membership_services: Service[]; count: number }>(PATH, { ...query, order: "name" }),
    placeholderData: keepPreviousData,
  })

export const useService = (id: string) =>
  useQuery({
    queryKey: serviceKeys.detail(id),
    queryFn: async () => (await api.get<ServiceAnswer>(`${PATH}/${id}`)).membership_service,
  })

/** Plans show its name, which comes with the studio. */
function useForget() {
  const client = useQueryClient()
  return async () =>
    Promise.all([
      client.invalidateQueries({ queryKey: serviceKeys.all }),
      client.invalidateQueries({ queryKey: studioKeys.all }),
    ])
}

export const useCreateService = () =>
  useMutation({
    mutationFn: async (body: ServiceBody) => (await api.post<ServiceAnswer>(PATH, body)).membership_service,
    onSuccess: useForget(),
  })

export const useUpdateService = (id: string) =>
  useMutation({
    mutationFn: async (body: Partial<ServiceBody & Pick<Service, "status">>) =>
      (await api.post<ServiceAnswer>(`${PATH}/${id}`, body)).membership_service,
    onSuccess: useForget(),
  })

export const useDeleteService = (id: string) =>
  useMutation({ mutationFn: async () => api.delete(`${PATH}/${id}`), onSuccess: useForget() })

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { api } from "../../platform/api"
import { keysOf } from "../../platform/query-keys"

const PATH = "/admin/front-desk-devices"
const deviceKeys = keysOf("front_desk_devices")

export interface Device {
  id: string
  name: string
  location_id: string
  location_name: string | null
  revoked_at: string | null
  last_seen_at: string | null
}

/** The token is told with this answer alone. */
export interface DeviceWithToken {
  front_desk_device: Device
  token: string
}

interface DeviceQuery {
  limit: number
  offset: number
  q: string | undefined
}

export const useDevices = (query: DeviceQuery) =>
  useQuery({
    queryKey: deviceKeys.list(query),
    queryFn: async () => api.get<{ front_desk_devices: Device[]; count: number }>(PATH, { ...query }),
    placeholderData: keepPreviousData,
  })

function useForget() {
  const client = useQueryClient()
  return async () => client.invalidateQueries({ queryKey: deviceKeys.all })
}

export const useAddDevice = () =>
  useMutation({
    mutationFn: async (body: Pick<Device, "name" | "location_id">) => api.post<DeviceWithToken>(PATH, body),
    onSuccess: useForget(),
    gcTime: 0,
  })

export const useRenewDevice = (id: string) =>
  useMutation({
    mutationFn: async () => api.post<DeviceWithToken>(`${PATH}/${id}/renew`, {}),
    onSuccess: useForget(),
    gcTime: 0,
  })

export const useRevokeDevice = (id: string) =>
  useMutation({ mutationFn: async () => api.delete(`${PATH}/${id}`), onSuccess: useForget() })

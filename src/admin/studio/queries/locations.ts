import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { OpeningHours } from "../../../domain/time/opening-hours"
import { api } from "../../platform/api"
import { keysOf } from "../../platform/query-keys"
import { studioKeys, useStudio } from "../../platform/studio"
import type { LocationRow, LocationSettings } from "../types"

const PATH = "/admin/membership-locations"
const locationKeys = keysOf("membership_locations")

/** All at once: a studio has a handful of branches, and each has to be beside its stock location. */
const ALL = { limit: 1000, fields: "id,stock_location_id,time_zone,opening_hours,is_default" }

const useLocationSettings = () =>
  useQuery({
    queryKey: locationKeys.list(ALL),
    queryFn: async () =>
      (await api.get<{ membership_locations: LocationSettings[] }>(PATH, ALL)).membership_locations,
  })

/** Every stock location with what the studio has set for it. */
export function useLocationRows() {
  const studio = useStudio()
  const settings = useLocationSettings()
  const rows =
    studio.data &&
    settings.data &&
    studio.data.locations.map((location): LocationRow => {
      const own = settings.data.find(({ stock_location_id }) => stock_location_id === location.id)
      return { ...location, settings: own ?? null }
    })
  return {
    rows,
    studio: studio.data,
    error: studio.error ?? settings.error,
    refetch: async () => Promise.all([studio.refetch(), settings.refetch()]),
  }
}

/** With the zone of the default location, every date that the studio tells may change. */
function useForgetLocations() {
  const client = useQueryClient()
  return async () =>
    Promise.all([
      client.invalidateQueries({ queryKey: locationKeys.all }),
      client.invalidateQueries({ queryKey: studioKeys.all }),
    ])
}

export interface LocationFields {
  time_zone?: string
  opening_hours?: OpeningHours[] | null
  is_default?: true
}

/** Sets what a stock location had not, or changes the fields that are given. */
export function useSaveLocation({ id, settings }: LocationRow) {
  const forget = useForgetLocations()
  return useMutation({
    mutationFn: async (fields: LocationFields) =>
      settings
        ? api.post<{ membership_location: LocationSettings }>(`${PATH}/${settings.id}`, fields)
        : api.post<{ membership_location: LocationSettings }>(PATH, { ...fields, stock_location_id: id }),
    onSuccess: forget,
  })
}

export function useRemoveLocation() {
  const forget = useForgetLocations()
  return useMutation({
    mutationFn: async ({ id }: LocationSettings) => api.delete(`${PATH}/${id}`),
    onSuccess: forget,
  })
}

import { useState } from "react"
import type { Studio } from "../../platform/studio"
import type { Place } from "./types"

const REMEMBERED = "front_desk_location"

/** Where the desk stands is remembered on this device; before that it is the default location. */
export function usePlace({ locations, time_zone }: Studio) {
  const [chosen, setChosen] = useState(() => localStorage.getItem(REMEMBERED))
  const [service_id, setService] = useState<string | null>(null)
  const location =
    locations.find(({ id }) => id === chosen) ??
    locations.find(({ is_default }) => is_default) ??
    locations[0]
  const place: Place = {
    location_id: location?.id ?? "",
    time_zone: location?.time_zone ?? time_zone,
    service_id,
  }
  const setLocation = (id: string) => {
    localStorage.setItem(REMEMBERED, id)
    setChosen(id)
    setService(null)
  }
  return { place, setLocation, setService }
}

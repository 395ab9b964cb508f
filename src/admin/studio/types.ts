import type { LivedWork } from "../../domain/time/lived-work"
import type { OpeningHours } from "../../domain/time/opening-hours"
import type { StudioLocation } from "../platform/studio"

/** What the admin reads of `GET /admin/membership-locations`. */
export interface LocationSettings {
  id: string
  stock_location_id: string
  time_zone: string
  opening_hours: readonly OpeningHours[] | null
  is_default: boolean
}

/** A stock location, with what the studio has set for it; one without has the default's zone. */
export interface LocationRow extends StudioLocation {
  settings: LocationSettings | null
}

/** What was done on the way to another time; null where only the clock was set. */
export interface StudioRun {
  ran: { at: string; work: LivedWork; count: number }[]
  target: string
  reached: string
  complete: boolean
  failure: { work: LivedWork; message: string } | null
  still_due: LivedWork[]
}

export interface StudioClock {
  now: string
  frozen: boolean
  time_zone: string
}

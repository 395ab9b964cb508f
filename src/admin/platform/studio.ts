import { useQuery } from "@tanstack/react-query"
import { api } from "./api"
import { keysOf } from "./query-keys"

export interface StudioLocation {
  /** Of the stock location. */
  id: string
  name: string
  time_zone: string
  is_default: boolean
}

export interface StudioClassification {
  id: string
  name: string
  description: string | null
  min_age: number | null
  max_age: number | null
  requires_proof: boolean
}

/** What a visit can be for. */
export interface StudioService {
  id: string
  name: string
  kind: "class" | "appointment" | "event" | "facility"
  status: "active" | "archived"
}

export interface StudioPlan {
  id: string
  name: string
  handle: string
  status: "draft" | "active" | "archived"
  kind: "membership" | "credit_pack"
  audience: "individual" | "household" | "shared" | "corporate"
  revenue_category: string | null
}

/** The names that pages choose from and show, with the studio's date: one request for all pages. */
export interface Studio {
  now: string
  frozen: boolean
  clock: "system" | "adjustable"
  time_zone: string
  /** The calendar date at the default location. */
  today: string
  /** 1 to 28; null has none (BILL-7). */
  common_billing_day: number | null
  /** The store's, lower case, the default one first. */
  currency_codes: string[]
  locations: StudioLocation[]
  classifications: StudioClassification[]
  plans: StudioPlan[]
  services: StudioService[]
  revenue_categories: string[]
}

/** With the age of its `now`, which a page that shows the running time needs. */
export interface StudioAnswer extends Studio {
  /** When it came, in milliseconds of the page's own count; no rule may read it (TIME-5). */
  answered_ms: number
}

export const studioKeys = keysOf("membership_studio")

/** Kept for a minute: whoever changes a plan, a classification, a location or the clock invalidates `studioKeys.all`. */
export const useStudio = () =>
  useQuery({
    queryKey: studioKeys.all,
    queryFn: async (): Promise<StudioAnswer> => {
      const { studio } = await api.get<{ studio: Studio }>("/admin/membership-studio")
      return { ...studio, answered_ms: performance.now() }
    },
    staleTime: 60_000,
  })

import type { HappeningKind } from "../../domain/forecast/types"
import type { ChargeToCome } from "../billing/types"

/** What the admin reads of `GET /admin/membership-forecast`; the answers stand in `src/api/openapi/answers-forecast.ts`. */
export interface Happening {
  kind: HappeningKind
  at: string
  day: string
  reason: string | null
  membership: {
    id: string
    display_id: number
    plan_name: string
    customer_name: string | null
    customer_email: string | null
  }
  seats: { id: string; label: string; sequence: number }[]
  charge:
    | (Pick<
        ChargeToCome,
        "payer_name" | "payer_email" | "subtotal" | "discount_total" | "total" | "currency_code"
      > & {
        charge_id: string | null
      })
    | null
  credits: { credits: number; currency_code: string; value: number } | null
  member: { id: string; first_name: string; last_name: string | null } | null
  other_seats: {
    seat_id: string
    label: string
    sequence: number
    currency_code: string
    difference: number
  }[]
}

export interface KindTotal {
  kind: HappeningKind
  currency_code: string | null
  count: number
  total: number | null
  credits: number | null
  credits_value: number | null
}

export interface ForecastPage {
  membership_forecast: {
    from: string
    until: string
    today: string
    days: { day: string; kinds: KindTotal[] }[]
    totals: KindTotal[]
  }
  happenings: Happening[]
  count: number
  offset: number
  limit: number
}

/** Whose future is told; neither is the whole studio's. */
export interface ForecastScope {
  membership_id?: string
  customer_id?: string
}

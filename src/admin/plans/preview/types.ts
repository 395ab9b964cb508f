import type { PlanAmount } from "../../../domain/plans/types"
import type { Plan } from "../types"

interface StoreRow {
  position: number
  label: string
  classification: { id: string; name: string } | null
  required: boolean
  unlimited: boolean
  amount: number
}

/** What the store's route answers of a plan, as far as it is shown; all of it is in `docs/openapi.json`. */
export interface StorePlan extends Pick<
  Plan,
  | "id"
  | "name"
  | "description"
  | "image"
  | "billing"
  | "validity"
  | "starts"
  | "entitlement"
  | "portal"
  | "locations"
> {
  cancellation_policy: Plan["cancellation_policy"]
  introductory_offer: boolean
  signup_fee: PlanAmount[]
  terms: { version: number; text: string } | null
  guest_passes: number
  currency_code: string
  from_amount: number | null
  chart: { version: number; rows: StoreRow[] } | null
}

export interface Storefront {
  membership_plan: StorePlan
  /** The store's own route answers it. */
  is_found: boolean
  /** The store's list holds it. */
  is_listed: boolean
}

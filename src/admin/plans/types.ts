import type {
  CancellationPolicy,
  CreditExchange,
  HoldPolicy,
  IntroductoryOffer,
  PlanAmount,
  PlanAudience,
  PlanBenefits,
  PlanBilling,
  PlanKind,
  PlanLocations,
  PlanPortal,
  PlanRenewal,
  PlanRollover,
  PlanStart,
  PlanStatus,
  TimeWindow,
  VisitLimit,
} from "../../domain/plans/types"
import type { SellabilityProblem } from "../../domain/plans/sellability"
import type { ChartState } from "../../domain/charts/types"

/** What the admin reads of `GET /admin/membership-plans`; the body of a change is in `src/api/admin/membership-plans/shapes.ts`. */
export interface Plan {
  id: string
  name: string
  handle: string
  kind: PlanKind
  audience: PlanAudience
  status: PlanStatus
  description: string | null
  image: string | null
  revenue_category: string | null
  /** Lower case; null sells in every currency of the store. */
  currency_codes: string[] | null
  billing: PlanBilling
  validity: Interval | null
  starts: PlanStart
  must_start_within: Interval | null
  entitlement: Entitlement
  /** null is every service. */
  services: string[] | null
  credit_exchange: CreditExchange[] | null
  renewal: PlanRenewal
  rollover: PlanRollover
  introductory_offer: IntroductoryOffer | null
  signup_fee: PlanAmount[] | null
  proration: boolean
  hold_policy: HoldPolicy
  cancellation_policy: CancellationPolicy
  access: {
    facility_ids: string[] | null
    time_windows: TimeWindow[] | null
    visit_limits: VisitLimit[]
    members_only_services: boolean
  } | null
  benefits: PlanBenefits | null
  locations: PlanLocations
  portal: PlanPortal
  guest_passes: number
  prevents_general_hours_access: boolean
  product_id: string
  variant_id: string
  created_at: string
  updated_at: string
  price_charts: ChartVersion[]
  sellability: { sellable: boolean; problems: SellabilityProblem[] }
  /** Those that have not ended, and all that were ever sold. */
  membership_counts: { live: number; total: number }
  /** Only of one plan. */
  terms?: { id: string; version: number; text: string } | null
}

export const PLAN_STATUSES = ["draft", "active", "archived"] as const

/** What a list shows of a plan. */
export type PlanRow = Pick<
  Plan,
  | "id"
  | "name"
  | "handle"
  | "kind"
  | "audience"
  | "status"
  | "billing"
  | "revenue_category"
  | "sellability"
  | "membership_counts"
>

export interface Interval {
  unit: "day" | "week" | "month" | "year"
  count: number
}

export type Entitlement =
  | { type: "unlimited" }
  | {
      type: "credits"
      credits: number
      per: "period" | "term"
      scope: "shared" | "separate"
      belongs_to?: "membership" | "seat"
      transferable?: boolean
    }

export interface ChartVersion {
  id: string
  version: number
  state: ChartState
  template_id: string | null
  finalized_at: string | null
  published_at: string | null
}

import type { ChartRowDraft } from "../charts/types"
import type { DomainErrorDetails } from "../errors"
import type { EligibilityReason } from "../plans/eligibility"
import type { PlanDefinition, PlanStatus } from "../plans/types"
import type { Instant } from "../time/types"
import type { LoweredLine } from "./kept-discounts"
import type { SaleDraft } from "./types"

/** A line of an order. Its metadata can have been edited by the shopper. */
export interface OrderLine {
  readonly id: string
  readonly variant_id: string | null
  readonly quantity: number
  readonly unit_price: number
  /** The price before a price list lowered it; null when none did. */
  readonly compare_at_unit_price: number | null
  /** What the line came to after discount and before tax, as the platform computes it: decimal text, not rounded. */
  readonly net_total?: string
  /** What was taken off it in the mode of its prices, and by which promotions (SALE-10). */
  readonly lowered?: LoweredLine
  readonly metadata: Readonly<Record<string, unknown>> | null
}

export interface PlacedOrder {
  readonly id: string
  readonly cart_id: string | null
  readonly currency_code: string
  readonly region_id: string | null
  readonly customer_id: string | null
  readonly ordered_at: Instant
  readonly lines: readonly OrderLine[]
}

/** A draft as the cart left it. */
export interface DraftToSell extends SaleDraft {
  readonly accepted_terms_id: string | null
  readonly accepted_terms_at: Instant | null
  readonly accepted_terms_by: string | null
  /** When the checks before completion last passed; null never. */
  readonly checked_at: Instant | null
}

/** A plan as it stands now, for the order's customer. */
export interface PlanToSell extends Pick<
  PlanDefinition,
  | "audience"
  | "proration"
  | "billing"
  | "renewal"
  | "starts"
  | "signup_fees"
  | "introductory_offer"
  | "locations"
  | "validity"
  | "must_start_within"
> {
  readonly id: string
  readonly variant_id: string
  readonly status: PlanStatus
  readonly published_chart: { readonly id: string; readonly rows: readonly ChartRowDraft[] } | null
  readonly current_terms_id: string | null
  /** Why this customer may not buy it; empty: they may. */
  readonly ineligible: readonly EligibilityReason[]
}

export interface ActivationFacts {
  readonly order: PlacedOrder
  /** Those of the order's cart that were not taken out of it. */
  readonly drafts: readonly DraftToSell[]
  /** The plans of the drafts and of the order's lines. */
  readonly plans: readonly PlanToSell[]
  /** Ids of drafts that are memberships already, and of drafts and lines that staff were told about. */
  readonly done: ReadonlySet<string>
}

/** Why a sale waits for staff; stable, for clients and tests. */
export type SaleFindingCode =
  | "already_canceled"
  | "intro_already_used"
  | "line_mismatch"
  | "membership_ended"
  | "needs_choices"
  | "not_eligible"
  | "plan_not_sellable"
  | "quote_stale"
  | "seats_above_limit"
  | "start_not_allowed"
  | "terms_not_accepted"

/** What staff have to decide about a sale before it becomes active. */
export interface SaleFinding {
  readonly code: SaleFindingCode
  readonly message: string
  readonly details: DomainErrorDetails
}

export interface Sale {
  readonly draft: DraftToSell
  /** Made from a plain line; not stored yet. */
  readonly is_new: boolean
  /** Empty: nothing keeps it from becoming active but the money. */
  readonly findings: readonly SaleFinding[]
}

/** A line that no membership could be made of. */
export interface LineIssue extends SaleFinding {
  readonly line_id: string
  readonly plan_id: string
}

export interface Activation {
  readonly sales: readonly Sale[]
  readonly issues: readonly LineIssue[]
  /** Drafts of which nothing was ordered: they are closed, so that nobody looks at them again. */
  readonly unbought_draft_ids: readonly string[]
}

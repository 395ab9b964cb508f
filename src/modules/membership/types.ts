import type { Context, InferEntityType, ModulesSdkTypes } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type * as models from "./models"

/** Options of the plugin, as a host sets them in `medusa-config.ts`. */
export interface MembershipOptions {
  /** `adjustable` lets staff freeze and advance the clock; for development and demos only (TIME-5). */
  clock?: "system" | "adjustable"
  /** IANA zone used until a default location is set; `UTC` when left out. */
  default_time_zone?: string
  /**
   * How much of each payment provider one process may use for renewals: calls begun in a second, and under way at once;
   * 25 each when left out. Several workers divide a provider's limit among them.
   */
  payments?: { per_second?: number; at_once?: number }
}

/** The row types of the module's tables. */
export type Row<Model extends keyof typeof models> = InferEntityType<(typeof models)[Model]>

/** The generated service of one model, inside the module. */
export type Store<Model extends keyof typeof models> = ModulesSdkTypes.IMedusaInternalService<Row<Model>>

/** The transaction that a verb of the facade opened; every write of the verb joins it. */
export type Tx = Context<EntityManager>

export type * from "./services/access-codes"
export type * from "./services/ageing-out"
export type * from "./services/billing-health"
export type * from "./services/billing-settings"
export type * from "./services/booking-settlements"
export type * from "./services/charge-answers"
export type * from "./services/charge-attempts"
export type * from "./services/charge-claims"
export type * from "./services/charge-enqueuing"
export type * from "./services/charge-orders"
export type * from "./services/charge-forecasts"
export type * from "./services/charge-numbers"
export type * from "./services/forecast-selection"
export type * from "./services/membership-forecasts"
export type * from "./services/charge-refunds"
export type * from "./services/charge-taxes"
export type * from "./services/charge-verbs"
export type * from "./services/classifications"
export type * from "./services/credit-changes"
export type * from "./services/credit-grants"
export type * from "./services/credit-obligations"
export type * from "./services/credit-reads"
export type * from "./services/credits"
export type { CreditRights } from "./services/membership-reads"
export type { PriceChart } from "./mapping/chart-rows"
export type { Plan } from "./mapping/plans"
export type * from "./services/sale-plans"
export type { MembershipEffects } from "./services/departures"
export type * from "./services/erasures"
export type * from "./services/front-desk-devices"
export type * from "./services/households"
export type * from "./services/locations"
export type * from "./services/merges"
export type * from "./services/members"
export type * from "./services/own-household"
export type * from "./services/payment-methods"
export type * from "./services/proofs"
export type * from "./services/qualifications"
export type * from "./services/staff-notices"
export type * from "./services/clock"
export type * from "./services/due-instants"
export type * from "./services/studio"
export type * from "./services/sale-drafts"
export type * from "./services/activations"
export type * from "./services/sale-sweeps"
export type * from "./services/sale-issues"
export type * from "./services/settlements"
export type * from "./services/invitations"
export type * from "./services/next-seats"
export type * from "./services/seat-additions"
export type * from "./services/seat-changes"
export type * from "./services/seat-reads"
export type { NewPlanFields, PlanFields } from "./mapping/plan-fields"
export type * from "./services/charts"
export type * from "./services/price-move-decisions"
export type * from "./services/price-move-list"
export type * from "./services/price-moves"
export type * from "./services/check-ins"
export type * from "./services/undo-visits"
export type * from "./services/front-desk-search"
export type * from "./services/told-visits"
export type * from "./services/notices"
export type * from "./services/join-options"
export type * from "./services/join-places"
export type * from "./services/joins"
export type * from "./services/sale-notices"
export type * from "./services/plan-change-records"
export type * from "./services/plan-change-options"
export type * from "./services/plan-changes"
export type * from "./services/plan-terms"
export type * from "./services/plans"
export type * from "./services/rotating-code"
export type * from "./services/services"

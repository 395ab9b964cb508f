import { DomainError } from "../errors"
import type { Instant } from "../time/types"
import { BILLING_DAY_MAX, isBillingDay } from "./common-billing-day"
import { DEFAULT_DUNNING, type DunningSettings, validateDunning } from "./dunning"

/** What the studio does about renewals. */
export interface BillingSettings extends DunningSettings {
  /** A recurring plan may be sold without a saved payment method (SALE-12). */
  readonly allow_manual_renewals: boolean
  /**
   * BILL-7: the day of the month, 1 to 28, on which new memberships of plans that prorate are billed together; null
   * bills each from its own day. What was sold keeps its day.
   */
  readonly common_billing_day: number | null
}

/** All renewals wait (BILL-8): charges are made, but no money is asked for. */
export interface BillingPause {
  readonly paused_at: Instant
  /** The user's id; null where a key of the API did. */
  readonly paused_by: string | null
  readonly pause_reason: string | null
}

export const DEFAULT_BILLING_SETTINGS: BillingSettings = {
  ...DEFAULT_DUNNING,
  allow_manual_renewals: true,
  common_billing_day: null,
}

/** @throws DomainError `billing_settings_invalid`, naming the field */
export function changedSettings(before: BillingSettings, change: Partial<BillingSettings>): BillingSettings {
  const after = { ...before, ...change }
  validateDunning(after)
  validateBillingDay(after)
  return after
}

function validateBillingDay({ common_billing_day: day }: BillingSettings): void {
  if (day === null || isBillingDay(day)) return
  throw new DomainError(
    "billing_settings_invalid",
    `The common billing day is a whole number from 1 to ${BILLING_DAY_MAX}: a day that every month has.`,
    { field: "common_billing_day", value: day }
  )
}

/** A change of these moves the day on which somebody loses access. */
export const changesConsequences = (before: DunningSettings, after: DunningSettings): boolean =>
  before.grace_days !== after.grace_days || before.then !== after.then

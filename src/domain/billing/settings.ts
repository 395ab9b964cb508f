import type { Instant } from "../time/types"
import { DEFAULT_DUNNING, type DunningSettings, validateDunning } from "./dunning"

/** What the studio does about renewals. */
export interface BillingSettings extends DunningSettings {
  /** A recurring plan may be sold without a saved payment method (SALE-12). */
  readonly allow_manual_renewals: boolean
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
}

/** @throws DomainError `billing_settings_invalid`, naming the field */
export function changedSettings(before: BillingSettings, change: Partial<BillingSettings>): BillingSettings {
  const after = { ...before, ...change }
  validateDunning(after)
  return after
}

/** A change of these moves the day on which somebody loses access. */
export const changesConsequences = (before: DunningSettings, after: DunningSettings): boolean =>
  before.grace_days !== after.grace_days || before.then !== after.then

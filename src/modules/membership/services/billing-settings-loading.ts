import {
  type BillingPause,
  type BillingSettings,
  DEFAULT_BILLING_SETTINGS,
} from "../../../domain/billing/settings"
import type { Instant } from "../../../domain/time/types"
import { toInstantOrNull } from "../mapping/memberships"
import { execute } from "../sql"
import type { Tx } from "../types"

export const THE_SETTINGS = "studio"

export interface LoadedBillingSettings {
  readonly settings: BillingSettings
  /** Since when grace and what follows are as they are; null from the beginning. */
  readonly dunning_since: Instant | null
  readonly pause: BillingPause | null
}

interface SettingsRow extends BillingSettings {
  readonly dunning_since: Date | null
  readonly paused_at: Date | null
  readonly paused_by: string | null
  readonly pause_reason: string | null
}

/**
 * Once a batch, in its transaction and before it locks anything: whoever changes the settings waits for those who have
 * read them. The defaults where nothing is stored.
 */
export async function loadBillingSettings(tx: Tx): Promise<LoadedBillingSettings> {
  const [row] = await execute<SettingsRow>(
    tx,
    `select retry_days, grace_days, "then", remind_days_before, allow_manual_renewals, common_billing_day,
            dunning_since, paused_at, paused_by, pause_reason
     from membership_billing_settings where id = ? and deleted_at is null`,
    [THE_SETTINGS]
  )
  if (!row) return { settings: DEFAULT_BILLING_SETTINGS, dunning_since: null, pause: null }
  const { dunning_since, paused_at, paused_by, pause_reason, ...settings } = row
  const since = toInstantOrNull(paused_at)
  return {
    settings,
    dunning_since: toInstantOrNull(dunning_since),
    pause: since === null ? null : { paused_at: since, paused_by, pause_reason },
  }
}

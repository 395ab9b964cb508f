import type { Actor } from "../../../domain/actor"
import {
  type BillingPause,
  type BillingSettings,
  changedSettings,
  changesConsequences,
} from "../../../domain/billing/settings"
import { DomainError } from "../../../domain/errors"
import type { Instant } from "../../../domain/time/types"
import { execute } from "../sql"
import type { Store, Tx } from "../types"
import type { AuditService } from "./audit"
import type { ChargeSettlementService } from "./charge-settlements"
import type { ClockService } from "./clock"
import { type LoadedBillingSettings, loadBillingSettings, THE_SETTINGS } from "./billing-settings-loading"

export interface UpdateBillingSettingsInput extends Partial<BillingSettings> {
  readonly actor: Actor
}

export interface PauseRenewalsInput {
  readonly actor: Actor
  readonly reason: string | null
}

/** As staff see them. */
export interface StudioBilling extends BillingSettings {
  readonly pause: BillingPause | null
}

interface Dependencies {
  membershipBillingSettingsService: Store<"MembershipBillingSettings">
  auditService: AuditService
  clockService: ClockService
  chargeSettlementService: ChargeSettlementService
}

/** What the studio does about renewals, and whether they run at all (BILL-3, BILL-8). */
export class BillingSettingsService {
  private readonly rows: Store<"MembershipBillingSettings">
  private readonly audit: AuditService
  private readonly clock: ClockService
  private readonly settlements: ChargeSettlementService

  constructor(dependencies: Dependencies) {
    this.rows = dependencies.membershipBillingSettingsService
    this.audit = dependencies.auditService
    this.clock = dependencies.clockService
    this.settlements = dependencies.chargeSettlementService
  }

  async read(tx: Tx): Promise<StudioBilling> {
    const { settings, pause } = await loadBillingSettings(tx)
    return { ...settings, pause }
  }

  /**
   * A change of grace, or of what comes after it, holds at once for whoever is past due, but ends nobody's access before
   * it was made. Retries that are planned already stay as they are.
   * @throws DomainError `billing_settings_invalid`, naming the field
   */
  async update({ actor, ...change }: UpdateBillingSettingsInput, tx: Tx): Promise<void> {
    await lockAll(tx)
    const { settings: before, dunning_since } = await loadBillingSettings(tx)
    const after = changedSettings(before, change)
    const moves_access = changesConsequences(before, after)
    const since = moves_access ? await this.clock.now(tx) : dunning_since
    await this.write({ ...after, dunning_since: since }, tx)
    if (moves_access) await this.refreshPastDue({ settings: after, dunning_since: since }, tx)
    const changes = { ...change }
    await this.audit.record({ actor, action: "change-billing-settings", subject: SUBJECT, changes }, tx)
  }

  /** @throws DomainError `conflict` when they are paused already */
  async pause({ actor, reason }: PauseRenewalsInput, tx: Tx): Promise<void> {
    await lockAll(tx)
    const { settings, pause, dunning_since } = await loadBillingSettings(tx)
    if (pause) throw new DomainError("conflict", "All renewals are paused already.")
    const paused_at = await this.clock.now(tx)
    const paused_by = actor.type === "user" ? actor.id : null
    await this.write({ ...settings, dunning_since, paused_at, paused_by, pause_reason: reason }, tx)
    const changes = { paused_at }
    await this.audit.record({ actor, action: "pause-renewals", subject: SUBJECT, changes, reason }, tx)
  }

  /** @throws DomainError `conflict` when they run */
  async continue({ actor }: { readonly actor: Actor }, tx: Tx): Promise<void> {
    await lockAll(tx)
    const { settings, pause, dunning_since } = await loadBillingSettings(tx)
    if (!pause) throw new DomainError("conflict", "Renewals are not paused.")
    await this.write({ ...settings, dunning_since }, tx)
    const changes = { paused_at: pause.paused_at }
    await this.audit.record({ actor, action: "continue-renewals", subject: SUBJECT, changes }, tx)
  }

  private async write(fields: Written, tx: Tx): Promise<void> {
    const { dunning_since, paused_at = null, paused_by = null, pause_reason = null, ...settings } = fields
    const row = {
      ...{ id: THE_SETTINGS, ...settings, paused_by, pause_reason },
      ...{ dunning_since: dateOf(dunning_since), paused_at: dateOf(paused_at) },
    }
    await this.rows.upsert([row], tx)
  }

  private async refreshPastDue(
    billing: Pick<LoadedBillingSettings, "settings" | "dunning_since">,
    tx: Tx
  ): Promise<void> {
    const rows = await execute<{ id: string }>(
      tx,
      `select id from membership where past_due_since is not null and deleted_at is null order by id for update`
    )
    if (rows.length === 0) return
    const ids = rows.map(({ id }) => id)
    await this.settlements.refreshDunning(ids, billing, tx)
  }
}

interface Written extends BillingSettings, Partial<BillingPause> {
  readonly dunning_since: Instant | null
}

const SUBJECT = { type: "billing-settings", id: THE_SETTINGS }

const dateOf = (instant: Instant | null) => (instant === null ? null : new Date(instant))

/**
 * Settings seldom change. Their writer waits until whoever has read them is done, so that once a pause is answered no
 * charge is claimed any more; it takes no other lock before this one.
 */
async function lockAll(tx: Tx): Promise<void> {
  await execute(tx, `lock table membership_billing_settings in access exclusive mode`)
}

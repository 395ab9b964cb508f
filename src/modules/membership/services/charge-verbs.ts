import type { Actor } from "../../../domain/actor"
import type { ChargeEvent } from "../../../domain/billing/attempt-types"
import { decideCharge } from "../../../domain/billing/attempts"
import {
  type ChargeBeside,
  retryEffects,
  type SettlingEffect,
  settlingEffects,
} from "../../../domain/billing/settling"
import { creditsTaken, type DuesCredit, withCreditsBack } from "../../../domain/billing/dues-credits"
import { assert, DomainError } from "../../../domain/errors"
import { sumMinor } from "../../../domain/money/amounts"
import { CHARGE_FACTS, type ChargeFactsRow, toChargeFacts } from "../mapping/charges"
import { execute } from "../sql"
import type { Tx } from "../types"
import type { AuditService } from "./audit"
import { type LoadedBillingSettings, loadBillingSettings } from "./billing-settings-loading"
import type { ChargeAnswerService } from "./charge-answers"
import { writeDuesCredits } from "./charge-insertion"
import { type LockedCharge, lockCharge, refused } from "./charge-loading"
import type { ClockService } from "./clock"

export type ChargeVerb =
  /** Tried at once; what nobody knows is looked up at once. */
  | { readonly verb: "retry" }
  /** BILL-6: the money came another way. */
  | {
      readonly verb: "record_payment"
      readonly paid_with: "cash" | "transfer" | "other"
      /** Of the receipt or the transfer. */
      readonly reference: string | null
      readonly note: string | null
    }
  /** The dues are let off. */
  | { readonly verb: "waive"; readonly reason: string }

export interface ChangeChargeInput {
  readonly charge_id: string
  readonly change: ChargeVerb
  readonly actor: Actor
  /** Tells what it does, and does nothing. */
  readonly preview: boolean
}

export interface ChangedCharge {
  readonly charge_id: string
  readonly membership_id: string
  readonly currency_code: string
  readonly effects: readonly SettlingEffect[]
}

interface Dependencies {
  auditService: AuditService
  clockService: ClockService
  chargeAnswerService: ChargeAnswerService
}

/** What staff do about a charge (BILL-3, BILL-4, BILL-6): by the one decision behind everything that happens to it. */
export class ChargeVerbService {
  private readonly audit: AuditService
  private readonly clock: ClockService
  private readonly answers: ChargeAnswerService

  constructor({ auditService, clockService, chargeAnswerService }: Dependencies) {
    this.audit = auditService
    this.clock = clockService
    this.answers = chargeAnswerService
  }

  /** @throws DomainError `not_found`, `conflict` where it is not taxed yet, and the refusals of `decideCharge` */
  async change({ charge_id, change, actor, preview }: ChangeChargeInput, tx: Tx): Promise<ChangedCharge> {
    const billing = await loadBillingSettings(tx)
    const row = await lockCharge(charge_id, tx)
    const { membership_id, currency_code } = row
    const told = { charge_id, membership_id, currency_code }
    const event: ChargeEvent = { type: EVENTS[change.verb] }
    const settings = { dunning: billing.settings, zone: row.time_zone }
    const decision = decideCharge(toChargeFacts(row), event, await this.clock.now(tx), settings)
    if (!decision.done) throw refused(decision.code, charge_id)
    const effects = await effectsOf(change, row, billing, tx)
    if (preview) return { ...told, effects }
    await writeDetails(change, charge_id, tx)
    const paid_by = change.verb === "record_payment" ? ({ paid_by: "manual" } as const) : {}
    const recorded = await this.answers.record([{ charge_id, membership_id, event, ...paid_by }], tx)
    assert(recorded.refused.length === 0, `charge ${charge_id} is locked since it was decided about`)
    if (change.verb === "waive") await giveCreditsBack(row, tx)
    await this.audit.record(
      {
        actor,
        action: ACTIONS[change.verb],
        subject: { type: "charge", id: charge_id },
        membership_id,
        changes: change.verb === "record_payment" ? { paid_with: change.paid_with } : {},
        reason: change.verb === "waive" ? change.reason : null,
      },
      tx
    )
    return { ...told, effects }
  }

  /** That staff asked the provider, and what it said. */
  async recordReconciliation(
    { charge_id, membership_id, actor, found }: Reconciliation,
    tx: Tx
  ): Promise<void> {
    const subject = { type: "charge", id: charge_id }
    await this.audit.record(
      { actor, action: "reconcile-charge", subject, membership_id, changes: { found } },
      tx
    )
  }
}

export interface Reconciliation {
  readonly charge_id: string
  readonly membership_id: string
  readonly actor: Actor
  readonly found: string
}

const EVENTS = { retry: "retried", record_payment: "paid_by_hand", waive: "waived" } as const
const ACTIONS = {
  retry: "retry-charge",
  record_payment: "record-charge-payment",
  waive: "waive-charge",
} as const

async function effectsOf(
  { verb }: ChargeVerb,
  row: LockedCharge,
  { settings, dunning_since }: LoadedBillingSettings,
  tx: Tx
): Promise<SettlingEffect[]> {
  const { id, total_minor, period_key, period_starts_on, period_ends_on, time_zone: zone } = row
  if (total_minor === null)
    throw new DomainError(
      "conflict",
      "The tax of this charge cannot be found yet. Check its payer's address.",
      {
        id,
      }
    )
  if (verb === "retry") return retryEffects({ status: toChargeFacts(row).status, total_minor })
  const charges = await execute<ChargeFactsRow & Pick<ChargeBeside, "period_key">>(
    tx,
    `select ${CHARGE_FACTS}, c.period_key from membership_charge c
     where c.membership_id = ? and c.status not in ('paid', 'waived', 'canceled') and c.deleted_at is null`,
    [row.membership_id]
  )
  return settlingEffects({
    charge: {
      ...{ ...toChargeFacts(row), period_key, period_starts_on, period_ends_on, total_minor },
      credit_minor: sumMinor(creditsTaken(row).map(({ amount_minor }) => amount_minor)),
    },
    charges: charges.map((each) => ({ ...toChargeFacts(each), period_key: each.period_key })),
    ...{ to: verb === "waive" ? "waived" : "paid", settings: { ...settings, dunning_since }, zone },
  })
}

/** Dues that are let off use up nothing that was paid before (BILL-10); the membership is locked with its charge. */
async function giveCreditsBack(row: LockedCharge, tx: Tx): Promise<void> {
  const back = creditsTaken(row)
  if (back.length === 0) return
  const { membership_id } = row
  const [membership] = await execute<{ dues_credits: readonly DuesCredit[] | null }>(
    tx,
    "select dues_credits from membership where id = ?",
    [membership_id]
  )
  const left = withCreditsBack(membership?.dues_credits ?? [], back)
  await writeDuesCredits([{ membership_id, left }], tx)
}

async function writeDetails(change: ChargeVerb, id: string, tx: Tx): Promise<void> {
  if (change.verb === "retry") return
  const [paid_with, reference, note] =
    change.verb === "waive" ? [null, null, change.reason] : [change.paid_with, change.reference, change.note]
  await execute(
    tx,
    `update membership_charge set paid_with = ?, reference = ?, note = ?, updated_at = now() where id = ?`,
    [paid_with, reference, note, id]
  )
}

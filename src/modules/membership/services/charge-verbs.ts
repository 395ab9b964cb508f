import type { Actor } from "../../../domain/actor"
import type { ChargeEvent } from "../../../domain/billing/attempt-types"
import { attemptKey, decideCharge, keyIsAlive } from "../../../domain/billing/attempts"
import { CHARGE_REFUSALS } from "../../../domain/billing/charge-refusals"
import {
  type ChargeBeside,
  retryEffects,
  type SettlingEffect,
  settlingEffects,
} from "../../../domain/billing/settling"
import { assert, DomainError, type DomainErrorCode } from "../../../domain/errors"
import type { CalendarDate, Instant, TimeZone } from "../../../domain/time/types"
import { CHARGE_FACTS, type ChargeFactsRow, toChargeFacts } from "../mapping/charges"
import { execute, lockRow } from "../sql"
import type { Tx } from "../types"
import type { AuditService } from "./audit"
import { type LoadedBillingSettings, loadBillingSettings } from "./billing-settings-loading"
import type { ChargeAnswerService } from "./charge-answers"
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

/** What was sent last for a charge, to ask its provider about. */
export interface SentAttempt {
  readonly charge_id: string
  readonly membership_id: string
  readonly attempt: number
  readonly asked_at: Instant
  readonly provider_id: string
  readonly idempotency_key: string
  readonly reference: string | null
  readonly key_is_alive: boolean
}

interface Row extends ChargeFactsRow {
  readonly membership_id: string
  readonly currency_code: string
  readonly period_key: string
  readonly period_starts_on: CalendarDate
  readonly period_ends_on: CalendarDate | null
  readonly total_minor: number | null
  readonly time_zone: TimeZone
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

  /** @throws DomainError `not_found`, and the refusals of `decideCharge` */
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
    await this.audit.record(
      {
        ...{ actor, action: ACTIONS[change.verb], subject: { type: "charge", id: charge_id }, membership_id },
        changes: change.verb === "record_payment" ? { paid_with: change.paid_with } : {},
        reason: change.verb === "waive" ? change.reason : null,
      },
      tx
    )
    return { ...told, effects }
  }

  /** What its provider is to be asked about; null where nothing was ever sent. @throws DomainError `not_found` */
  async sentAttempt(charge_id: string, tx: Tx): Promise<SentAttempt | null> {
    const row = await lockCharge(charge_id, tx)
    const charge = toChargeFacts(row)
    const now = await this.clock.now(tx)
    if (isWithWorker(charge.lease_until, now)) throw refused("lease_running", charge_id)
    if (charge.attempt === 0) return null
    const [sent] = await execute<{ provider_id: string; provider_reference: string | null }>(
      tx,
      `select provider_id, provider_reference from membership_charge_attempt
       where charge_id = ? and number = ? and deleted_at is null`,
      [charge_id, charge.attempt]
    )
    assert(sent, `attempt ${charge.attempt} of charge ${charge_id} was written before it was sent`)
    return {
      ...{ charge_id, membership_id: row.membership_id, attempt: charge.attempt, asked_at: now },
      ...{ provider_id: sent.provider_id, reference: sent.provider_reference },
      ...{ idempotency_key: attemptKey(charge_id, charge.attempt), key_is_alive: keyIsAlive(charge, now) },
    }
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

const isWithWorker = (lease_until: Instant | null, now: Instant) => lease_until !== null && lease_until > now

const refused = (code: keyof typeof CHARGE_REFUSALS, id: string) =>
  new DomainError(code as DomainErrorCode, CHARGE_REFUSALS[code], { id })

/** With its membership, in the order in which they are locked everywhere. @throws DomainError `not_found` */
async function lockCharge(id: string, tx: Tx): Promise<Row> {
  const [found] = await execute<{ membership_id: string }>(
    tx,
    `select membership_id from membership_charge where id = ? and deleted_at is null`,
    [id]
  )
  if (!found) throw new DomainError("not_found", `There is no charge with the id ${id}.`, { id })
  await lockRow(tx, "membership", found.membership_id)
  await lockRow(tx, "membership_charge", id)
  const [row] = await execute<Row>(
    tx,
    `select ${CHARGE_FACTS}, c.membership_id, c.currency_code, c.period_key, c.period_starts_on, c.period_ends_on,
            c.total_minor::float8, m.time_zone
     from membership_charge c join membership m on m.id = c.membership_id where c.id = ?`,
    [id]
  )
  return row!
}

async function effectsOf(
  { verb }: ChargeVerb,
  row: Row,
  { settings, dunning_since }: LoadedBillingSettings,
  tx: Tx
): Promise<SettlingEffect[]> {
  const { total_minor, period_key, period_starts_on, period_ends_on, time_zone: zone } = row
  assert(total_minor !== null, `charge ${row.id} was taxed before it is settled`)
  if (verb === "retry") return retryEffects({ status: toChargeFacts(row).status, total_minor })
  const charges = await execute<ChargeFactsRow & Pick<ChargeBeside, "period_key">>(
    tx,
    `select ${CHARGE_FACTS}, c.period_key from membership_charge c
     where c.membership_id = ? and c.status not in ('paid', 'waived', 'canceled') and c.deleted_at is null`,
    [row.membership_id]
  )
  return settlingEffects({
    charge: { ...toChargeFacts(row), period_key, period_starts_on, period_ends_on, total_minor },
    charges: charges.map((each) => ({ ...toChargeFacts(each), period_key: each.period_key })),
    ...{ to: verb === "waive" ? "waived" : "paid", settings: { ...settings, dunning_since }, zone },
  })
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

import type { ChargeFacts } from "../../../domain/billing/attempt-types"
import { attemptKey, keyIsAlive } from "../../../domain/billing/attempts"
import { assert } from "../../../domain/errors"
import { hasCome } from "../../../domain/time/calendar"
import type { Instant } from "../../../domain/time/types"
import { toChargeFacts } from "../mapping/charges"
import { execute } from "../sql"
import type { Tx } from "../types"
import { type LockedCharge, lockCharge, refused } from "./charge-loading"
import type { AttemptResult } from "./charge-records"
import type { ClockService } from "./clock"

/** What was sent for a charge, to ask its provider about. */
export interface SentAttempt {
  readonly charge_id: string
  readonly membership_id: string
  readonly attempt: number
  readonly asked_at: Instant
  readonly provider_id: string
  readonly account_holder_id: string
  readonly payment_method_id: string
  readonly idempotency_key: string
  readonly reference: string | null
  readonly key_is_alive: boolean
  /** What is known of it; null before any answer. */
  readonly outcome: AttemptResult["outcome"] | null
}

/** What somebody says who knows that a provider did something about a payment: nothing that is believed. */
export interface PaymentHint {
  readonly provider_id: string
  readonly charge_id: string
  /** What the provider calls the payment; null where that was not said. */
  readonly reference: string | null
  /** Under which it was asked for; null where that was not said. */
  readonly idempotency_key: string | null
}

interface Dependencies {
  clockService: ClockService
}

interface AttemptRow {
  readonly number: number
  readonly provider_id: string
  readonly account_holder_id: string
  readonly payment_method_id: string
  readonly provider_reference: string | null
  readonly outcome: AttemptResult["outcome"] | null
}

/** What was sent for charges, for whoever asks a provider about it (BILL-4). */
export class ChargeAttemptService {
  private readonly clock: ClockService

  constructor({ clockService }: Dependencies) {
    this.clock = clockService
  }

  /** What was sent last; null where nothing ever was. @throws DomainError `not_found`, `lease_running` */
  async last(charge_id: string, tx: Tx): Promise<SentAttempt | null> {
    const { row, charge, now } = await this.locked(charge_id, tx)
    if (isWithWorker(charge, now)) throw refused("lease_running", charge_id)
    if (charge.attempt === 0) return null
    const sent = (await attemptsOf(charge_id, tx)).find(({ number }) => number === charge.attempt)
    assert(sent, `attempt ${charge.attempt} of charge ${charge_id} was written before it was sent`)
    return toSent({ row, charge, sent, now })
  }

  /**
   * What a hint is about, where there is something to be found out: null for what this provider was never sent, what is
   * paid by it already, and what a worker is at, who finds out by itself. @throws DomainError `not_found`
   */
  async hinted(hint: PaymentHint, tx: Tx): Promise<SentAttempt | null> {
    const { charge_id, provider_id, reference } = hint
    const { row, charge, now } = await this.locked(charge_id, tx)
    if (isWithWorker(charge, now)) return null
    const attempts = (await attemptsOf(charge_id, tx)).filter((each) => each.provider_id === provider_id)
    const sent =
      attempts.find(({ number }) => attemptKey(charge_id, number) === hint.idempotency_key) ??
      attempts.find((each) => reference !== null && each.provider_reference === reference) ??
      attempts.find(({ number }) => number === charge.attempt)
    if (!sent || charge.paid_attempt === sent.number) return null
    return toSent({ row, charge, sent, now })
  }

  private async locked(charge_id: string, tx: Tx) {
    const row = await lockCharge(charge_id, tx)
    return { row, charge: toChargeFacts(row), now: await this.clock.now(tx) }
  }
}

const isWithWorker = ({ lease_until }: ChargeFacts, now: Instant) =>
  lease_until !== null && !hasCome(lease_until, now)

async function attemptsOf(charge_id: string, tx: Tx): Promise<AttemptRow[]> {
  return execute<AttemptRow>(
    tx,
    `select number, provider_id, account_holder_id, payment_method_id, provider_reference, outcome
     from membership_charge_attempt where charge_id = ? and deleted_at is null`,
    [charge_id]
  )
}

interface Sent {
  readonly row: LockedCharge
  readonly charge: ChargeFacts
  readonly sent: AttemptRow
  readonly now: Instant
}

function toSent({ row, charge, sent, now }: Sent): SentAttempt {
  const { number: attempt, provider_id, account_holder_id, payment_method_id, outcome } = sent
  return {
    ...{ charge_id: charge.id, membership_id: row.membership_id, attempt, asked_at: now, outcome },
    ...{ provider_id, account_holder_id, payment_method_id, reference: sent.provider_reference },
    idempotency_key: attemptKey(charge.id, attempt),
    // One that is over is not sent again.
    key_is_alive: attempt === charge.attempt && keyIsAlive(charge, now),
  }
}

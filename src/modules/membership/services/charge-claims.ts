import type { ChargeFacts } from "../../../domain/billing/attempt-types"
import { attemptKey, decideCharge, keyIsAlive } from "../../../domain/billing/attempts"
import { assert } from "../../../domain/errors"
import type { DunningSettings } from "../../../domain/billing/dunning"
import { advance } from "../../../domain/time/durations"
import type { Instant, TimeZone } from "../../../domain/time/types"
import { CHARGE_FACTS, type ChargeFactsRow, type SavedMethod, toChargeFacts } from "../mapping/charges"
import { execute } from "../sql"
import type { Tx } from "../types"
import { loadBillingSettings } from "./billing-settings-loading"
import { type StartedAttempt, writeAttempts, writeChargeFacts } from "./charge-records"
import type { ClockService } from "./clock"

export interface ClaimInput {
  readonly limit: number
  /** How long the worker has before somebody else may look at what it left, in seconds. */
  readonly lease_seconds: number
  /** Only this one, for whom somebody waits. */
  readonly charge_id?: string
}

/** What a worker is to do about a charge that it has claimed. */
export interface ClaimedCharge {
  readonly id: string
  readonly membership_id: string
  readonly token: number
  readonly attempt: number
  /** When it was claimed: what is looked up afterwards was asked no earlier. */
  readonly asked_at: Instant
  readonly task: ChargeTask
}

/** A charge that no provider is called for. */
export interface SpecialCharge {
  readonly id: string
  readonly membership_id: string
  readonly token: number
}

export type ChargeTask =
  /** Its attempt is written down: call the provider. */
  | { readonly do: "send"; readonly request: AttemptRequest }
  /** Nobody knows what became of it: ask, never charge (BILL-4). */
  | {
      readonly do: "look_up"
      readonly request: AttemptRequest
      readonly reference: string | null
      /** The provider still remembers its key. */
      readonly key_is_alive: boolean
    }

export interface AttemptRequest extends SavedMethod {
  readonly idempotency_key: string
  readonly amount_minor: number
  readonly currency_code: string
  readonly charge_id: string
  readonly membership_id: string
}

interface Dependencies {
  clockService: ClockService
}

/** Hands out work on charges (design: claimed in batches, with a lease and a fencing token). */
export class ChargeClaimService {
  private readonly clock: ClockService

  constructor({ clockService }: Dependencies) {
    this.clock = clockService
  }

  /**
   * One batch of what is due, for one worker: others skip it. Attempts are written with the claim, so that they are
   * committed before any provider is called. While renewals are paused only what may have been taken is looked up (BILL-8).
   */
  async claimBatch({ limit, lease_seconds, charge_id }: ClaimInput, tx: Tx): Promise<ClaimedBatch> {
    const now = await this.clock.now(tx)
    const { settings: dunning, pause } = await loadBillingSettings(tx)
    const is_running = pause === null
    const rows = await (charge_id === undefined
      ? execute<ClaimRow>(tx, claimWhere("true"), [now, now, is_running, limit])
      : execute<ClaimRow>(tx, claimWhere("id = ?"), [now, now, charge_id, is_running, limit]))
    const lease_until = advance(now, `PT${lease_seconds}S`, "UTC")
    const claims = rows.map((row) => claim(row, { now, lease_until, dunning }))
    await writeChargeFacts(
      claims.map(({ facts }) => facts),
      tx
    )
    await writeAttempts(
      claims.flatMap(({ started }) => started ?? []),
      tx
    )
    return {
      tasks: claims.flatMap(({ task }) => task ?? []),
      free: claims.flatMap(({ free }) => free ?? []),
      without_method: claims.flatMap(({ without_method }) => without_method ?? []),
      undone: claims.flatMap(({ undone }) => undone ?? []),
    }
  }
}

export interface ClaimedBatch {
  readonly tasks: readonly ClaimedCharge[]
  /** Nothing is to be paid for them. */
  readonly free: readonly SpecialCharge[]
  /** Their payers have saved nothing that could be charged. */
  readonly without_method: readonly SpecialCharge[]
  /** Their memberships are void. */
  readonly undone: readonly SpecialCharge[]
}

interface ClaimRow extends ChargeFactsRow {
  readonly membership_id: string
  readonly currency_code: string
  readonly time_zone: TimeZone
  readonly is_void: boolean
  readonly total_minor: number
  readonly method: SavedMethod | null
  /** Of the current attempt. */
  readonly sent:
    (SavedMethod & { readonly amount_minor: number; readonly provider_reference: string | null }) | null
}

interface Claim {
  readonly facts: ChargeFacts
  readonly started: StartedAttempt | null
  readonly task: ClaimedCharge | null
  readonly free: SpecialCharge | null
  readonly without_method: SpecialCharge | null
  readonly undone: SpecialCharge | null
}

interface ClaimSettings {
  readonly now: Instant
  readonly lease_until: Instant
  readonly dunning: DunningSettings
}

function claim(row: ClaimRow, { now, lease_until, dunning }: ClaimSettings): Claim {
  const settings = { dunning, zone: row.time_zone }
  const before = toChargeFacts(row)
  const token = before.fence + 1
  const claimed = decideCharge(before, { type: "claimed", token, lease_until }, now, settings)
  const nothing = { started: null, task: null, free: null, without_method: null, undone: null }
  if (!claimed.done) return { facts: before, ...nothing }
  const facts = claimed.charge
  if (facts.status !== "processing") return { facts, ...nothing, task: lookUp(row, facts, now) }
  const special = { id: facts.id, membership_id: row.membership_id, token }
  if (row.is_void) return { facts, ...nothing, undone: special }
  if (row.total_minor === 0) return { facts, ...nothing, free: special }
  // Nor is anything sent again for whom nothing is saved any more (BILL-11).
  const method = row.method && (facts.reuses_key ? row.sent : row.method)
  if (!method) return { facts, ...nothing, without_method: special }
  const next = decideCharge(facts, { type: "attempt_started", token }, now, settings)
  if (!next.done) return { facts, ...nothing }
  const { charge } = next
  return {
    ...nothing,
    facts: charge,
    started: { charge, method, amount_minor: row.total_minor, started_at: now },
    task: { ...placeOf(row, charge, now), task: { do: "send", request: requestOf(row, charge, method) } },
  }
}

function lookUp(row: ClaimRow, facts: ChargeFacts, now: Instant): ClaimedCharge {
  const { sent } = row
  assert(sent !== null, `charge ${facts.id} was sent before it is looked up`)
  const task: ChargeTask = {
    do: "look_up",
    request: requestOf(row, facts, sent),
    reference: sent.provider_reference,
    key_is_alive: keyIsAlive(facts, now),
  }
  return { ...placeOf(row, facts, now), task }
}

const placeOf = ({ membership_id }: ClaimRow, { id, attempt, fence }: ChargeFacts, asked_at: Instant) => ({
  ...{ id, membership_id, attempt, token: fence, asked_at },
})

function requestOf(
  { membership_id, currency_code, total_minor }: ClaimRow,
  { id, attempt }: ChargeFacts,
  { provider_id, account_holder_id, payment_method_id }: SavedMethod
): AttemptRequest {
  return {
    ...{ provider_id, account_holder_id, payment_method_id, currency_code, membership_id, charge_id: id },
    ...{ amount_minor: total_minor, idempotency_key: attemptKey(id, attempt) },
  }
}

/**
 * In the order in which they are due. A charge whose tax is not known yet waits for it. Its payer is read with the lock: a
 * merge that was waited for may have made it another one (BILL-11).
 */
const claimWhere = (which: string) => `
  with due as (
    select id, payer_customer_id from membership_charge
    where act_at <= ? and (lease_until is null or lease_until <= ?) and total_minor is not null and deleted_at is null
      and ${which}
      and (? or status in ('unknown', 'requires_action') or (status = 'processing' and uncertain_since is not null))
    order by act_at limit ? for update skip locked)
  select ${CHARGE_FACTS}, c.membership_id, c.currency_code, c.total_minor::float8, m.time_zone,
         m.voided_at is not null as is_void, to_jsonb(method) as method, to_jsonb(sent) as sent
  from due
  join membership_charge c on c.id = due.id
  join membership m on m.id = c.membership_id
  left join lateral (
    select provider_id, account_holder_id, payment_method_id from membership_payment_method
    where customer_id = due.payer_customer_id and deleted_at is null) method on true
  left join lateral (
    select provider_id, account_holder_id, payment_method_id, amount_minor, provider_reference
    from membership_charge_attempt
    where charge_id = c.id and number = c.attempt and deleted_at is null) sent on true
  order by c.act_at`

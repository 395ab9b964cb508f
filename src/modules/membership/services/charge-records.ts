import type { ChargeFacts } from "../../../domain/billing/attempt-types"
import { attemptKey } from "../../../domain/billing/attempts"
import type { Instant } from "../../../domain/time/types"
import { newEntityId } from "../ids"
import { CHARGE_FACT_TYPES, type SavedMethod } from "../mapping/charges"
import { execute } from "../sql"
import type { Tx } from "../types"

const FACTS = CHARGE_FACT_TYPES.replace(/ (text|integer|boolean|timestamptz)/g, "").split(/,\s+/)

export type PaidBy = "provider" | "manual" | "nothing"

export interface ChargeRecord extends ChargeFacts {
  /** Of one that is paid by what happened; where it is null, what is there stays. */
  readonly paid_by?: PaidBy | null
}

/** What happened to charges, in one statement however many there are. An address is kept while its payer has to go there. */
export async function writeChargeFacts(charges: readonly ChargeRecord[], tx: Tx): Promise<void> {
  if (charges.length === 0) return
  await execute(
    tx,
    `update membership_charge c
     set ${FACTS.filter((name) => name !== "id")
       .map((name) => `${name} = v.${name}`)
       .join(", ")}, paid_by = coalesce(v.paid_by, c.paid_by),
       action_url = case when v.status = 'requires_action' then c.action_url end, updated_at = now()
     from jsonb_to_recordset(?::jsonb) as v(${CHARGE_FACT_TYPES}, paid_by text) where c.id = v.id`,
    [JSON.stringify(charges)]
  )
}

export interface StartedAttempt {
  readonly charge: ChargeFacts
  readonly method: SavedMethod
  readonly amount_minor: number
  readonly started_at: Instant
}

/** Written before the provider is called; the same key sent again is the same attempt (BILL-4). */
export async function writeAttempts(started: readonly StartedAttempt[], tx: Tx): Promise<void> {
  if (started.length === 0) return
  const rows = started.map(({ charge: { id: charge_id, attempt }, method, amount_minor, started_at }) => ({
    ...{ id: newEntityId("matt"), charge_id, number: attempt, amount_minor, started_at },
    ...{ idempotency_key: attemptKey(charge_id, attempt), provider_id: method.provider_id },
    ...{ payment_method_id: method.payment_method_id, account_holder_id: method.account_holder_id },
  }))
  await execute(
    tx,
    `insert into membership_charge_attempt (${ATTEMPT_COLUMNS})
     select ${ATTEMPT_COLUMNS} from jsonb_to_recordset(?::jsonb) as v(${ATTEMPT_TYPES})
     on conflict do nothing`,
    [JSON.stringify(rows)]
  )
}

export interface AttemptResult {
  readonly charge_id: string
  readonly number: number
  readonly outcome: "paid" | "declined" | "requires_action" | "unknown" | "provider_down"
  readonly code: string | null
  readonly message: string | null
  readonly provider_reference: string | null
  readonly finished_at: Instant
}

/**
 * What a provider said to an attempt. A reference that it gave once is kept, and so is what is known for certain: a worker
 * that comes late, and knows less, does not write over it (BILL-3).
 */
export async function writeResults(results: readonly AttemptResult[], tx: Tx): Promise<void> {
  if (results.length === 0) return
  await execute(
    tx,
    `update membership_charge_attempt a
     set outcome = v.outcome, code = v.code, message = v.message, finished_at = v.finished_at,
         provider_reference = coalesce(v.provider_reference, a.provider_reference), updated_at = now()
     from jsonb_to_recordset(?::jsonb) as v(charge_id text, number integer, outcome text, code text, message text,
       provider_reference text, finished_at timestamptz)
     where a.charge_id = v.charge_id and a.number = v.number
       and (a.outcome is null or ${certaintyOf("v.outcome")} >= ${certaintyOf("a.outcome")})`,
    [JSON.stringify(results)]
  )
}

const certaintyOf = (outcome: string) =>
  `case ${outcome} when 'paid' then 3 when 'declined' then 2 when 'requires_action' then 1 else 0 end`

const ATTEMPT_TYPES = `id text, charge_id text, number integer, idempotency_key text, provider_id text,
  account_holder_id text, payment_method_id text, amount_minor bigint, started_at timestamptz`
const ATTEMPT_COLUMNS = ATTEMPT_TYPES.replace(/ (text|integer|bigint|timestamptz)/g, "")

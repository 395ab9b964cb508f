import type { ChargeEvent, ChargeFacts, ChargeRefusalCode } from "../../../domain/billing/attempt-types"
import { noticeOf } from "../../../domain/billing/charge-notices"
import { decideCharge, givenUp } from "../../../domain/billing/attempts"
import type { DunningSettings } from "../../../domain/billing/dunning"
import type { Instant, TimeZone } from "../../../domain/time/types"
import { CHARGE_FACTS, type ChargeFactsRow, toChargeFacts } from "../mapping/charges"
import { execute, lockRows, textArray } from "../sql"
import type { Tx } from "../types"
import { loadBillingSettings } from "./billing-settings-loading"
import { type AttemptResult, writeChargeFacts, writeResults } from "./charge-records"
import type { ChargeSettlementService, SettledCharge } from "./charge-settlements"
import type { ClockService } from "./clock"
import { type NewNotice, writeNotices } from "./notice-records"

/** What happened to one charge. */
export interface ChargeAnswer {
  readonly charge_id: string
  readonly membership_id: string
  readonly event: ChargeEvent
  /** What the provider said, as it is kept with the attempt. */
  readonly result?: Omit<AttemptResult, "charge_id" | "finished_at">
  /** Where the payer confirms it (BILL-5). */
  readonly action_url?: string | null
  /** How it is paid, where the event pays it. */
  readonly paid_by?: SettledCharge["paid_by"]
}

/** An answer that came too late or says what cannot be: staff look at `paid_beside`. */
export interface RefusedAnswer {
  readonly charge_id: string
  readonly code: ChargeRefusalCode
}

export interface RecordedAnswers {
  readonly paid: readonly string[]
  readonly refused: readonly RefusedAnswer[]
}

interface Dependencies {
  clockService: ClockService
  chargeSettlementService: ChargeSettlementService
}

/** Writes down what became of charges, and what follows, in one commit (BILL-1, BILL-3). */
export class ChargeAnswerService {
  private readonly clock: ClockService
  private readonly settlements: ChargeSettlementService

  constructor({ clockService, chargeSettlementService }: Dependencies) {
    this.clock = clockService
    this.settlements = chargeSettlementService
  }

  async record(answers: readonly ChargeAnswer[], tx: Tx): Promise<RecordedAnswers> {
    const now = await this.clock.now(tx)
    const billing = await loadBillingSettings(tx)
    const membership_ids = [...new Set(answers.map(({ membership_id }) => membership_id))]
    await lockRows(tx, "membership", membership_ids)
    const rows = await lockCharges(answers, tx)
    const decided = answers.flatMap((answer) => {
      const row = rows.get(answer.charge_id)
      return row ? [{ answer, row, ...decide(row, answer, { now, dunning: billing.settings }) }] : []
    })
    const done = decided.filter(({ refused }) => refused === null)
    const settled = done.flatMap(settledBy)
    const paid_by = new Map(settled.map((each) => [each.charge_id, each.paid_by]))
    await writeChargeFacts(
      done.map(({ facts }) => ({ ...facts, paid_by: paid_by.get(facts.id) ?? null })),
      tx
    )
    await writeResults(
      decided.flatMap(({ answer: { charge_id, result } }) =>
        result ? [{ ...result, charge_id, finished_at: now }] : []
      ),
      tx
    )
    await writeActions(done, tx)
    await writeNotices(done.flatMap(noticesOf), now, tx)
    await writePaidBeside(decided, tx)
    await this.settlements.settle(settled, tx)
    await this.settlements.refreshDunning(membership_ids, billing, tx)
    return {
      paid: settled.flatMap(({ charge_id, paid_by }) => (paid_by === null ? [] : [charge_id])),
      refused: decided.flatMap(({ answer: { charge_id }, refused }) =>
        refused ? [{ charge_id, code: refused }] : []
      ),
    }
  }
}

interface ChargeRow extends ChargeFactsRow {
  readonly time_zone: TimeZone
  readonly payer_customer_id: string | null
  /** Its membership is; what comes to nothing is asked for no more then (SALE-8). */
  readonly is_void: boolean
}

interface Decided {
  readonly facts: ChargeFacts
  readonly refused: ChargeRefusalCode | null
}

function decide(
  row: ChargeRow,
  { event }: ChargeAnswer,
  { now, dunning }: { readonly now: Instant; readonly dunning: DunningSettings }
): Decided {
  const before = toChargeFacts(row)
  const decision = decideCharge(before, event, now, { dunning, zone: row.time_zone })
  if (!decision.done) return { facts: before, refused: decision.code }
  return { facts: row.is_void ? givenUp(decision.charge, now) : decision.charge, refused: null }
}

/** What settles it, of one that this has settled. */
function settledBy({
  answer: { charge_id, membership_id, paid_by },
  row,
  facts: { status },
}: {
  readonly answer: ChargeAnswer
  readonly row: ChargeRow
  readonly facts: ChargeFacts
}): SettledCharge[] {
  if (status === row.status) return []
  if (status === "waived") return [{ charge_id, membership_id, paid_by: null }]
  return status === "paid" ? [{ charge_id, membership_id, paid_by: paid_by ?? "provider" }] : []
}

async function lockCharges(answers: readonly ChargeAnswer[], tx: Tx): Promise<Map<string, ChargeRow>> {
  const ids = answers.map(({ charge_id }) => charge_id)
  const rows = await execute<ChargeRow>(
    tx,
    `select ${CHARGE_FACTS}, c.payer_customer_id, m.time_zone, m.voided_at is not null as is_void
     from membership_charge c join membership m on m.id = c.membership_id
     where c.id = any(?) order by c.id for update of c`,
    [textArray(ids)]
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Committed with what they tell of, so that none is lost; sent after (REMIND-2). */
function noticesOf({
  answer,
  row,
  facts,
}: {
  answer: ChargeAnswer
  row: ChargeRow
  facts: ChargeFacts
}): NewNotice[] {
  const notice = noticeOf({ before: toChargeFacts(row), after: facts, event: answer.event })
  if (!notice) return []
  const { charge_id, membership_id, action_url = null } = answer
  const { failure_code, act_at: next_try_at } = facts
  const data = { failure_code, next_try_at, action_url }
  return [{ ...notice, charge_id, membership_id, customer_id: row.payer_customer_id, data }]
}

/** The address is told while the payer has to go there, and no longer. */
async function writeActions(
  done: readonly { readonly answer: ChargeAnswer; readonly facts: ChargeFacts }[],
  tx: Tx
): Promise<void> {
  const rows = done.flatMap(({ answer: { charge_id: id, action_url = null }, facts }) =>
    action_url !== null && facts.status === "requires_action" ? [{ id, action_url }] : []
  )
  if (rows.length === 0) return
  await execute(
    tx,
    `update membership_charge c set action_url = v.action_url
     from jsonb_to_recordset(?::jsonb) as v(id text, action_url text) where c.id = v.id`,
    [JSON.stringify(rows)]
  )
}

/**
 * Money came for what is settled otherwise: kept with the charge, so that staff see it until it is given back. The same told
 * again changes nothing; of another attempt nothing has been given back yet.
 */
async function writePaidBeside(
  decided: readonly { readonly answer: ChargeAnswer; readonly refused: ChargeRefusalCode | null }[],
  tx: Tx
): Promise<void> {
  const rows = decided.flatMap(({ answer: { charge_id: id, event }, refused }) =>
    refused === "paid_beside" && "attempt" in event ? [{ id, attempt: event.attempt }] : []
  )
  if (rows.length === 0) return
  await execute(
    tx,
    `update membership_charge c
     set paid_beside_attempt = v.attempt, updated_at = now(),
         given_back_at = case when c.paid_beside_attempt = v.attempt then c.given_back_at end,
         given_back_minor = case when c.paid_beside_attempt = v.attempt then c.given_back_minor end
     from jsonb_to_recordset(?::jsonb) as v(id text, attempt integer) where c.id = v.id`,
    [JSON.stringify(rows)]
  )
}

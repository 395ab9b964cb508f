import { setTimeout as sleep } from "node:timers/promises"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { formatAmount } from "../../domain/money/amounts"
import { SANDBOX_CARDS, verdictOn } from "./cards"
import { bankError, isTimeout } from "./errors"
import { checkMethod, saveMethod, useCard } from "./holders"
import { onceForKey, requestText } from "./keys"
import { lockPayment, type Payment, type PaymentRow, setStatus, tellPayment } from "./payments"
import { inBank, rowsOf, type Tx } from "./tables"

export interface ChargeRequest {
  readonly amount_minor: number
  readonly currency_code: string
  readonly customer_id: string | null
  /** A saved card of the customer's, or else the number of a test card, or else none yet. */
  readonly method_id: string | null
  readonly card_number: string | null
  /** Charges at once and only now, as for a card that was saved earlier. */
  readonly confirm: boolean
  readonly captures_at_once: boolean
  readonly saves_card: boolean
  readonly return_url: string | null
  readonly metadata: Readonly<Record<string, unknown>>
}

export interface BankOptions {
  /** How long a time-out takes. */
  readonly timeout_ms?: number
  /** How long an idempotency key is remembered. */
  readonly key_hours?: number
}

interface Answer {
  readonly id: string
  /** It was done, and the answer never arrives. */
  readonly is_lost?: boolean
}

/** The sandbox's bank: payments of test cards, with captures and refunds that are booked once and for ever. */
export class SandboxBank {
  private readonly timeout_ms: number
  private readonly key_hours: number

  constructor(
    private readonly database: Knex,
    { timeout_ms = 1500, key_hours = 24 }: BankOptions = {}
  ) {
    this.timeout_ms = timeout_ms
    this.key_hours = key_hours
  }

  /** Makes a payment, and with `confirm` charges it. @param session_id the store's name for it; no part of the request */
  async charge(request: ChargeRequest, key: string | null, session_id: string | null): Promise<Payment> {
    return this.answer(async (tx) => {
      let is_lost = false
      const keyed = { key, key_hours: this.key_hours, request: requestText("charge", request) }
      const { result_id: id, is_replayed } = await onceForKey(tx, keyed, async () => {
        const payment_id = await this.open(tx, request, key, session_id)
        if (request.confirm) is_lost = await attempt(tx, await lockPayment(tx, payment_id))
        return payment_id
      })
      // Whoever asks again waits under another name.
      const rename = "update payment_sandbox_payment set session_id = ? where id = ?"
      if (is_replayed && session_id) await rowsOf(tx, rename, [session_id, id])
      return { id, is_lost }
    })
  }

  /** Charges a payment that waits for it, or that was declined with its holder there. Otherwise it stays what it is. */
  async confirm(id: string): Promise<Payment> {
    return this.answer(async (tx) => {
      const payment = await lockPayment(tx, id)
      const waits = ["requires_confirmation", "requires_payment_method"].includes(payment.status)
      if (!waits || payment.single_attempt || payment.method_id === null) return { id }
      return { id, is_lost: await attempt(tx, payment) }
    })
  }

  /** The holder's answer on the bank's page; a second answer changes nothing. */
  async decide(id: string, decision: "confirm" | "refuse"): Promise<{ payment: Payment; is_new: boolean }> {
    return inBank(this.database, async (tx) => {
      const payment = await lockPayment(tx, id)
      const is_new = payment.status === "requires_action"
      if (is_new && decision === "confirm") await settle(tx, payment)
      if (is_new && decision === "refuse")
        await setStatus(tx, id, "requires_payment_method", "authentication_failed")
      return { payment: await tellPayment(tx, id), is_new }
    })
  }

  /** Before anything was charged the amount may change. @throws `payment_not_changeable` */
  async changeAmount(id: string, amount_minor: number, currency_code: string): Promise<Payment> {
    return this.answer(async (tx) => {
      const payment = await lockPayment(tx, id)
      if (Number(payment.amount_minor) === amount_minor && payment.currency_code === currency_code)
        return { id }
      if (!["requires_confirmation", "requires_payment_method"].includes(payment.status))
        throw bankError("payment_not_changeable", "The amount of a charged payment cannot change.")
      const statement = "update payment_sandbox_payment set amount_minor = ?, currency_code = ? where id = ?"
      await rowsOf(tx, statement, [amount_minor, currency_code, id])
      return { id }
    })
  }

  /** @throws `payment_not_capturable` unless it is authorized; a captured payment stays as it is */
  async capture(id: string, key: string | null): Promise<Payment> {
    return this.answer(async (tx) => {
      const payment = await lockPayment(tx, id)
      if (payment.status === "succeeded") return { id }
      if (payment.status !== "requires_capture")
        throw bankError("payment_not_capturable", "Only an authorized payment can be captured.")
      await book(tx, payment, "capture", Number(payment.amount_minor), key)
      await setStatus(tx, id, "succeeded")
      return { id }
    })
  }

  /** @throws `payment_captured`: what was taken can only be refunded */
  async cancel(id: string): Promise<Payment> {
    return this.answer(async (tx) => {
      const { status } = await lockPayment(tx, id)
      if (status === "succeeded")
        throw bankError("payment_captured", "A captured payment is refunded, not canceled.")
      await setStatus(tx, id, "canceled")
      return { id }
    })
  }

  /** @throws `refund_above_captured` */
  async refund(id: string, amount_minor: number, key: string | null): Promise<Payment> {
    return this.answer(async (tx) => {
      const keyed = { key, key_hours: this.key_hours, request: requestText("refund", { id, amount_minor }) }
      await onceForKey(tx, keyed, async () => {
        const payment = await lockPayment(tx, id)
        const left_minor = await capturedLeft(tx, id)
        if (amount_minor > left_minor) {
          const left = formatAmount(left_minor, payment.currency_code)
          throw bankError("refund_above_captured", `Only ${left} of this payment can still be refunded.`)
        }
        await book(tx, payment, "refund", amount_minor, key)
        return id
      })
      return { id }
    })
  }

  async find(id: string): Promise<Payment> {
    return inBank(this.database, (tx) => tellPayment(tx, id))
  }

  private async open(tx: Tx, request: ChargeRequest, key: string | null, session_id: string | null) {
    const { card_number, customer_id } = request
    if (request.method_id !== null) await checkMethod(tx, request.method_id, customer_id)
    const method_id = request.method_id ?? (card_number && (await useCard(tx, card_number, customer_id)).id)
    const row = {
      id: generateEntityId(undefined, "sandpay"),
      status: method_id ? "requires_confirmation" : "requires_payment_method",
      amount_minor: request.amount_minor,
      currency_code: request.currency_code,
      customer_id,
      method_id,
      session_id,
      captures_at_once: request.captures_at_once,
      single_attempt: request.confirm,
      saves_card: request.saves_card && customer_id !== null,
      return_url: request.return_url,
      metadata: JSON.stringify(request.metadata),
      idempotency_key: key,
    }
    await tx("payment_sandbox_payment").insert(row)
    return row.id
  }

  /** Commits, and then answers; or says nothing for a while and gives up, whether anything was committed or not. */
  private async answer(work: (tx: Tx) => Promise<Answer>): Promise<Payment> {
    try {
      const { payment, is_lost } = await inBank(this.database, async (tx) => {
        const { id, is_lost = false } = await work(tx)
        return { payment: await tellPayment(tx, id), is_lost }
      })
      if (is_lost) throw timeout()
      return payment
    } catch (error) {
      if (isTimeout(error)) await sleep(this.timeout_ms)
      throw error
    }
  }
}

const timeout = () =>
  bankError("timeout", "The bank did not answer in time; whether it took the money is unknown.")

/**
 * One attempt to charge the payment's card. @returns whether its answer is lost
 * @throws `timeout`, `rate_limited`, `bank_error`: then nothing of it is kept
 */
async function attempt(tx: Tx, payment: PaymentRow): Promise<boolean> {
  const { id, method_id } = payment
  if (method_id === null) return false
  const lock = "select card, declined_last from payment_sandbox_method where id = ? for no key update"
  const [method] = await rowsOf<{ card: string; declined_last: boolean }>(tx, lock, [method_id])
  const card = SANDBOX_CARDS.find(({ name }) => name === method!.card)!
  const verdict = verdictOn(card, method!.declined_last)
  const remember = "update payment_sandbox_method set declined_last = ? where id = ?"
  await rowsOf(tx, remember, [verdict.kind === "declined", method_id])
  switch (verdict.kind) {
    case "paid":
      await settle(tx, payment)
      return false
    case "declined":
      await setStatus(tx, id, "requires_payment_method", verdict.code)
      return false
    case "challenged":
      await setStatus(tx, id, "requires_action")
      return false
    case "silent":
      if (!verdict.takes_money) throw timeout()
      await settle(tx, payment)
      return true
    case "failing":
      if (verdict.status === 429)
        throw bankError("rate_limited", "The bank answered 429: too many requests. Nothing was taken.")
      throw bankError("bank_error", "The bank answered 500. Whether it took the money is unknown.")
  }
}

async function settle(tx: Tx, payment: PaymentRow): Promise<void> {
  const { id, method_id, captures_at_once, saves_card } = payment
  if (captures_at_once)
    await book(tx, payment, "capture", Number(payment.amount_minor), payment.idempotency_key)
  await setStatus(tx, id, captures_at_once ? "succeeded" : "requires_capture")
  if (saves_card && method_id !== null) await saveMethod(tx, method_id)
}

async function book(
  tx: Tx,
  payment: PaymentRow,
  kind: "capture" | "refund",
  amount_minor: number,
  key: string | null
) {
  const id = generateEntityId(undefined, kind === "capture" ? "sandcap" : "sandref")
  const row = { id, payment_id: payment.id, kind, amount_minor, idempotency_key: key }
  await tx("payment_sandbox_entry").insert(row)
}

async function capturedLeft(tx: Tx, payment_id: string): Promise<number> {
  const [sum] = await rowsOf<{ left_minor: string }>(
    tx,
    `select coalesce(sum(case kind when 'capture' then amount_minor else -amount_minor end), 0) as left_minor
     from payment_sandbox_entry where payment_id = ?`,
    [payment_id]
  )
  return Number(sum!.left_minor)
}

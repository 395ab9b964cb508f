import { randomBytes } from "node:crypto"
import type { Json } from "../shop"
import type { CARDS } from "./cards"
import { cardError, invalid, missing, unexpectedState } from "./errors"
import { type Fields, textIn, textsIn } from "./forms"
import type { Wallet } from "./wallet"

type Verdict = (typeof CARDS)[string]

const newId = (prefix: string) => `${prefix}_${randomBytes(12).toString("hex")}`
const OPEN = ["requires_payment_method", "requires_confirmation", "requires_action", "requires_capture"]

interface Refund {
  readonly id: string
  readonly object: "refund"
  readonly payment_intent: string
  readonly amount: number
  readonly status: "succeeded"
}

/** Payment intents and refunds: what was asked for, what was taken, what was given back. */
export class Payments {
  readonly intents = new Map<string, Json>()
  readonly refunds: Refund[] = []
  /** What a webhook tells of, in order. */
  readonly events: Json[] = []

  constructor(private readonly wallet: Wallet) {}

  create(fields: Fields): Json {
    const amount = Number(textIn(fields, "amount"))
    if (!Number.isSafeInteger(amount) || amount <= 0)
      throw invalid("Invalid positive integer", "parameter_invalid_integer")
    const currency = textIn(fields, "currency")
    if (!currency) throw invalid("Missing required param: currency.", "parameter_missing")
    const customer = textIn(fields, "customer")
    if (customer) this.wallet.customer(customer)
    const method = textIn(fields, "payment_method")
    if (method) this.wallet.usable(method, customer)
    const id = newId("pi")
    const intent: Json = {
      ...{ id, object: "payment_intent", amount, currency, customer, payment_method: method },
      ...{
        amount_received: 0,
        amount_capturable: 0,
        client_secret: `${id}_secret_${randomBytes(8).toString("hex")}`,
      },
      ...{
        capture_method: textIn(fields, "capture_method") ?? "automatic",
        metadata: textsIn(fields, "metadata"),
      },
      setup_future_usage: textIn(fields, "setup_future_usage"),
      ...{ status: method ? "requires_confirmation" : "requires_payment_method" },
      ...{ last_payment_error: null, next_action: null, created: this.intents.size, livemode: false },
    }
    this.intents.set(id, intent)
    if (textIn(fields, "confirm") === "true")
      this.attempt(intent, { off_session: textIn(fields, "off_session") === "true" })
    return intent
  }

  /** As a storefront does it with the secret, its payer there. */
  confirm(id: string, fields: Fields): Json {
    const intent = this.find(id)
    if (textIn(fields, "client_secret") !== intent.client_secret)
      throw invalid("The client secret is not this intent's.")
    const method = textIn(fields, "payment_method")
    if (method) intent.payment_method = this.wallet.usable(method, intent.customer).id
    if (
      !["requires_payment_method", "requires_confirmation"].includes(intent.status) ||
      !intent.payment_method
    )
      throw unexpectedState(intent, "confirmed")
    this.attempt(intent, { off_session: false })
    return intent
  }

  /** What its payer says at the bank. */
  decide(id: string, confirms: boolean): Json {
    const intent = this.find(id)
    if (intent.status !== "requires_action") throw unexpectedState(intent, "decided about")
    intent.next_action = null
    if (confirms) this.settle(intent)
    else
      this.fail(intent, {
        code: "payment_intent_authentication_failure",
        message: "The payer was not authenticated.",
      })
    return intent
  }

  capture(id: string): Json {
    const intent = this.find(id)
    if (intent.status !== "requires_capture") throw unexpectedState(intent, "captured")
    this.take(intent)
    return intent
  }

  cancel(id: string): Json {
    const intent = this.find(id)
    if (!OPEN.includes(intent.status)) throw unexpectedState(intent, "canceled")
    Object.assign(intent, {
      status: "canceled",
      next_action: null,
      canceled_at: Math.floor(Date.now() / 1000),
    })
    this.tell("payment_intent.canceled", intent)
    return intent
  }

  update(id: string, fields: Fields): Json {
    const intent = this.find(id)
    const amount = textIn(fields, "amount")
    if (amount) intent.amount = Number(amount)
    return intent
  }

  refund(fields: Fields): Json {
    const intent = this.find(textIn(fields, "payment_intent") ?? "")
    const left = intent.amount_received - this.refundedOf(intent.id)
    const amount = Number(textIn(fields, "amount") ?? left)
    if (left <= 0) throw invalid("It has been refunded already.", "charge_already_refunded")
    if (!Number.isSafeInteger(amount) || amount <= 0 || amount > left)
      throw invalid("More than is left to refund.")
    const refund: Refund = {
      id: newId("re"),
      object: "refund",
      payment_intent: intent.id,
      amount,
      status: "succeeded",
    }
    this.refunds.push(refund)
    return refund
  }

  find(id: string): Json {
    const intent = this.intents.get(id)
    if (!intent) throw missing("payment_intent", id)
    return intent
  }

  /** The newest first, a page of them. */
  list({ customer, limit = "10", starting_after }: Record<string, string | undefined>): Json {
    const all = [...this.intents.values()]
      .reverse()
      .filter((intent) => !customer || intent.customer === customer)
    const from = starting_after ? all.findIndex(({ id }) => id === starting_after) + 1 : 0
    const data = all.slice(from, from + Number(limit))
    return { object: "list", data, has_more: from + data.length < all.length }
  }

  refundedOf(id: string): number {
    return this.refunds
      .filter((each) => each.payment_intent === id)
      .reduce((sum, { amount }) => sum + amount, 0)
  }

  private attempt(intent: Json, { off_session }: { off_session: boolean }): void {
    const verdict: Verdict = this.wallet.verdictOn(intent.payment_method)
    if (verdict.kind === "paid") {
      this.settle(intent)
      return
    }
    if (verdict.kind === "declined") {
      const { code, decline_code } = verdict
      throw this.fail(intent, {
        code,
        ...(decline_code ? { decline_code } : {}),
        message: `Your card: ${decline_code ?? code}.`,
      })
    }
    if (off_session) {
      const code = "authentication_required"
      throw this.fail(intent, { code, decline_code: code, message: "This payment needs its payer." })
    }
    const redirect_to_url = { url: `https://bank.test/3ds/${intent.id}`, return_url: null }
    Object.assign(intent, {
      status: "requires_action",
      next_action: { type: "redirect_to_url", redirect_to_url },
    })
    this.tell("payment_intent.requires_action", intent)
  }

  /** The method is taken off, and stands with the error. */
  private fail(intent: Json, error: Json) {
    const payment_method = this.wallet.method(intent.payment_method)
    const last_payment_error = { type: "card_error", ...error, payment_method }
    Object.assign(intent, { status: "requires_payment_method", payment_method: null, last_payment_error })
    this.tell("payment_intent.payment_failed", intent)
    return cardError({ ...error, payment_method }, { ...intent })
  }

  private settle(intent: Json): void {
    Object.assign(intent, { last_payment_error: null, next_action: null })
    if (intent.setup_future_usage && intent.customer)
      this.wallet.attach(intent.payment_method, intent.customer)
    if (intent.capture_method !== "manual") {
      this.take(intent)
      return
    }
    Object.assign(intent, { status: "requires_capture", amount_capturable: intent.amount })
    this.tell("payment_intent.amount_capturable_updated", intent)
  }

  private take(intent: Json): void {
    Object.assign(intent, { status: "succeeded", amount_received: intent.amount, amount_capturable: 0 })
    this.tell("payment_intent.succeeded", intent)
  }

  private tell(type: string, intent: Json): void {
    const created = Math.floor(Date.now() / 1000)
    this.events.push({ id: newId("evt"), object: "event", type, created, data: { object: { ...intent } } })
  }
}

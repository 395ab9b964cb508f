import { randomBytes } from "node:crypto"
import type { Json } from "../shop"
import { CARDS, faceOf, type Verdict } from "./cards"
import { invalid, missing } from "./errors"
import { type Fields, textIn, textsIn } from "./forms"

const newId = (prefix: string) => `${prefix}_${randomBytes(12).toString("hex")}`

interface Method {
  readonly shown: Json
  verdict: Verdict
  /** What was taken off a customer can never be charged again. */
  is_detached: boolean
}

/** Customers, and the cards that are kept for them. */
export class Wallet {
  private readonly customers = new Map<string, Json>()
  private readonly methods = new Map<string, Method>()

  createCustomer(fields: Fields): Json {
    const customer = {
      id: newId("cus"),
      object: "customer",
      email: textIn(fields, "email"),
      name: textIn(fields, "name"),
    }
    this.customers.set(customer.id, customer)
    return customer
  }

  updateCustomer(id: string, fields: Fields): Json {
    const { email, name } = this.customer(id)
    return Object.assign(this.customer(id), {
      ...{ email: textIn(fields, "email") ?? email, name: textIn(fields, "name") ?? name },
    })
  }

  customer(id: string): Json {
    const customer = this.customers.get(id)
    if (!customer) throw missing("customer", id)
    return customer
  }

  /** As Stripe.js does from a card that was typed in. */
  createMethod(fields: Fields): Json {
    const { number = "" } = textsIn(fields, "card")
    const verdict = CARDS[number]
    if (!verdict) throw invalid("This is none of the test cards.", "incorrect_number")
    const shown = {
      id: newId("pm"),
      object: "payment_method",
      type: "card",
      card: faceOf(number),
      customer: null,
    }
    this.methods.set(shown.id, { shown, verdict, is_detached: false })
    return shown
  }

  method(id: string): Json {
    return this.known(id).shown
  }

  /** @throws when it is kept for somebody else, or was taken off a customer */
  usable(id: string, customer: string | null): Json {
    const { shown, is_detached } = this.known(id)
    if (is_detached) throw invalid("The payment method was detached, and cannot be used again.")
    if (shown.customer !== null && shown.customer !== customer)
      throw invalid("The payment method belongs to another customer.")
    return shown
  }

  attach(id: string, customer: string): Json {
    return Object.assign(this.usable(id, this.customer(customer).id), { customer })
  }

  detach(id: string): Json {
    const method = this.known(id)
    method.is_detached = true
    return Object.assign(method.shown, { customer: null })
  }

  methodsOf(customer: string): Json {
    this.customer(customer)
    const data = [...this.methods.values()]
      .map(({ shown }) => shown)
      .filter((shown) => shown.customer === customer)
    return { object: "list", data, has_more: false }
  }

  /** What its bank does from now on. */
  verdictOn(id: string): Verdict {
    return this.known(id).verdict
  }

  setVerdict(id: string, verdict: Verdict): void {
    this.known(id).verdict = verdict
  }

  createSetup(fields: Fields): Json {
    const { id: customer } = this.customer(textIn(fields, "customer") ?? "")
    const unknown = Object.keys(fields).find(
      (name) => !["customer", "payment_method_types", "usage"].includes(name)
    )
    if (unknown) throw invalid(`Received unknown parameter: ${unknown}`, "parameter_unknown")
    const id = newId("seti")
    const client_secret = `${id}_secret_${randomBytes(8).toString("hex")}`
    return {
      id,
      object: "setup_intent",
      customer,
      status: "requires_payment_method",
      client_secret,
      usage: "off_session",
    }
  }

  private known(id: string): Method {
    const method = this.methods.get(id)
    if (!method) throw missing("PaymentMethod", id)
    return method
  }
}

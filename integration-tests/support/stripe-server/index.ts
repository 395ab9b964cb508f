import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import type { Json } from "../shop"
import { rateLimited, Refusal, serverError } from "./errors"
import { type Fields, readForm } from "./forms"
import { type Answer, Keys } from "./idempotency"
import { Payments } from "./payments"
import { Wallet } from "./wallet"

export { signatureOf } from "./signatures"

/** What goes wrong with calls that make payments: refused, failing, or without an answer, the money taken or not. */
export type Fault = "rate_limited" | "server_error" | "silent_taken" | "silent_untaken"

export interface Call {
  readonly method: string
  readonly path: string
  readonly key: string | null
}

export interface StripeServer {
  readonly port: number
  readonly wallet: Wallet
  readonly payments: Payments
  readonly keys: Keys
  /** All that was asked, in order. */
  readonly calls: Call[]
  /** So many of the next calls that make payments go wrong. */
  readonly breakNext: (fault: Fault, times: number) => void
  readonly close: () => Promise<void>
}

interface Asked {
  readonly method: string
  readonly path: string
  readonly query: Record<string, string>
  readonly fields: Fields
}

/**
 * A server that speaks the part of Stripe's API which its provider uses, with books of its own. Made from what the API does;
 * whether Stripe does the same is to be tried with a test key (docs/stripe.md).
 */
export async function startStripeServer(): Promise<StripeServer> {
  const wallet = new Wallet()
  const payments = new Payments(wallet)
  const keys = new Keys()
  const calls: Call[] = []
  let faults: Fault[] = []

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await read(request)
    const key = header(request, "idempotency-key")
    calls.push({ method: asked.method, path: asked.path, key })
    const makesPayment = asked.method === "POST" && asked.path === "/v1/payment_intents"
    const fault = makesPayment ? faults.shift() : undefined
    // Neither takes the request on.
    if (fault === "silent_untaken") return
    if (fault === "rate_limited") {
      send(response, refusalOf(rateLimited()))
      return
    }
    const work = async () => {
      if (fault === "server_error") return refusalOf(serverError())
      try {
        return { status: 200, body: copy(carryOut({ wallet, payments }, asked)) }
      } catch (error) {
        // A card's refusal is an outcome, kept like any other.
        if (error instanceof Refusal && error.status === 402) return refusalOf(error)
        throw error
      }
    }
    const request_ = JSON.stringify([asked.method, asked.path, asked.fields])
    const told = await keys.once(key, request_, work).catch((error: unknown) => {
      if (error instanceof Refusal) return refusalOf(error)
      throw error
    })
    if (fault !== "silent_taken") send(response, told)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      send(response, refusalOf(new Refusal(500, { type: "api_error", message: String(error) })))
    })
  })
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  const { port } = server.address() as AddressInfo
  return {
    ...{ port, wallet, payments, keys, calls },
    breakNext: (fault, times) => (faults = Array.from({ length: times }, () => fault)),
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

type Books = Pick<StripeServer, "wallet" | "payments">
type Verb = (books: Books, id: string, asked: Asked) => Json

const VERBS: readonly (readonly [string, RegExp, Verb])[] = [
  ["POST", /^\/v1\/customers$/, ({ wallet }, _, { fields }) => wallet.createCustomer(fields)],
  ["POST", /^\/v1\/customers\/(\w+)$/, ({ wallet }, id, { fields }) => wallet.updateCustomer(id, fields)],
  ["GET", /^\/v1\/customers\/(\w+)\/payment_methods$/, ({ wallet }, id) => wallet.methodsOf(id)],
  ["POST", /^\/v1\/payment_methods$/, ({ wallet }, _, { fields }) => wallet.createMethod(fields)],
  [
    "POST",
    /^\/v1\/payment_methods\/(\w+)\/attach$/,
    ({ wallet }, id, { fields }) => wallet.attach(id, fields.customer as string),
  ],
  ["POST", /^\/v1\/payment_methods\/(\w+)\/detach$/, ({ wallet }, id) => wallet.detach(id)],
  ["POST", /^\/v1\/setup_intents$/, ({ wallet }, _, { fields }) => wallet.createSetup(fields)],
  ["POST", /^\/v1\/payment_intents$/, ({ payments }, _, { fields }) => payments.create(fields)],
  ["GET", /^\/v1\/payment_intents$/, ({ payments }, _, { query }) => payments.list(query)],
  ["GET", /^\/v1\/payment_intents\/(\w+)$/, ({ payments }, id) => payments.find(id)],
  ["POST", /^\/v1\/payment_intents\/(\w+)$/, ({ payments }, id, { fields }) => payments.update(id, fields)],
  [
    "POST",
    /^\/v1\/payment_intents\/(\w+)\/confirm$/,
    ({ payments }, id, { fields }) => payments.confirm(id, fields),
  ],
  ["POST", /^\/v1\/payment_intents\/(\w+)\/capture$/, ({ payments }, id) => payments.capture(id)],
  ["POST", /^\/v1\/payment_intents\/(\w+)\/cancel$/, ({ payments }, id) => payments.cancel(id)],
  ["POST", /^\/v1\/refunds$/, ({ payments }, _, { fields }) => payments.refund(fields)],
]

function carryOut(books: Books, asked: Asked): Json {
  for (const [method, path, verb] of VERBS) {
    const found = asked.method === method && path.exec(asked.path)
    if (found) return expanded(books, verb(books, found[1] ?? "", asked), asked)
  }
  throw new Refusal(404, {
    type: "invalid_request_error",
    message: `There is no ${asked.method} ${asked.path}.`,
  })
}

/** `expand[]=payment_method` spells the method out. */
function expanded({ wallet }: Books, told: Json, { fields, query }: Asked): Json {
  const expand = [fields.expand ?? [], query["expand[0]"] ?? []].flat()
  if (!expand.includes("payment_method") || typeof told.payment_method !== "string") return told
  return { ...told, payment_method: wallet.method(told.payment_method) }
}

async function read(request: IncomingMessage): Promise<Asked> {
  const { pathname, searchParams } = new URL(request.url!, "http://stripe.test")
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const fields = readForm(Buffer.concat(chunks).toString())
  return { method: request.method!, path: pathname, query: Object.fromEntries(searchParams), fields }
}

const header = (request: IncomingMessage, name: string): string | null => {
  const value = request.headers[name]
  return typeof value === "string" && value !== "" ? value : null
}

const copy = (value: Json): Json => JSON.parse(JSON.stringify(value))

const refusalOf = ({ status, error }: Refusal): Answer => ({ status, body: { error: copy(error) } })

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))
}

import type { MedusaContainer } from "@medusajs/framework/types"
import { PaymentActions } from "@medusajs/framework/utils"
import { paymentHintOf } from "../payment-hints"

const metadata = { charge_id: "mchg_1", membership_id: "memb_1", idempotency_key: "renewal:mchg_1:2" }
const hint = {
  ...{ provider_id: "pp_stripe_stripe", charge_id: "mchg_1", reference: "pi_1" },
  idempotency_key: "renewal:mchg_1:2",
}

describe("what a payment webhook is about", () => {
  const warned: string[] = []
  const received: unknown[] = []
  const container = (verify = () => Promise.resolve({ action: PaymentActions.NOT_SUPPORTED })) =>
    ({
      resolve: (name: string) =>
        name === "logger"
          ? { warn: (text: string) => warned.push(text) }
          : { getWebhookActionAndData: (asked: unknown) => (received.push(asked), verify()) },
    }) as unknown as MedusaContainer
  const webhook = (body: unknown, rawData: unknown = Buffer.from(JSON.stringify(body))) => ({
    provider: "stripe_stripe",
    payload: { data: {}, rawData: rawData as Buffer, headers: { "stripe-signature": "t=1,v1=2" } },
  })
  beforeEach(() => {
    warned.length = 0
    received.length = 0
  })

  it.each([
    ["Stripe's", { type: "payment_intent.succeeded", data: { object: { id: "pi_1", metadata } } }],
    ["the sandbox's", { type: "payment.captured", payment: { id: "pi_1", metadata } }],
  ])("BILL-5: the charge that %s form names", async (_whose, body) => {
    expect(await paymentHintOf(container(), webhook(body))).toEqual(hint)
  })

  it.each([
    ["of a checkout", { data: { object: { id: "pi_1", metadata: { session_id: "payses_1" } } } }],
    ["without metadata", { data: { object: { id: "cus_1", metadata: null } } }],
    ["hidden deep in it", { a: { b: { c: { d: { id: "pi_1", metadata } } } } }],
    ["whose id is no text", { data: { object: { id: "pi_1", metadata: { charge_id: { evil: true } } } } }],
    ["that is no object", 7],
    ["that is nothing", null],
  ])("SAFE-1: none for a payment %s", async (_what, body) => {
    expect(await paymentHintOf(container(), webhook(body))).toBeNull()
  })

  it("SAFE-1: none for what is no JSON", async () => {
    expect(await paymentHintOf(container(), webhook(null, Buffer.from("{")))).toBeNull()
  })

  it("SAFE-1: what its provider refuses is not heeded, and writes nothing of its own into the log", async () => {
    const refuses = () => Promise.reject(new Error("evil\nline"))
    const body = { data: { object: { id: "pi_1", metadata } } }
    expect(await paymentHintOf(container(refuses), webhook(body))).toBeNull()
    expect(warned).toHaveLength(1)
    expect(warned[0]).not.toMatch(/evil|mchg_1/)
  })

  it("BILL-5: a body that came through a queue is the bytes that it was", async () => {
    const bytes = Buffer.from(JSON.stringify({ data: { object: { id: "pi_1", metadata } } }))
    expect(await paymentHintOf(container(), webhook(null, JSON.parse(JSON.stringify(bytes))))).toEqual(hint)
    expect(received).toMatchObject([{ payload: { rawData: bytes } }])
  })
})

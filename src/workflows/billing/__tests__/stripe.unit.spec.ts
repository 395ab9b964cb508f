import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { LocalStripe } from "../../../../integration-tests/support/stripe-provider"
import { startStripeServer, type StripeServer } from "../../../../integration-tests/support/stripe-server"
import { PaymentGateway, type PaymentRequest } from "../payment-gateway"

const provider_id = "pp_stripe_stripe"

/** The gateway on Stripe's official provider, whose client talks to a local server: the shapes are the provider's own. */
describe("charges through Stripe's provider", () => {
  let stripe: StripeServer
  let provider: LocalStripe
  let gateway: PaymentGateway
  beforeAll(async () => {
    stripe = await startStripeServer()
    provider = new LocalStripe({}, { apiKey: "sk_test_local", webhookSecret: "whsec", port: stripe.port })
    // Between charges and retries the provider itself waits for seconds.
    jest.spyOn(provider, "executeWithRetry").mockImplementation(async function (this: LocalStripe, call) {
      try {
        return await call()
      } catch (error) {
        const handled = this.handleStripeError(error)
        if (handled.retry) throw Object.assign(new Error("given up"), { cause: error })
        return handled.data
      }
    })
    const providers = {
      createSession: async (_id: string, input: never) => provider.initiatePayment(input),
      getStatus: async (_id: string, input: never) => provider.getPaymentStatus(input),
      cancelPayment: async (_id: string, input: never) => provider.cancelPayment(input),
      savePaymentMethod: async (_id: string, input: never) => provider.savePaymentMethod(input),
      retrieveProvider: () => provider,
    }
    const payments = { paymentProviderService_: providers }
    const container = {
      resolve: (name: string) => (name === Modules.PAYMENT ? payments : { paymentLimits: () => undefined }),
    }
    gateway = new PaymentGateway(container as unknown as MedusaContainer)
  })
  afterAll(() => stripe.close())

  let made = 0
  /** A customer of Stripe's with such a card, and a charge of it. */
  function request(number: string): PaymentRequest {
    const customer = stripe.wallet.createCustomer({})
    const { id } = stripe.wallet.createMethod({ card: { number } })
    stripe.wallet.attach(id, customer.id)
    return {
      ...{
        provider_id,
        idempotency_key: `renewal:${(made += 1)}:1`,
        amount_minor: 4_990,
        currency_code: "eur",
      },
      ...{
        payment_method_id: id,
        account_holder: { data: customer },
        metadata: { charge_id: `mchg_${made}` },
      },
    }
  }
  const lookUp = (of: PaymentRequest, more: { reference?: string; key_is_alive?: boolean } = {}) =>
    gateway.lookUp({ ...of, reference: null, key_is_alive: true, ...more })
  const only = ({ metadata: { charge_id } }: PaymentRequest) =>
    [...stripe.payments.intents.values()].filter(({ metadata }) => metadata.charge_id === charge_id)

  it("BILL-1: paid; the same key is the same payment, and another request by it is refused", async () => {
    const asked = request("4242424242424242")
    const paid = await gateway.charge(asked)
    expect(paid).toEqual({ kind: "paid", reference: only(asked)[0].id })
    expect(await gateway.charge(asked)).toEqual(paid)
    expect(await gateway.charge({ ...asked, amount_minor: 5_000 })).toMatchObject({
      kind: "unknown",
      reference: null,
    })
    expect(only(asked)).toMatchObject([{ amount: 4_990, currency: "eur", amount_received: 4_990 }])
  })

  it.each([
    ["4000000000009995", "insufficient_funds"],
    ["4000000000000341", "generic_decline"],
    // Not every decline has a reason of the bank's.
    ["4000000000000069", "expired_card"],
  ])("BILL-3: the card %s is declined as %s", async (number, code) => {
    const asked = request(number)
    const declined = await gateway.charge(asked)
    expect(declined).toMatchObject({
      kind: "declined",
      code,
      reference: only(asked)[0].id,
      message: expect.any(String),
    })
    expect(await gateway.charge(asked)).toEqual(declined)
  })

  it("BILL-5: off session a bank that wants to see the payer declines; that waits for them, with what confirms it", async () => {
    const asked = request("4000002760003184")
    const waits = await gateway.charge(asked)
    const [intent] = only(asked)
    expect(waits).toEqual({ kind: "requires_action", reference: intent.id, url: null })
    expect(intent.status).toBe("requires_payment_method")
    expect((await lookUp(asked, { reference: intent.id })).found).toEqual({ result: "requires_action" })
    expect(await gateway.confirmation(provider_id, intent.id)).toEqual({
      ...{ id: intent.id, status: "requires_payment_method", client_secret: intent.client_secret },
      ...{ payment_method_id: asked.payment_method_id, action_url: null },
    })
    const { client_secret } = intent
    stripe.payments.confirm(intent.id, { client_secret, payment_method: asked.payment_method_id })
    expect(await gateway.confirmation(provider_id, intent.id)).toMatchObject({
      ...{ status: "requires_action", payment_method_id: asked.payment_method_id },
      action_url: expect.stringContaining("/3ds/"),
    })
  })

  it.each(["rate_limited", "server_error", "silent_taken", "silent_untaken"] as const)(
    "BILL-4: after %s nobody knows, and what was done is found by its key",
    async (fault) => {
      const asked = request("4242424242424242")
      stripe.breakNext(fault, 1)
      expect(await gateway.charge(asked)).toMatchObject({ kind: "unknown", reference: null })
      const { found, outcome } = await lookUp(asked, { key_is_alive: false })
      const [intent] = only(asked)
      expect([found, outcome]).toEqual(
        fault === "silent_taken"
          ? [{ result: "paid" }, { kind: "paid", reference: intent.id }]
          : [{ result: "not_found" }, null]
      )
    }
  )

  it("BILL-4: among many payments of a customer the one of the key is found, and no other", async () => {
    const asked = request("4242424242424242")
    await gateway.charge(asked)
    for (let at = 0; at < 230; at++)
      stripe.payments.create({
        amount: "100",
        currency: "eur",
        customer: asked.account_holder.data.id as string,
      })
    expect((await lookUp(asked)).found).toEqual({ result: "paid" })
    expect((await lookUp({ ...asked, idempotency_key: "another" })).found).toEqual({ result: "not_found" })
    // Of whom nobody knows the customer, nothing can be found, and nothing is known to be missing.
    const nobody = { ...asked, account_holder: { data: {} } }
    expect((await lookUp(nobody, { key_is_alive: false })).found).toEqual({ result: "pending" })
    const stranger = { ...asked, account_holder: { data: { id: "cus_none" } } }
    expect((await lookUp(stranger, { key_is_alive: false })).found).toEqual({ result: "provider_down" })
  })

  it("BILL-3, BILL-4: a card that was taken off its payer at Stripe is refused without saying why, and found to be gone", async () => {
    const asked = request("4242424242424242")
    stripe.wallet.detach(asked.payment_method_id)
    expect(await gateway.charge(asked)).toMatchObject({ kind: "unknown", reference: null })
    expect((await lookUp(asked)).found).toEqual({ result: "failed", code: "payment_method_missing" })
    // Taken off after it had paid, it has paid.
    const paid = request("4242424242424242")
    await gateway.charge(paid)
    stripe.wallet.detach(paid.payment_method_id)
    expect((await lookUp(paid)).found).toEqual({ result: "paid" })
  })

  it("BILL-1: what is found to have failed is called off, so that nobody pays it later", async () => {
    const asked = request("4000000000009995")
    await gateway.charge(asked)
    const [{ id, client_secret }] = only(asked)
    const failed = { result: "failed", code: "insufficient_funds" }
    expect((await lookUp(asked, { reference: id })).found).toEqual(failed)
    expect(stripe.payments.find(id).status).toBe("canceled")
    expect((await lookUp(asked, { reference: id })).found).toEqual(failed)
    expect(() => stripe.payments.confirm(id, { client_secret })).toThrow("canceled")
  })

  it("BILL-1: confirmed while it was being called off, it is paid", async () => {
    const asked = request("4000000000009995")
    await gateway.charge(asked)
    const [intent] = only(asked)
    const cancel = jest.spyOn(provider, "cancelPayment").mockImplementationOnce(async () => {
      const method = stripe.wallet.createMethod({ card: { number: "4242424242424242" } })
      stripe.payments.confirm(intent.id, { client_secret: intent.client_secret, payment_method: method.id })
      throw new Error("It has succeeded.")
    })
    expect((await lookUp(asked, { reference: intent.id })).found).toEqual({ result: "paid" })
    cancel.mockRestore()
  })

  it("BILL-4: what failed and cannot be called off is not known to be over", async () => {
    const asked = request("4000000000009995")
    await gateway.charge(asked)
    const cancel = jest.spyOn(provider, "cancelPayment").mockRejectedValueOnce(new Error("Later."))
    expect(await lookUp(asked, { reference: only(asked)[0].id })).toEqual({
      found: { result: "pending" },
      outcome: null,
    })
    cancel.mockRestore()
  })
})

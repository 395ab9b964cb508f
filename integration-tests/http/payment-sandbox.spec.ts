import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { listCaptures, paymentOfKey, SANDBOX_CARDS, SandboxBank } from "../../src/providers/payment-sandbox"
import { eventually } from "../support/sales"
import { answerOf, createShop, type Customer, type Json, type Shop, signUp } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const provider_id = "pp_sandbox_sandbox"
const numberOf = (name: string) => SANDBOX_CARDS.find((card) => card.name === name)!.number

studioTests({
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let jane: Customer
    beforeAll(async () => {
      shop = await createShop(api, getContainer())
      const payment_providers = ["pp_system_default", provider_id]
      await api.post(`/admin/regions/${shop.region.id}`, { payment_providers }, shop.admin)
      jane = await signUp(api, shop.store)
    })

    const payments = () => getContainer().resolve(Modules.PAYMENT)
    const database = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const captured = (filters: Json) => listCaptures(database(), filters)

    const post = async (path: string, body: Json): Promise<Json> =>
      (await api.post(`/store/${path}`, body, jane)).data

    /** A payment session of the sandbox with this data. */
    async function openSession(cart_id: string, data: Json): Promise<Json> {
      const { payment_collection } = await post("payment-collections", { cart_id })
      const sessions = `payment-collections/${payment_collection.id}/payment-sessions`
      const opened = await post(sessions, { provider_id, data })
      return opened.payment_collection.payment_sessions[0]
    }

    /** A cart with a T-shirt, and such a session. */
    async function openCart(data: Json): Promise<{ cart_id: string; session: Json }> {
      const items = [{ variant_id: shop.shirt.variants[0].id, quantity: 1 }]
      const { cart } = await post("carts", { region_id: shop.region.id, email: "jane@example.test", items })
      return { cart_id: cart.id, session: await openSession(cart.id, data) }
    }
    /** `{ type: "order", order }`, or what the platform refuses with. */
    const complete = async (cart_id: string) =>
      (await answerOf(api.post(`/store/carts/${cart_id}/complete`, {}, jane))).data

    /** The account at the bank of a customer of the bank's own, and a saved card in it. */
    async function saveCard(name: string): Promise<{ account_holder: Json; payment_method: string }> {
      const customer = { id: `cus_${name}`, email: `${name}@example.test`, first_name: "Ann" }
      const account_holder = await payments().createAccountHolder({ provider_id, context: { customer } })
      const context = { account_holder: { data: account_holder.data } }
      const data = { card_number: numberOf(name) }
      const method = await payments().createPaymentMethods({ provider_id, data, context })
      return { account_holder, payment_method: method.id }
    }

    /** Charges a saved card without its holder, as a renewal does, and answers the session afterwards. */
    async function charge(
      saved: Awaited<ReturnType<typeof saveCard>>,
      key: string,
      amount = 49.9
    ): Promise<Json> {
      const collection = await payments().createPaymentCollections({ currency_code: "eur", amount })
      const session = await payments().createPaymentSession(collection.id, {
        provider_id,
        currency_code: "eur",
        amount,
        context: { account_holder: { data: saved.account_holder.data }, idempotency_key: key },
        data: {
          ...{ payment_method: saved.payment_method, off_session: true, confirm: true },
          ...{ capture_method: "automatic", metadata: { charge_id: key } },
        },
      })
      const payment = await payments()
        .authorizePaymentSession(session.id, {})
        .catch(() => null)
      const { status, data } = await payments().retrievePaymentSession(session.id)
      return { id: session.id, status, data, payment }
    }

    it("pays a T-shirt with a test card, which is saved for the next time", async () => {
      const data = { card_number: "4242 4242 4242 4242", setup_future_usage: "off_session" }
      const { cart_id, session } = await openCart(data)
      expect(session).toMatchObject({ status: "pending", data: { status: "requires_confirmation" } })
      expect((await captured({ payment_id: session.data.id })).count).toBe(0)
      const { type, order } = await complete(cart_id)
      expect(type).toBe("order")

      const { captures, count } = await captured({ payment_id: session.data.id })
      expect(count).toBe(1)
      expect(captures[0]).toMatchObject({ amount: 25, refunded_amount: 0, currency_code: "eur" })
      const { data: told } = await api.get(
        `/admin/orders/${order.id}?fields=payment_collections.status,payment_collections.captured_amount`,
        shop.admin
      )
      expect(told.order.payment_collections[0]).toMatchObject({ status: "completed", captured_amount: 25 })

      const [account_holder] = await (payments() as Json).listAccountHolders({ provider_id })
      const context = { account_holder: { data: account_holder.data } }
      const [saved] = await payments().listPaymentMethods({ provider_id, context })
      expect(saved).toMatchObject({
        id: session.data.payment_method,
        data: { card: { brand: "visa", last4: "4242" } },
      })
      const again = { account_holder, payment_method: saved!.id }
      expect(await charge(again, "after-checkout")).toMatchObject({ data: { status: "succeeded" } })
      await payments().deletePaymentMethods({ provider_id, data: {}, id: saved!.id } as never)
      expect(await payments().listPaymentMethods({ provider_id, context })).toEqual([])
      await expect(charge(again, "after-removal")).rejects.toMatchObject({ code: "unknown_payment_method" })
    })

    it("takes no other card, and nobody else's", async () => {
      const refused = await answerOf(openCart({ card_number: "4111 1111 1111 1111" }) as never)
      expect([refused.status, refused.data.code]).toEqual([400, "unknown_card"])
      const { payment_method } = await saveCard("paid")
      const { account_holder } = await saveCard("declined")
      await expect(charge({ account_holder, payment_method }, "stolen")).rejects.toMatchObject({
        code: "unknown_payment_method",
      })
    })

    it("a card without funds is declined at checkout, and paid at the next attempt", async () => {
      const data = { card_number: numberOf("insufficient_funds_once") }
      const { cart_id, session } = await openCart(data)
      expect((await complete(cart_id)).type).not.toBe("order")
      const declined = await payments().retrievePaymentSession(session.id)
      expect([declined.status, declined.data.decline_code]).toEqual(["error", "insufficient_funds"])
      const again = await openSession(cart_id, data)
      expect((await complete(cart_id)).type).toBe("order")
      expect((await captured({ payment_id: session.data.id })).count).toBe(0)
      expect((await captured({ payment_id: again.data.id })).count).toBe(1)
    })

    it.each([
      ["paid", "authorized", "succeeded", null, 1],
      ["paid_mastercard", "authorized", "succeeded", null, 1],
      ["declined", "error", "requires_payment_method", "card_declined", 0],
      ["insufficient_funds_once", "error", "requires_payment_method", "insufficient_funds", 0],
      ["expired", "error", "requires_payment_method", "expired_card", 0],
      ["three_d_secure", "requires_more", "requires_action", null, 0],
    ])("charges a saved card off session: %s", async (name, session_status, status, decline_code, count) => {
      const key = `renewal:${name}:1`
      const charged = await charge(await saveCard(name), key)
      expect(charged).toMatchObject({ status: session_status, data: { status, decline_code } })
      expect((await captured({ metadata: { charge_id: key } })).count).toBe(count)
      expect(await paymentOfKey(database(), key)).toMatchObject({ id: charged.data.id, status })
    })

    it("a saved card without funds pays the next attempt, and is short again the time after", async () => {
      const saved = await saveCard("insufficient_funds_once")
      const statuses = []
      for (const attempt of [1, 2, 3]) statuses.push((await charge(saved, `short:${attempt}`)).data.status)
      expect(statuses).toEqual(["requires_payment_method", "succeeded", "requires_payment_method"])
    })

    it.each([
      ["timeout_paid", "timeout", 1],
      ["timeout_unpaid", "timeout", 0],
      ["rate_limited", "rate_limited", 0],
      ["bank_error", "bank_error", 0],
    ])("a call that fails is looked up by its key: %s", async (name, code, count) => {
      const saved = await saveCard(name)
      const key = `lost:${name}`
      await expect(charge(saved, key)).rejects.toMatchObject({ code })
      // The platform has dropped the session; the bank remembers what it did.
      const path = `/admin/payment-sandbox/payments/${encodeURIComponent(key)}`
      const { status, data } = await answerOf(api.get(path, shop.admin))
      expect([status, data.payment?.status]).toEqual(count ? [200, "succeeded"] : [404, undefined])
      const ledger = await api.get(`/admin/payment-sandbox/captures?metadata[charge_id]=${key}`, shop.admin)
      expect(ledger.data).toMatchObject({ count, limit: 50, offset: 0 })
      if (!count) return
      expect(await charge(saved, key)).toMatchObject({ data: { id: data.payment.id, status: "succeeded" } })
      expect((await captured({ idempotency_key: key })).count).toBe(1)
    })

    it("replays the same outcome for the same key, also to several at once; other parameters are refused", async () => {
      const saved = await saveCard("paid")
      const all = await Promise.all([1, 2, 3, 4].map(() => charge(saved, "once")))
      expect(new Set(all.map(({ data }) => data.id)).size).toBe(1)
      expect((await captured({ idempotency_key: "once" })).count).toBe(1)
      await expect(charge(saved, "once", 50)).rejects.toMatchObject({ code: "idempotency_key_reused" })

      const short = await saveCard("insufficient_funds_once")
      const [first, second] = [await charge(short, "short"), await charge(short, "short")]
      expect([second.data.id, second.data.decline_code]).toEqual([first.data.id, "insufficient_funds"])
    })

    it("forgets a key by its own clock; then the same key charges again", async () => {
      const request = {
        ...{ amount_minor: 100, currency_code: "eur", customer_id: null, method_id: null },
        ...{ card_number: numberOf("paid"), confirm: true, captures_at_once: true, saves_card: false },
        ...{ return_url: null, metadata: {} },
      }
      const day = new SandboxBank(database())
      const first = await day.charge(request, "old", null)
      expect((await day.charge(request, "old", null)).id).toBe(first.id)
      await database().raw(
        `update payment_sandbox_key set created_at = now() - interval '25 hours' where key = 'old'`
      )
      expect((await day.charge(request, "old", null)).id).not.toBe(first.id)
      expect((await captured({ idempotency_key: "old" })).count).toBe(2)
    })

    it("keeps what it did when the store's transaction is rolled back", async () => {
      const saved = await saveCard("paid")
      const service: Json = payments()
      const collection = await payments().createPaymentCollections({ currency_code: "eur", amount: 10 })
      const input = {
        ...{ provider_id, currency_code: "eur", amount: 10 },
        context: { account_holder: { data: saved.account_holder.data }, idempotency_key: "rolled-back" },
        data: { payment_method: saved.payment_method, off_session: true, confirm: true },
      }
      const dies = service.baseRepository_.transaction(async (transactionManager: Json) => {
        await service.createPaymentSession(collection.id, input, { transactionManager })
        throw new Error("The store's process dies here.")
      })
      await expect(dies).rejects.toThrow("dies here")
      expect(await payments().listPaymentSessions({ payment_collection_id: collection.id })).toEqual([])
      expect((await captured({ idempotency_key: "rolled-back" })).count).toBe(1)
    })

    it("refunds in parts and in full, and never more than was taken; what was taken cannot be canceled", async () => {
      const { payment, data } = await charge(await saveCard("paid"), "to-refund")
      await payments().refundPayment({ payment_id: payment.id, amount: 9.9 })
      await payments().refundPayment({ payment_id: payment.id, amount: 40 })
      const { captures } = await captured({ payment_id: data.id })
      expect(captures[0]).toMatchObject({ amount: 49.9, refunded_amount: 49.9 })
      expect(captures[0]!.refunds.map(({ amount }) => amount)).toEqual([9.9, 40])
      const bank = new SandboxBank(database())
      await expect(bank.refund(data.id, 1, null)).rejects.toMatchObject({ code: "refund_above_captured" })
      await expect(bank.cancel(data.id)).rejects.toMatchObject({ code: "payment_captured" })
    })

    it("authorizes first where asked, and captures or cancels later", async () => {
      const statuses = []
      for (const cancels of [false, true]) {
        const { cart_id, session } = await openCart({
          card_number: numberOf("paid"),
          capture_method: "manual",
        })
        await complete(cart_id)
        expect((await captured({ payment_id: session.data.id })).count).toBe(0)
        const [payment] = await payments().listPayments({ payment_session_id: session.id })
        if (cancels) await payments().cancelPayment(payment!.id)
        else await payments().capturePayment({ payment_id: payment!.id })
        statuses.push((await new SandboxBank(database()).find(session.data.id)).status)
        expect((await captured({ payment_id: session.data.id })).count).toBe(cancels ? 0 : 1)
      }
      expect(statuses).toEqual(["succeeded", "canceled"])
    })

    describe("3-D Secure", () => {
      const page = (session: Json) => new URL(session.data.next_action.redirect_to_url.url).pathname
      const decide = (session: Json, decision: string) =>
        answerOf(api.post(page(session), new URLSearchParams({ decision })))

      async function challenged(): Promise<{ cart_id: string; session: Json }> {
        const { cart_id, session } = await openCart({
          card_number: numberOf("three_d_secure"),
          return_url: `https://shop.test/?q="><script>alert(1)</script>`,
        })
        expect((await complete(cart_id)).type).not.toBe("order")
        return { cart_id, session: await payments().retrievePaymentSession(session.id) }
      }

      it("waits for the holder on the bank's page, whose webhook completes the cart", async () => {
        const { cart_id, session } = await challenged()
        expect(session.status).toBe("requires_more")
        const asked = await api.get(page(session))
        expect(asked.headers["content-security-policy"]).toContain("default-src 'none'")
        expect(asked.data).toContain("25.00 EUR")
        expect(asked.data).toContain("Visa ending in 3220")
        const answered = await decide(session, "confirm")
        expect(answered.status).toBe(200)
        expect(answered.data).toContain("The payment is confirmed.")
        expect(answered.data).toContain(`href="https://shop.test/?q=&quot;&gt;&lt;script&gt;`)
        expect(answered.data).not.toContain("<script")
        // The platform waits five seconds before it reads a webhook.
        await eventually(async () => {
          const { data } = await api.get(`/store/carts/${cart_id}?fields=completed_at`, jane)
          expect(data.cart.completed_at).toBeTruthy()
        }, 20)
        expect((await payments().retrievePaymentSession(session.id)).status).toBe("authorized")
        expect((await captured({ payment_id: session.data.id as string })).count).toBe(1)
        // A second answer changes nothing.
        expect((await decide(session, "refuse")).data).toContain("The payment is confirmed.")
      })

      it("a payment that its holder refuses is declined, and asked for anew when it is tried again", async () => {
        const { cart_id, session } = await challenged()
        expect((await decide(session, "refuse")).data).toContain("The payment was not made.")
        expect(await new SandboxBank(database()).find(session.data.id)).toMatchObject({
          ...{ status: "requires_payment_method", decline_code: "authentication_failed" },
        })
        expect((await complete(cart_id)).type).not.toBe("order")
        expect((await payments().retrievePaymentSession(session.id)).status).toBe("requires_more")
        await decide(session, "confirm")
        expect((await complete(cart_id)).type).toBe("order")
      })

      it("a webhook that the bank did not sign is refused, and changes nothing", async () => {
        const { cart_id, session } = await challenged()
        const event = { type: "payment.captured", payment: { ...session.data, session_id: session.id } }
        const signature = { "payment-sandbox-signature": "0".repeat(64) }
        const rawData = JSON.stringify(event)
        const payload = { data: event, rawData, headers: signature }
        await expect(
          payments().getWebhookActionAndData({ provider: "sandbox_sandbox", payload })
        ).rejects.toMatchObject({ code: "webhook_signature_invalid" })
        await api.post("/hooks/payment/sandbox_sandbox", event, { headers: signature })
        await new Promise((resolve) => setTimeout(resolve, 6000))
        expect((await payments().retrievePaymentSession(session.id)).status).toBe("requires_more")
        expect((await api.get(`/store/carts/${cart_id}`, jane)).data.cart.completed_at).toBeFalsy()
      })

      it("the page takes an answer that it asked for, and knows its payments only", async () => {
        const { session } = await challenged()
        expect((await decide(session, "perhaps")).status).toBe(400)
        const unknown = await answerOf(api.get("/payment-sandbox/confirm/sandpay_none"))
        expect([unknown.status, unknown.data.code]).toEqual([404, "unknown_payment"])
      })
    })

    it("the ledger is for staff", async () => {
      expect((await answerOf(api.get("/admin/payment-sandbox/captures"))).status).toBe(401)
      expect((await answerOf(api.get("/admin/payment-sandbox/captures", jane))).status).toBe(401)
    })
  },
})

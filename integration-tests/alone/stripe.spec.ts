import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { orderCharges } from "../../src/workflows/billing/order-charges"
import { PaymentGateway } from "../../src/workflows/billing/payment-gateway"
import { accountHolders } from "../../src/workflows/billing/call-provider"
import { taxAll, workOnCharges } from "../../src/workflows/billing/work-on-charges"
import { sendNotices } from "../../src/workflows/notices/send-notices"
import { createDesk, type Desk, type Visitor } from "../support/desk"
import { eventually, type TestPlan } from "../support/sales"
import { answerOf, type Json } from "../support/shop"
import { signatureOf, startStripeServer, type StripeServer } from "../support/stripe-server"
import { CARDS } from "../support/stripe-server/cards"
import { studioTests } from "../support/studio-tests"

const provider_id = "pp_stripe_stripe"
const SECRET = "whsec_of_the_test"
const GOOD = "4242424242424242"
const POOR = "4000000000009995"
const ASKS = "4000002760003184"

let stripe: StripeServer
// Before the runner reads medusa-config.ts.
beforeAll(async () => {
  stripe = await startStripeServer()
  Object.assign(process.env, {
    ...{ STRIPE_API_KEY: "sk_test_local", STRIPE_WEBHOOK_SECRET: SECRET },
    STRIPE_LOCAL_PORT: String(stripe.port),
  })
})
afterAll(() => stripe.close())

/** Renewals through the platform's own Stripe provider, which talks to a local server that speaks Stripe's API. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    let desk: Desk
    let plan: TestPlan
    let people = 0
    beforeAll(async () => {
      const container = getContainer()
      await container
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw(`update notification_provider set channels = array['feed', 'email']`)
      // The platform waits five seconds before it reads a webhook, unless the module says otherwise.
      Object.assign(container.resolve(Modules.PAYMENT), { options: { webhook_delay: 20 } })
      desk = await createDesk(api, container)
      const payment_providers = ["pp_system_default", provider_id]
      await desk.post(`/admin/regions/${desk.shop.region.id}`, { payment_providers })
      plan = await desk.plan({
        ...{ name: "Monthly", kind: "membership", audience: "individual" },
        ...{ billing: { type: "recurring", interval: "month", interval_count: 1 } },
        ...{ validity: { unit: "month", count: 1 }, renewal: { mode: "period_end" } },
      })
    })
    beforeEach(async () => {
      stripe.breakNext("rate_limited", 0)
      stripe.calls.length = 0
      await desk.clock("2027-03-01T11:00:00Z")
    })

    const membership = () => getContainer().resolve("membership")
    const work = () => workOnCharges(getContainer())
    const charges = async (id: string): Promise<Json[]> =>
      (await membership().listMembershipCharges(
        { membership_id: id },
        { order: { period_index: "ASC" } }
      )) as Json[]
    const statusOf = async ({ id }: Json) => (await desk.get(`/admin/memberships/${id}`)).membership.status
    const attemptsOf = async ({ id }: Json): Promise<Json[]> =>
      (await desk.get(`/admin/membership-charges/${id}`)).membership_charge.attempts
    const asked = async (who: Visitor, method: string, path: string, data: Json = {}) =>
      answerOf(api.request({ method, url: `/store/${path}`, headers: who.headers, data }))
    const post = async (who: Visitor, path: string, body: Json = {}): Promise<Json> => {
      const { status, data } = await asked(who, "POST", path, body)
      if (status !== 200) throw new Error(`${path} answers ${status}: ${JSON.stringify(data)}`)
      return data
    }

    /** What the storefront's own script does at Stripe, without the store. */
    async function stripeJs(path: string, form: Record<string, string>): Promise<Json> {
      const body = new URLSearchParams(form)
      return (await fetch(`http://127.0.0.1:${stripe.port}/v1/${path}`, { method: "POST", body })).json()
    }
    const typeCard = async (number: string): Promise<string> =>
      (await stripeJs("payment_methods", { type: "card", "card[number]": number })).id

    interface Buyer {
      readonly who: Visitor
      readonly sold: Json
      readonly payment_method_id: string
    }

    /** Somebody who bought the plan with a card that is kept; what its bank does from then on. */
    async function buyer(bank = GOOD): Promise<Buyer> {
      const who = await desk.person(`Stella${(people += 1)}`)
      const { cart } = await post(who, "carts", { region_id: desk.shop.region.id })
      const seats = [{ classification_id: null, count: 1 }]
      await post(who, `carts/${cart.id}/memberships`, { plan_id: plan.id, seats })
      const { payment_collection } = await post(who, "payment-collections", { cart_id: cart.id })
      const opened = await post(who, `payment-collections/${payment_collection.id}/payment-sessions`, {
        ...{ provider_id, data: { setup_future_usage: "off_session" } },
      })
      const { id, client_secret } = opened.payment_collection.payment_sessions[0].data
      const payment_method_id = await typeCard(GOOD)
      await stripeJs(`payment_intents/${id}/confirm`, { client_secret, payment_method: payment_method_id })
      const { order } = await post(who, `carts/${cart.id}/complete`)
      const sold = await eventually(async () => {
        const [found] = (await membership().listMemberships({ order_id: order.id })) as Json[]
        if (!found?.payment_method_sought_at)
          throw new Error("not yet activated, or its payment not looked at")
        return found
      })
      bankOf(payment_method_id, bank)
      return { who, sold, payment_method_id }
    }
    const bankOf = (method: string, number: string) => stripe.wallet.setVerdict(method, CARDS[number]!)
    /** 1 April, the first instant of the second period in Berlin. */
    const aMonthLater = () => desk.clock("2027-03-31T22:00:00Z")
    /** Whose renewal came due and was worked on. */
    async function renewed(bank = GOOD): Promise<Buyer & { charge: Json }> {
      const bought = await buyer(bank)
      await aMonthLater()
      await work()
      const [charge] = (await charges(bought.sold.id)) as [Json]
      return { ...bought, charge }
    }
    const intentsOf = ({ id }: Json): Json[] =>
      [...stripe.payments.intents.values()].filter(({ metadata }) => metadata.charge_id === id)
    /** What Stripe has taken for a charge, in cents, once for each time. */
    const takenFor = (charge: Json): number[] =>
      intentsOf(charge).flatMap(({ amount_received }) => (amount_received > 0 ? [amount_received] : []))
    /** The keys under which renewals were asked for; a sale has one of the platform's. */
    const made = () =>
      stripe.calls.flatMap(({ method, path, key }) =>
        method === "POST" && path === "/v1/payment_intents" && key?.startsWith("renewal:") ? [key] : []
      )

    /** What Stripe would tell the store of the intent's last change. */
    const lastEventOf = ({ id }: Json): Json =>
      stripe.payments.events.findLast(({ data }) => data.object.id === id)
    async function hook(
      event: Json,
      { secret = SECRET, at }: { secret?: string; at?: number } = {}
    ): Promise<void> {
      const body = JSON.stringify(event)
      const headers = {
        "content-type": "application/json",
        "stripe-signature": signatureOf(body, secret, at),
      }
      expect((await api.post("/hooks/payment/stripe_stripe", Buffer.from(body), { headers })).status).toBe(
        200
      )
    }
    const until = async (charge: Json, expected: Json) =>
      eventually(async () => {
        expect((await membership().retrieveMembershipCharge(charge.id)) as Json).toMatchObject(expected)
      })

    it("SALE-12, BILL-1, BILL-2: a card that was kept at the sale pays the renewal off session, exactly once, by however many", async () => {
      const { sold, who, payment_method_id } = await buyer()
      const [method] = (await asked(who, "GET", "payment-methods")).data.payment_methods
      expect(method).toMatchObject({ id: payment_method_id, label: "Visa •••• 4242", pays_renewals: true })
      await aMonthLater()
      await Promise.all([work(), work(), work()])
      await work()
      const [charge] = (await charges(sold.id)) as [Json]
      expect(charge).toMatchObject({ status: "paid", attempt: 1, paid_by: "provider" })
      expect(takenFor(charge)).toEqual([10_000])
      expect(intentsOf(charge)).toMatchObject([
        {
          ...{ currency: "eur", payment_method: payment_method_id, status: "succeeded" },
          metadata: {
            charge_id: charge.id,
            membership_id: sold.id,
            idempotency_key: `renewal:${charge.id}:1`,
          },
        },
      ])
      expect(made()).toEqual([`renewal:${charge.id}:1`])
      expect((await desk.get(`/admin/memberships/${sold.id}`)).membership).toMatchObject({
        ...{ status: "active", ends_on: "2027-05-01" },
      })
    })

    it("BILL-2, SALE-8: a renewal is refunded on its order's page, in part and in full", async () => {
      const { sold } = await renewed()
      await orderCharges(getContainer())
      const [charge] = (await charges(sold.id)) as [Json]
      const { order } = await desk.get(
        `/admin/orders/${charge.order_id}?fields=payment_status,*payment_collections.payments`
      )
      expect(order.payment_status).toBe("captured")
      const [payment] = order.payment_collections[0].payments
      for (const amount of [20, 80]) await desk.post(`/admin/payments/${payment.id}/refund`, { amount })
      // Staff are asked what becomes of the membership, for each sum that was given back in all.
      await eventually(async () => {
        const { membership_sale_issues } = await desk.get(
          `/admin/membership-sale-issues?order_id=${charge.order_id}`
        )
        expect(membership_sale_issues.map(({ details }: Json) => details.refunded_total)).toContain(100)
      })
      const { id } = intentsOf(charge)[0]
      expect(stripe.payments.refunds.filter((each) => each.payment_intent === id)).toMatchObject([
        ...[{ amount: 2_000 }, { amount: 8_000 }],
      ])
    })

    it("BILL-3: a decline keeps Stripe's code and sentence, and no money moves", async () => {
      const { charge, sold } = await renewed("4000000000000341")
      expect(charge).toMatchObject({ status: "failed", failure_code: "generic_decline", attempt: 1 })
      expect(await statusOf(sold)).toBe("past_due")
      expect(await attemptsOf(charge)).toMatchObject([
        {
          ...{ outcome: "declined", code: "generic_decline", message: "Your card: generic_decline." },
          provider_reference: intentsOf(charge)[0].id,
        },
      ])
      expect(takenFor(charge)).toEqual([])
    })

    it("BILL-3: declined for want of funds, it is tried again the next day as a new payment, and paid", async () => {
      const { charge, sold, payment_method_id } = await renewed(POOR)
      expect(charge.failure_code).toBe("insufficient_funds")
      bankOf(payment_method_id, GOOD)
      await desk.clock("2027-04-01T22:00:00Z")
      await work()
      expect(await charges(sold.id)).toMatchObject([{ status: "paid", attempt: 2 }])
      expect(await statusOf(sold)).toBe("active")
      expect(takenFor(charge)).toEqual([10_000])
      expect(made()).toEqual([1, 2].map((attempt) => `renewal:${charge.id}:${attempt}`))
    })

    it("BILL-3: a card that was taken off at Stripe fails the charge, and another one pays it", async () => {
      const { who, sold, payment_method_id } = await buyer()
      const customer = stripe.wallet.method(payment_method_id).customer as string
      stripe.wallet.detach(payment_method_id)
      await aMonthLater()
      await work()
      await desk.clock("2027-03-31T22:02:00Z")
      await work()
      const [charge] = (await charges(sold.id)) as [Json]
      expect(charge).toMatchObject({ status: "failed", failure_code: "payment_method_missing", attempt: 1 })
      expect(await statusOf(sold)).toBe("past_due")
      const card = await typeCard("5555555555554444")
      await stripeJs(`payment_methods/${card}/attach`, { customer })
      await post(who, `payment-methods/${card}/pay-renewals`)
      await until(charge, { status: "paid", attempt: 2 })
      expect(takenFor(charge)).toEqual([10_000])
    })

    it("BILL-4: a worker that died after Stripe took the money leaves a payment that is found, and not made again", async () => {
      const { sold } = await buyer()
      await aMonthLater()
      await membership().enqueueCharges(100)
      await taxAll(getContainer())
      const { tasks } = await membership().claimCharges({ limit: 100, lease_seconds: 300 })
      const [{ task }] = tasks as [Json]
      const { account_holder_id, charge_id, membership_id, ...request } = task.request
      const account_holder = (await accountHolders(getContainer(), [account_holder_id])).get(
        account_holder_id
      )!
      const gateway = new PaymentGateway(getContainer())
      const sent = { ...request, account_holder, metadata: { charge_id, membership_id } }
      const first = await gateway.charge(sent)
      expect(first.kind).toBe("paid")
      // The same key is answered by the same payment; with another amount it is refused, and nobody knows.
      expect(await gateway.charge(sent)).toEqual(first)
      expect(await gateway.charge({ ...sent, amount_minor: 1 })).toMatchObject({ kind: "unknown" })
      stripe.calls.length = 0
      await desk.clock("2027-03-31T22:10:00Z")
      await work()
      const [charge] = (await charges(sold.id)) as [Json]
      expect(charge).toMatchObject({ status: "paid", attempt: 1 })
      expect(takenFor(charge)).toEqual([10_000])
      expect(made()).toEqual([])
    })

    it("BILL-4: a time-out with the money taken is found by its metadata, also when Stripe has forgotten the key", async () => {
      const { sold } = await buyer()
      await aMonthLater()
      stripe.breakNext("silent_taken", 4)
      await work()
      const [charge] = (await charges(sold.id)) as [Json]
      expect(charge.status).toBe("unknown")
      expect(await attemptsOf(charge)).toMatchObject([{ provider_reference: null }])
      expect(await statusOf(sold)).toBe("active")
      stripe.keys.forget()
      stripe.calls.length = 0
      await desk.clock("2027-04-02T22:00:00Z")
      await work()
      expect(await charges(sold.id)).toMatchObject([{ status: "paid", attempt: 1 }])
      expect(takenFor(charge)).toEqual([10_000])
      expect(made()).toEqual([])
    })

    it("BILL-4: negative control: whoever sends a new key instead of looking takes the money twice", async () => {
      const { sold } = await buyer()
      await aMonthLater()
      stripe.breakNext("silent_taken", 4)
      await work()
      const [charge] = (await charges(sold.id)) as [Json]
      const [{ customer, payment_method }] = intentsOf(charge) as [Json]
      await new PaymentGateway(getContainer()).charge({
        ...{ provider_id, idempotency_key: "blind", amount_minor: 10_000, currency_code: "eur" },
        ...{ payment_method_id: payment_method, account_holder: { data: { id: customer } } },
        metadata: { charge_id: charge.id },
      })
      expect(takenFor(charge)).toEqual([10_000, 10_000])
    })

    it.each(["rate_limited", "silent_untaken", "server_error"] as const)(
      "BILL-3, BILL-4: %s backs off, counts no attempt, and is paid once",
      async (fault) => {
        const { sold } = await buyer()
        await aMonthLater()
        stripe.breakNext(fault, 4)
        await work()
        const [charge] = (await charges(sold.id)) as [Json]
        expect(charge).toMatchObject({ status: "unknown", attempt: 1, failure_code: null })
        expect(takenFor(charge)).toEqual([])
        expect(await statusOf(sold)).toBe("active")
        stripe.breakNext(fault, 0)
        // Stripe answers a key by which it failed with the same failure, for as long as it remembers it.
        if (fault === "server_error") stripe.keys.forget()
        for (const minute of ["01", "02", "03"]) {
          await desk.clock(`2027-03-31T22:${minute}:00Z`)
          await work()
        }
        expect(await charges(sold.id)).toMatchObject([{ status: "paid", attempt: 1, failure_code: null }])
        expect(takenFor(charge)).toEqual([10_000])
      }
    )

    describe("3-D Secure", () => {
      const confirmation = (who: Visitor, charge: Json) =>
        asked(who, "POST", `memberships/${charge.membership_id}/charges/${charge.id}/confirm`)
      /** The payer opens the page, and the bank asks them. */
      async function atTheBank(who: Visitor, charge: Json): Promise<Json> {
        const { data } = await confirmation(who, charge)
        const { id, client_secret, payment_method_id: payment_method } = data.confirmation
        return stripeJs(`payment_intents/${id}/confirm`, { client_secret, payment_method })
      }

      it("BILL-5: the bank wants to see the payer, who confirms; the signed webhook continues the same charge", async () => {
        const { charge, who, sold, payment_method_id } = await renewed(ASKS)
        expect(charge).toMatchObject({ status: "requires_action", attempt: 1, action_url: null })
        expect(await statusOf(sold)).toBe("past_due")
        const { data } = await confirmation(who, charge)
        expect(data.confirmation).toEqual({
          ...{
            provider_id,
            id: intentsOf(charge)[0].id,
            status: "requires_payment_method",
            action_url: null,
          },
          ...{ client_secret: intentsOf(charge)[0].client_secret, payment_method_id },
        })
        const asksHim = await atTheBank(who, charge)
        expect(asksHim.status).toBe("requires_action")
        await hook(lastEventOf(asksHim))
        stripe.payments.decide(asksHim.id, true)
        await hook(lastEventOf(asksHim))
        await until(charge, { status: "paid", attempt: 1, paid_by: "provider" })
        expect(takenFor(charge)).toEqual([10_000])
        expect(await statusOf(sold)).toBe("active")
        const late = await confirmation(who, charge)
        expect([late.status, late.data.code]).toEqual([409, "charge_not_confirmable"])
        await work()
        expect(intentsOf(charge)).toHaveLength(1)
      })

      it("PEOPLE-6, BILL-5: the secret is the payer's alone, and stands in no list, notice, log or table of ours", async () => {
        const told: string[] = []
        const logger = getContainer().resolve(ContainerRegistrationKeys.LOGGER)
        for (const level of ["info", "warn", "error", "debug"] as const)
          jest
            .spyOn(logger, level)
            .mockImplementation((...said: unknown[]) => told.push(JSON.stringify(said)) as never)
        const [{ who: purchaser, sold }, { who }] = [await buyer(), await buyer(ASKS)]
        const [seat] = (await desk.get(`/admin/memberships/${sold.id}`)).membership.seats
        await desk.post(`/admin/memberships/${sold.id}/seats/${seat.id}/payer`, {
          payer_customer_id: who.customer_id,
        })
        await aMonthLater()
        await work()
        const [charge] = (await charges(sold.id)) as [Json]
        const [{ client_secret }] = intentsOf(charge) as [Json]
        // Neither a stranger, nor whoever bought the membership and manages it.
        const stranger = await desk.person(`Stranger${people}`)
        for (const other of [stranger, purchaser])
          expect((await confirmation(other, charge)).status).toBe(404)
        expect((await confirmation(who, charge)).data.confirmation.client_secret).toBe(client_secret)
        await hook(lastEventOf(intentsOf(charge)[0]))
        await sendNotices(getContainer())
        await eventually(async () => {
          const notices = await getContainer()
            .resolve(Modules.NOTIFICATION)
            .listNotifications({ resource_id: sold.id })
          expect(notices).toMatchObject([
            { template: "membership-confirm-payment", data: { charge_id: charge.id } },
          ])
        })
        for (const path of [`memberships/${sold.id}/charges`, `memberships/${sold.id}`])
          told.push(JSON.stringify((await asked(who, "GET", path)).data))
        told.push(JSON.stringify(await desk.get(`/admin/membership-charges/${charge.id}`)))
        const database = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
        const { rows } = await database.raw(
          `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`
        )
        const holding = async (secret: string) => {
          const found: string[] = []
          for (const { name } of rows as { name: string }[]) {
            const looked = await database.raw(
              `select 1 from "${name}" t where strpos(t::text, ?) > 0 limit 1`,
              [secret]
            )
            if (looked.rows.length > 0) found.push(name)
          }
          return found
        }
        expect(await holding(charge.id)).toContain("membership_charge")
        expect(await holding(client_secret)).toEqual([])
        expect(told.join()).toContain(charge.id)
        expect(told.join()).not.toContain(client_secret)
        jest.restoreAllMocks()
      })

      it("BILL-1, BILL-5: a payer whom the bank refused cannot pay the old payment when a new one was made", async () => {
        const { charge, who, payment_method_id } = await renewed(ASKS)
        const { data } = await confirmation(who, charge)
        const asksHim = await atTheBank(who, charge)
        stripe.payments.decide(asksHim.id, false)
        await hook(lastEventOf(asksHim))
        await until(charge, { status: "failed", failure_code: "payment_intent_authentication_failure" })
        expect(stripe.payments.find(asksHim.id).status).toBe("canceled")
        bankOf(payment_method_id, GOOD)
        await desk.clock("2027-04-01T22:00:00Z")
        await work()
        expect(takenFor(charge)).toEqual([10_000])
        // The page is still open.
        const { id, client_secret } = data.confirmation
        const again = { client_secret, payment_method: await typeCard(GOOD) }
        expect((await stripeJs(`payment_intents/${id}/confirm`, again)).error.code).toBe(
          "payment_intent_unexpected_state"
        )
        expect(takenFor(charge)).toEqual([10_000])
      })

      it("BILL-4: without any webhook the confirmed payment is found by itself", async () => {
        const { charge, who } = await renewed(ASKS)
        const asksHim = await atTheBank(who, charge)
        stripe.payments.decide(asksHim.id, true)
        await desk.clock("2027-04-01T05:00:00Z")
        await work()
        await until(charge, { status: "paid", attempt: 1 })
        expect(takenFor(charge)).toEqual([10_000])
      })

      it("SAFE-1: a webhook that Stripe did not sign, or signed long ago, is not heeded", async () => {
        const { charge, who } = await renewed(ASKS)
        const asksHim = await atTheBank(who, charge)
        stripe.payments.decide(asksHim.id, true)
        const event = lastEventOf(asksHim)
        stripe.calls.length = 0
        await hook(event, { secret: "whsec_of_somebody_else" })
        await hook(event, { at: Math.floor(Date.now() / 1000) - 3600 })
        await hook({
          ...event,
          data: { object: { ...event.data.object, metadata: { charge_id: "mchg_none" } } },
        })
        await new Promise((resolve) => setTimeout(resolve, 1500))
        expect(stripe.calls).toEqual([])
        await until(charge, { status: "requires_action" })
        // Negative control: signed as it should be, the same one is heeded.
        await hook(event)
        await until(charge, { status: "paid" })
        expect(stripe.calls.length).toBeGreaterThan(0)
      })
    })

    it("BILL-1, BILL-4: webhooks that come twice, late, or of what is known change nothing", async () => {
      const [paid, poor] = [await buyer(), await buyer(POOR)]
      await aMonthLater()
      await work()
      const [charge] = (await charges(paid.sold.id)) as [Json]
      const [failed] = (await charges(poor.sold.id)) as [Json]
      const all = async () => [
        ...[await charges(paid.sold.id), await attemptsOf(charge)],
        ...[await charges(poor.sold.id), await attemptsOf(failed)],
      ]
      const before = await all()
      stripe.calls.length = 0
      for (const each of [charge, failed])
        for (let time = 0; time < 3; time++) await hook(lastEventOf(intentsOf(each)[0]))
      // Of what is paid Stripe is not even asked.
      await eventually(async () => {
        expect(new Set(stripe.calls.map(({ path }) => path.split("/")[3]))).toEqual(
          new Set([intentsOf(failed)[0].id])
        )
      })
      await new Promise((resolve) => setTimeout(resolve, 1000))
      expect(await all()).toEqual(before)
      await work()
      expect([takenFor(charge), takenFor(failed)]).toEqual([[10_000], []])
    })

    it("BILL-4: money that a webhook tells of for a charge that was settled otherwise is shown to staff", async () => {
      const { charge, who } = await renewed(ASKS)
      const asksHim = await atTheBankOf(who, charge)
      await membership().updateMembershipCharges({
        ...{ id: charge.id, status: "waived", settled_at: new Date("2027-03-31T22:00:00Z"), act_at: null },
      } as never)
      stripe.payments.decide(asksHim.id, true)
      await hook(lastEventOf(asksHim))
      await until(charge, { status: "waived", paid_beside_attempt: 1 })
    })

    async function atTheBankOf(who: Visitor, charge: Json): Promise<Json> {
      const path = `memberships/${charge.membership_id}/charges/${charge.id}/confirm`
      const { client_secret, id, payment_method_id } = (await post(who, path)).confirmation
      return stripeJs(`payment_intents/${id}/confirm`, { client_secret, payment_method: payment_method_id })
    }

    it("SALE-12: another card is saved by Stripe's own form, chosen, and taken off again", async () => {
      const { who, sold, payment_method_id } = await buyer()
      const { payment_method, confirmation } = await post(who, "payment-methods", { provider_id, data: {} })
      expect(payment_method).toBeNull()
      expect(confirmation).toMatchObject({
        ...{ id: expect.stringMatching(/^seti_/), client_secret: expect.stringContaining("_secret_") },
        status: "requires_payment_method",
      })
      const { customer } = stripe.wallet.method(payment_method_id)
      const card = await typeCard("5555555555554444")
      await stripeJs(`payment_methods/${card}/attach`, { customer })
      await post(who, `payment-methods/${card}/pay-renewals`)
      await aMonthLater()
      await work()
      const [charge] = (await charges(sold.id)) as [Json]
      expect(intentsOf(charge)).toMatchObject([{ payment_method: card, status: "succeeded" }])
      expect((await asked(who, "DELETE", `payment-methods/${card}`)).data).toMatchObject({ deleted: true })
      expect((await asked(who, "GET", "payment-methods")).data.payment_methods).toHaveLength(1)
    })
  },
})

import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listCaptures, SANDBOX_CARDS } from "../../src/providers/payment-sandbox"
import { workOnCharges } from "../../src/workflows/billing/work-on-charges"
import { healSalesWorkflow } from "../../src/workflows/selling/heal-sales"
import { createDesk, type Desk, type Visitor } from "../support/desk"
import { eventually, type TestPlan } from "../support/sales"
import { answerOf, type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const provider_id = "pp_sandbox_sandbox"
const numberOf = (name: string) => SANDBOX_CARDS.find((card) => card.name === name)!.number

/** By what renewals are paid: saved at checkout, chosen by the customer, or missing. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    let desk: Desk
    let plan: TestPlan
    let people = 0
    beforeAll(async () => {
      desk = await createDesk(api, getContainer())
      const payment_providers = ["pp_system_default", provider_id]
      await desk.post(`/admin/regions/${desk.shop.region.id}`, { payment_providers })
      plan = await desk.plan({
        ...{ name: "Monthly", kind: "membership", audience: "individual" },
        ...{ billing: { type: "recurring", interval: "month", interval_count: 1 } },
        ...{ validity: { unit: "month", count: 1 }, renewal: { mode: "period_end" } },
      })
    })
    beforeEach(async () => {
      await desk.clock("2027-03-01T11:00:00Z")
    })

    const membership = () => getContainer().resolve("membership")
    const work = () => workOnCharges(getContainer())
    const newcomer = () => desk.person(`Pia${(people += 1)}`)
    const asked = async (who: Visitor, method: string, path: string, data: Json = {}) =>
      answerOf(api.request({ method, url: `/store/${path}`, headers: who.headers, data }))
    const post = async (who: Visitor, path: string, body: Json = {}): Promise<Json> => {
      const { status, data } = await asked(who, "POST", path, body)
      if (status !== 200) throw new Error(`${path} answers ${status}: ${JSON.stringify(data)}`)
      return data
    }
    const methodsOf = async (who: Visitor): Promise<Json[]> =>
      (await asked(who, "GET", "payment-methods")).data.payment_methods
    const chargesOf = async ({ customer_id: payer_customer_id }: Visitor): Promise<Json[]> =>
      (await membership().listMembershipCharges(
        { payer_customer_id },
        { order: { due_at: "ASC" } }
      )) as Json[]
    const capturesOf = async (charge_id: string) => {
      const database = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      return (await listCaptures(database, { metadata: { charge_id } })).count
    }
    const payer = async ({ customer_id }: Visitor): Promise<Json[]> =>
      (await desk.get(`/admin/membership-payment-methods?customer_id=${customer_id}`))
        .membership_payment_methods

    /** A cart with the plan, as a storefront fills it. */
    async function fillCart(who: Visitor): Promise<string> {
      const { cart } = await post(who, "carts", { region_id: desk.shop.region.id })
      const seats = [{ classification_id: null, count: 1 }]
      // Some buy it again on purpose (BILL-11).
      const wish = { plan_id: plan.id, seats, confirmed_notices: ["already_covered"] }
      await post(who, `carts/${cart.id}/memberships`, wish)
      return cart.id
    }
    async function openSession(who: Visitor, cart_id: string, data: Json, provider = provider_id) {
      const { payment_collection } = await post(who, "payment-collections", { cart_id })
      const path = `payment-collections/${payment_collection.id}/payment-sessions`
      return asked(who, "POST", path, { provider_id: provider, data })
    }
    /** Buys the plan over HTTP with such a card. */
    async function buy(who: Visitor, card: string, data: Json = { setup_future_usage: "off_session" }) {
      const cart_id = await fillCart(who)
      await openSession(who, cart_id, { card_number: numberOf(card), ...data })
      const { order } = await post(who, `carts/${cart_id}/complete`)
      return eventually(async () => {
        const [sold] = (await membership().listMemberships({ order_id: order.id })) as Json[]
        if (!sold?.payment_method_sought_at)
          throw new Error("not yet activated, or its payment not looked at")
        return sold
      })
    }
    async function saveCard(who: Visitor, card: string): Promise<string> {
      const data = { card_number: numberOf(card) }
      return (await post(who, "payment-methods", { provider_id, data })).payment_method.id
    }

    it("SALE-12: what paid at checkout pays the renewals, is known by its last four digits, and stays until another is chosen", async () => {
      const pia = await newcomer()
      await buy(pia, "paid")
      const [method] = await methodsOf(pia)
      expect(method).toMatchObject({
        ...{ provider_id, label: "Visa •••• 4242", brand: "visa", last4: "4242" },
        ...{ expires_on: "2049-12-31", status: "valid", pays_renewals: true },
      })
      expect(await payer(pia)).toMatchObject([
        { payment_method_id: method.id, label: "Visa •••• 4242", expires_on: "2049-12-31", status: "valid" },
      ])
      expect(JSON.stringify(await methodsOf(pia))).not.toContain("42424242")

      await buy(pia, "paid_mastercard")
      expect((await payer(pia))[0].label).toBe("Visa •••• 4242")
      const metadata = { pays_renewals: "true" }
      await buy(pia, "paid_mastercard", { setup_future_usage: "off_session", metadata })
      expect((await payer(pia))[0].label).toBe("Mastercard •••• 4444")

      await desk.clock("2027-03-31T22:00:00Z")
      await work()
      expect((await chargesOf(pia)).map(({ status }) => status)).toEqual(["paid", "paid", "paid"])
    })

    it("SALE-12: a card that was not to be kept pays nothing later, and the charge says why", async () => {
      const pia = await newcomer()
      await buy(pia, "paid", {})
      expect(await payer(pia)).toEqual([])
      await desk.clock("2027-03-31T22:00:00Z")
      await work()
      expect(await chargesOf(pia)).toMatchObject([
        { status: "failed", failure_code: "payment_method_missing" },
      ])
      const id = await saveCard(pia, "paid")
      expect((await methodsOf(pia))[0].pays_renewals).toBe(false)
      await post(pia, `payment-methods/${id}/pay-renewals`)
      await eventually(async () => {
        expect(await chargesOf(pia)).toMatchObject([{ status: "paid" }])
      })
    })

    it("SALE-6, SALE-12: where nobody was told of the sale, the sweep finds what paid it", async () => {
      const pia = await newcomer()
      const { id } = await buy(pia, "paid")
      const [kept] = (await membership().listMembershipPaymentMethods({
        customer_id: pia.customer_id,
      })) as Json[]
      await membership().deleteMembershipPaymentMethods(kept.id)
      await membership().updateMemberships({ id, payment_method_sought_at: null })
      await healSalesWorkflow(getContainer()).run({ input: {} })
      expect(await payer(pia)).toMatchObject([{ payment_method_id: kept.payment_method_id }])
    })

    it("BILL-3: a new card retries what failed at once, and is charged once", async () => {
      const pia = await newcomer()
      await buy(pia, "paid")
      const bad = await saveCard(pia, "declined")
      await post(pia, `payment-methods/${bad}/pay-renewals`)
      await desk.clock("2027-03-31T22:00:00Z")
      await work()
      const [failed] = await chargesOf(pia)
      expect(failed).toMatchObject({ status: "failed", failure_code: "card_declined" })
      const good = await saveCard(pia, "paid_mastercard")
      const chosen = await post(pia, `payment-methods/${good}/pay-renewals`)
      expect(chosen).toMatchObject({
        payment_method: { id: good, pays_renewals: true },
        retried_charge_ids: [failed.id],
      })
      await eventually(async () => {
        expect(await chargesOf(pia)).toMatchObject([{ status: "paid", attempt: 2 }])
      })
      expect(await capturesOf(failed.id)).toBe(1)
      expect((await post(pia, `payment-methods/${good}/pay-renewals`)).retried_charge_ids).toEqual([])
    })

    it("BILL-4, BILL-5: what the customer may still confirm is not charged anew by a new card", async () => {
      const pia = await newcomer()
      await buy(pia, "paid")
      const asks = await saveCard(pia, "three_d_secure")
      await post(pia, `payment-methods/${asks}/pay-renewals`)
      await desk.clock("2027-03-31T22:00:00Z")
      await work()
      const [charge] = await chargesOf(pia)
      expect(charge.status).toBe("requires_action")
      const good = await saveCard(pia, "paid_mastercard")
      expect((await post(pia, `payment-methods/${good}/pay-renewals`)).retried_charge_ids).toEqual([])
      await work()
      expect(await chargesOf(pia)).toMatchObject([{ status: "requires_action", attempt: 1 }])
      expect(await capturesOf(charge.id)).toBe(0)
    })

    it("PEOPLE-6, SALE-12: nobody uses or removes another's method; removing one's own says what nothing pays for then", async () => {
      const [pia, eve] = [await newcomer(), await newcomer()]
      const sold = await buy(pia, "paid")
      const [{ id }] = (await methodsOf(pia)) as [Json]
      await saveCard(eve, "paid")
      expect((await asked(eve, "POST", `payment-methods/${id}/pay-renewals`)).status).toBe(404)
      expect((await asked(eve, "DELETE", `payment-methods/${id}`)).status).toBe(404)
      expect(await payer(eve)).toEqual([])

      const { data } = await asked(pia, "DELETE", `payment-methods/${id}`)
      expect(data).toMatchObject({
        ...{ id, deleted: true },
        unpaid_memberships: [{ id: sold.id, display_id: sold.display_id, plan_name: "Monthly" }],
      })
      expect(await methodsOf(pia)).toEqual([])
      expect(await payer(pia)).toEqual([])
      const spare = await saveCard(pia, "paid")
      expect((await asked(pia, "DELETE", `payment-methods/${spare}`)).data.unpaid_memberships).toEqual([])
    })

    it("SAFE-1: only what a provider keeps can be saved, and whose it is is not the client's to say", async () => {
      const pia = await newcomer()
      const refused = async (body: Json) => {
        const { status, data } = await asked(pia, "POST", "payment-methods", body)
        return [status, data.code]
      }
      expect(await refused({ provider_id: "pp_system_default" })).toEqual([400, "payment_method_not_savable"])
      expect(await refused({ provider_id: "pp_none" })).toEqual([400, "payment_method_not_savable"])
      expect((await refused({ provider_id, data: { customer: "cus_other" } }))[0]).toBe(400)
      expect(await refused({ provider_id, data: { card_number: "4111111111111111" } })).toEqual([
        400,
        "unknown_card",
      ])
      expect(await methodsOf(pia)).toEqual([])
    })

    describe("a studio that takes no renewals by hand", () => {
      beforeEach(() => desk.post("/admin/membership-billing-settings", { allow_manual_renewals: false }))

      it("SALE-12: what renews is sold only with a method that can be charged again, before any money moves", async () => {
        const pia = await newcomer()
        const cart_id = await fillCart(pia)
        for (const [provider, data] of [
          ["pp_system_default", { setup_future_usage: "off_session" }],
          [provider_id, { card_number: numberOf("paid") }],
        ] as const) {
          const { status, data: told } = await openSession(pia, cart_id, data, provider)
          expect([status, told.code, told.details?.reason]).toEqual([
            ...[400, "renewal_method_required", "no_saved_method"],
          ])
        }
        const completed = await asked(pia, "POST", `carts/${cart_id}/complete`)
        expect([completed.status, completed.data.code]).toEqual([400, "renewal_method_required"])
        const saving = { card_number: numberOf("paid"), setup_future_usage: "off_session" }
        expect((await openSession(pia, cart_id, saving)).status).toBe(200)
        expect((await asked(pia, "POST", `carts/${cart_id}/complete`)).data.type).toBe("order")
      })

      it("SALE-12: a method that was saved before is enough", async () => {
        const pia = await newcomer()
        await post(pia, `payment-methods/${await saveCard(pia, "paid")}/pay-renewals`)
        const cart_id = await fillCart(pia)
        expect((await openSession(pia, cart_id, {}, "pp_system_default")).status).toBe(200)
        expect((await asked(pia, "POST", `carts/${cart_id}/complete`)).data.type).toBe("order")
      })
    })
  },
})

import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { listCaptures, SANDBOX_CARDS } from "../../src/providers/payment-sandbox"
import { orderCharges } from "../../src/workflows/billing/order-charges"
import { workOnCharges } from "../../src/workflows/billing/work-on-charges"
import { createDesk, type Desk, type Visitor } from "../support/desk"
import { eventually } from "../support/sales"
import type { Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const provider_id = "pp_sandbox_sandbox"

/** Renewals through a payment provider: the sandbox, whose bank keeps books of its own. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    let desk: Desk
    let people = 0
    beforeAll(async () => {
      desk = await createDesk(api, getContainer())
    })

    const membership = () => getContainer().resolve("membership")
    const work = () => workOnCharges(getContainer())
    const captures = async () =>
      (await listCaptures(getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION))).captures
    const charges = async (membership_id: string): Promise<Json[]> =>
      (await membership().listMembershipCharges(
        { membership_id },
        { order: { period_index: "ASC" } }
      )) as Json[]

    /** Has a card of the sandbox saved, and pays by it. */
    async function saveCard({ customer_id }: Visitor, name: string): Promise<void> {
      const payments = getContainer().resolve(Modules.PAYMENT)
      const customer = { id: customer_id, email: `${customer_id}@example.test` }
      const { id: account_holder_id, data } = await payments.createAccountHolder({
        provider_id,
        context: { customer },
      })
      const { number: card_number } = SANDBOX_CARDS.find((card) => card.name === name)!
      const context = { account_holder: { data } }
      const method = await payments.createPaymentMethods({ provider_id, data: { card_number }, context })
      await membership().createMembershipPaymentMethods({
        ...{ customer_id, provider_id, account_holder_id, payment_method_id: method.id },
      } as never)
    }

    /** Somebody with a monthly membership, paid by such a card. */
    async function subscriber(card: string): Promise<Json> {
      people += 1
      const who = await desk.person(`Renata${people}`)
      const plan = await desk.plan({
        ...{ name: `Monthly ${people}`, kind: "membership", audience: "individual" },
        ...{ billing: { type: "recurring", interval: "month", interval_count: 1 } },
        ...{ validity: { unit: "month", count: 1 }, renewal: { mode: "period_end" } },
      })
      const sold = await desk.sell(plan, who)
      await saveCard(who, card)
      return sold
    }
    const statusOf = async ({ id }: Json) => (await desk.get(`/admin/memberships/${id}`)).membership.status
    /** 1 April, the first instant of the second period in Berlin. */
    const aMonthLater = () => desk.clock("2027-03-31T22:00:00Z")

    it("BILL-1, BILL-3: a membership renews when its period begins, once, however often and by however many", async () => {
      const sold = await subscriber("paid")
      await desk.clock("2027-03-31T21:59:59Z")
      await work()
      expect(await charges(sold.id)).toEqual([])
      await aMonthLater()
      await Promise.all([work(), work(), work(), work()])
      expect(await charges(sold.id)).toMatchObject([
        {
          status: "paid",
          period_key: "period:1",
          period_starts_on: "2027-04-01",
          attempt: 1,
          paid_by: "provider",
        },
      ])
      const [charge] = await charges(sold.id)
      expect(await captures()).toMatchObject([
        {
          amount: Number(charge.total_minor) / 100,
          idempotency_key: `renewal:${charge.id}:1`,
          metadata: { charge_id: charge.id, membership_id: sold.id },
        },
      ])
      expect((await desk.get(`/admin/memberships/${sold.id}`)).membership).toMatchObject({
        ...{ status: "active", ends_on: "2027-05-01" },
      })
      await work()
      expect(await captures()).toHaveLength(1)
    })

    it.each([
      ["declined", "failed", "past_due", "card_declined"],
      ["expired", "failed", "past_due", "expired_card"],
      ["three_d_secure", "requires_action", "past_due", null],
    ])(
      "BILL-3, BILL-5: a card that is %s leaves the charge %s and the membership %s",
      async (card, ...expected) => {
        const sold = await subscriber(card)
        await aMonthLater()
        await work()
        const [charge] = await charges(sold.id)
        expect([charge.status, await statusOf(sold), charge.failure_code]).toEqual(expected)
        if (card === "three_d_secure") expect(charge.action_url).toContain("/payment-sandbox/confirm/")
        expect(await captures()).toEqual([])
      }
    )

    it("BILL-3: declined for want of funds, it is tried again the next day and paid", async () => {
      const sold = await subscriber("insufficient_funds_once")
      await aMonthLater()
      await work()
      expect(await statusOf(sold)).toBe("past_due")
      await desk.clock("2027-04-01T22:00:00Z")
      await work()
      expect(await charges(sold.id)).toMatchObject([{ status: "paid", attempt: 2 }])
      expect(await statusOf(sold)).toBe("active")
      expect(await captures()).toHaveLength(1)
    })

    it("BILL-4: a time-out with the money taken is looked up, and never charged again", async () => {
      const sold = await subscriber("timeout_paid")
      await aMonthLater()
      await work()
      expect(await charges(sold.id)).toMatchObject([{ status: "unknown" }])
      expect(await statusOf(sold)).toBe("active")
      await desk.clock("2027-03-31T22:05:00Z")
      await work()
      expect(await charges(sold.id)).toMatchObject([{ status: "paid", attempt: 1 }])
      expect(await captures()).toHaveLength(1)
    })

    const orderOf = async ({ order_id }: Json): Promise<Json> =>
      (
        await desk.get(
          `/admin/orders/${order_id}?fields=status,total,currency_code,*items,*items.tax_lines,*items.adjustments,+summary,+payment_status,*shipping_address,` +
            "membership_charge.*,*transactions,*payment_collections,*payment_collections.payments,*payment_collections.payments.captures,metadata"
        )
      ).order

    it("BILL-2: what was paid is an order with its line, its tax, its captured payment, once, however many make it", async () => {
      const sold = await subscriber("paid")
      await aMonthLater()
      await work()
      const before = (await desk.get("/admin/orders?limit=1")).count
      const made = await Promise.all([1, 2, 3].map(() => orderCharges(getContainer())))
      expect(made.toSorted()).toEqual([0, 0, 1])
      const [charge] = (await charges(sold.id)) as [Json]
      const order = await orderOf(charge)
      const total = Number(charge.total_minor) / 100
      expect(order).toMatchObject({
        ...{ status: "completed", payment_status: "captured", currency_code: "eur", total },
        summary: { paid_total: total, pending_difference: 0 },
        items: [
          { quantity: 1, requires_shipping: false, variant_id: null, metadata: { membership_id: sold.id } },
        ],
        transactions: [{ amount: total, reference: "capture" }],
        payment_collections: [
          { status: "completed", amount: total, payments: [{ provider_id, captures: [{ amount: total }] }] },
        ],
        metadata: { membership_id: sold.id, membership_charge_id: charge.id },
        membership_charge: { id: charge.id, membership_id: sold.id },
      })
      expect((await desk.get("/admin/orders?limit=1")).count).toBe(before + 1)
      expect(await orderCharges(getContainer())).toBe(0)

      const [payment] = order.payment_collections[0].payments
      await desk.post(`/admin/payments/${payment.id}/refund`, { amount: 20 })
      const issues = await eventually(async () => {
        const found = await desk.get(`/admin/membership-sale-issues?order_id=${charge.order_id}`)
        expect(found.count).toBe(1)
        return found.membership_sale_issues as Json[]
      })
      expect(issues).toMatchObject([
        { code: "renewal_refunded", membership_id: sold.id, details: { refunded_total: 20 } },
      ])
      expect(await captures()).toMatchObject([{ refunded_amount: 20 }])
    })

    it("BILL-2: a run that died is continued, and its tax is the platform's for where the payer lives", async () => {
      const tax = { country_code: "de", default_tax_rate: { name: "VAT", rate: 19, code: "vat" } }
      await desk.post("/admin/tax-regions", { ...tax, provider_id: "tp_system" })
      const sold = await subscriber("paid")
      const address = { address_1: "Am Turm 1", city: "Berlin", country_code: "de", postal_code: "10115" }
      await desk.post(`/admin/customers/${sold.customer_id}/addresses`, {
        ...address,
        is_default_billing: true,
      })
      await aMonthLater()
      await work()
      await orderCharges(getContainer())
      const [charge] = (await charges(sold.id)) as [Json]
      expect([charge.subtotal_minor, charge.tax_minor, charge.total_minor].map(Number)).toEqual([
        ...[10_000, 1_900, 11_900],
      ])
      const order = await orderOf(charge)
      expect(order).toMatchObject({
        ...{ total: 119, payment_status: "captured", summary: { pending_difference: 0 } },
        items: [{ unit_price: 100, tax_lines: [{ rate: 19, code: "vat", description: "VAT" }] }],
        shipping_address: address,
      })
      const database = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await database("membership_charge").where({ id: charge.id }).update({ order_id: null })
      await database("order_payment_collection").where({ order_id: order.id }).delete()
      expect(await orderCharges(getContainer())).toBe(1)
      expect(await orderOf(((await charges(sold.id)) as [Json])[0])).toEqual(order)
    })
  },
})

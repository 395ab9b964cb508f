import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { listCaptures, SANDBOX_CARDS } from "../../src/providers/payment-sandbox"
import { workOnCharges } from "../../src/workflows/billing/work-on-charges"
import { createDesk, type Desk, type Visitor } from "../support/desk"
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

    it("CHART-10: prices rise from the next renewal: who pays is told once, and pays what the preview showed", async () => {
      const sold = await subscriber("paid")
      const of = `/admin/membership-plans/${sold.plan.id}`
      const { post } = desk
      const { price_chart: draft } = await post(`${of}/price-charts`, { template_id: sold.price_chart.id })
      const rows = [{ label: "Member", prices: [{ currency_code: "eur", amount: 55.5 }], tax_rate: 0 }]
      await post(`/admin/price-charts/${draft.id}`, { rows })
      const { price_chart: next } = await post(`/admin/price-charts/${draft.id}/finalize`, {})
      const body = { to_price_chart_id: next.id, reason: "Rents rose" }
      const migrations = `${of}/price-migrations`
      // The studio has no provider of e-mails here; what it would be given is seen all the same, and by its keys once.
      const sending = jest.spyOn(getContainer().resolve(Modules.NOTIFICATION), "createNotifications")
      const lettersSent = () => {
        const letters = sending.mock.calls
          .flatMap(([given]) => given)
          .filter(({ channel }) => channel === "email")
        const once = new Map(letters.map((letter) => [letter.idempotency_key, letter]))
        return [...once.values()].map(({ template, data }) =>
          [template, data!.starts_on, data!.then].join(" ")
        )
      }
      const { price_migration: preview } = await post(migrations, { ...body, preview: true })
      expect(preview).toMatchObject({
        ...{ count: 1, refused_count: 0, totals: [{ currency_code: "eur", memberships: 1, then: 55.5 }] },
        memberships: [{ membership_id: sold.id, starts_on: "2027-04-01", is_waiting: false, then: 55.5 }],
      })
      expect((await post(migrations, body)).price_migration).toEqual(preview)
      await post(migrations, body)
      expect(lettersSent()).toEqual(["membership-price-change-scheduled 2027-04-01 55.5"])
      const chart = async () => (await desk.get(`/admin/price-charts/${next.id}`)).price_chart
      expect(await chart()).toMatchObject({ membership_count: 0, moving_count: 1 })
      const options = async () => (await desk.get(`/admin/memberships/${sold.id}/options`)).options
      expect(await options()).toMatchObject({ next_period_on: "2027-04-01", dues_per_period: 55.5 })

      const only = { membership_ids: [sold.id] }
      expect(await post(`${migrations}/take-back`, only)).toEqual(only)
      expect(lettersSent().at(-1)).toBe("membership-price-change-taken_back 2027-04-01 55.5")
      expect(await options()).not.toMatchObject({ dues_per_period: 55.5 })
      await post(migrations, body)
      await aMonthLater()
      await work()
      expect(await captures()).toMatchObject([{ amount: 55.5 }])
      expect(await charges(sold.id)).toMatchObject([{ chart_version: next.version, price_chart_id: next.id }])
      expect(await chart()).toMatchObject({ membership_count: 1, moving_count: 0 })
      sending.mockRestore()
    })
  },
})

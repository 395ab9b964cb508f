import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { listCaptures, SANDBOX_CARDS } from "../../src/providers/payment-sandbox"
import { workOnCharges } from "../../src/workflows/billing/work-on-charges"
import { sendNotices } from "../../src/workflows/notices/send-notices"
import { createDesk, type Desk, type Visitor } from "../support/desk"
import { answerOf, type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const provider_id = "pp_sandbox_sandbox"

/** Renewals through a payment provider: the sandbox, whose bank keeps books of its own. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    let desk: Desk
    let people = 0
    beforeAll(async () => {
      // First of all: the platform remembers for as long as it runs which channels it has.
      await getContainer()
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw(`update notification_provider set channels = array['feed', 'email']`)
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

    const SETTINGS = "/admin/membership-billing-settings"
    it("BILL-8, SAFE-1, SAFE-2: staff pause all renewals and go on; what became due meanwhile is charged once", async () => {
      const defaults = {
        ...{ retry_days: [1, 3, 5, 7], grace_days: 7, then: "suspend", remind_days_before: [3] },
        allow_manual_renewals: true,
      }
      expect(await desk.get(SETTINGS)).toEqual({ membership_billing_settings: { ...defaults, pause: null } })
      const wrong = await answerOf(api.post(SETTINGS, { then: "cancel", grace_days: 5 }, desk.shop.admin))
      expect(wrong.data).toMatchObject({ code: "billing_settings_invalid", details: { field: "grace_days" } })
      expect(await desk.post(SETTINGS, { retry_days: [2], remind_days_before: [] })).toEqual({
        membership_billing_settings: { ...defaults, retry_days: [2], remind_days_before: [], pause: null },
      })
      const sold = await subscriber("paid")
      await aMonthLater()
      const { membership_billing_settings: paused } = await desk.post(`${SETTINGS}/pause`, {
        reason: "The bank is down",
      })
      expect(paused.pause).toMatchObject({
        ...{ paused_at: "2027-03-31T22:00:00.000Z", pause_reason: "The bank is down" },
        paused_by_name: expect.any(String),
      })
      await work()
      expect(await charges(sold.id)).toMatchObject([{ status: "scheduled", attempt: 0 }])
      expect([await statusOf(sold), await captures()]).toEqual(["active", []])
      expect((await desk.post(`${SETTINGS}/continue`, {})).membership_billing_settings.pause).toBeNull()
      await work()
      await work()
      expect(await charges(sold.id)).toMatchObject([{ status: "paid", attempt: 1 }])
      expect(await captures()).toHaveLength(1)
    })

    it("BILL-3, BILL-5, REMIND-2: the payer is told of a failure, once, with the reason, and of the payment to confirm", async () => {
      const [poor, careful] = [await subscriber("declined"), await subscriber("three_d_secure")]
      await aMonthLater()
      await work()
      await Promise.all([sendNotices(getContainer()), sendNotices(getContainer())])
      await sendNotices(getContainer())
      const told = await getContainer()
        .resolve(Modules.NOTIFICATION)
        .listNotifications({ resource_id: [poor.id, careful.id] } as never)
      const of = ({ id }: Json) => told.filter(({ resource_id }) => resource_id === id)
      expect(of(poor)).toMatchObject([
        {
          ...{ channel: "email", template: "membership-payment-failed", status: "success" },
          to: expect.stringMatching(/^renata\d+@example\.test$/),
          data: { failure_code: "card_declined", reason: "The bank declined it.", locale: "en" },
        },
      ])
      expect(of(poor)[0]!.data!.text).toMatch(/We will try again on April 2, 2027\.$/)
      const [charge] = await charges(careful.id)
      expect(of(careful)).toMatchObject([
        { template: "membership-confirm-payment", data: { action_url: charge.action_url } },
      ])
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
  },
})

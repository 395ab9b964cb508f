import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { listCaptures } from "../../src/providers/payment-sandbox"
import { orderCharges } from "../../src/workflows/billing/order-charges"
import { taxAll, workOnCharges } from "../../src/workflows/billing/work-on-charges"
import { sendNotices } from "../../src/workflows/notices/send-notices"
import { saveSandboxCard } from "../support/cards"
import { createDesk, type Desk, type Visitor } from "../support/desk"
import { eventually } from "../support/sales"
import { answerOf, type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const provider_id = "pp_sandbox_sandbox"

/** What the Notification Module sends with, of which one is to fail here. */
interface NotificationProviders {
  readonly notificationProviderService_: {
    retrieveProviderRegistration: (id: string) => { send: (notification: unknown) => Promise<unknown> }
  }
}

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

    const saveCard = async ({ customer_id }: Visitor, name: string) =>
      saveSandboxCard(getContainer(), { customer_id, name })

    /** Whoever bought a membership, by its id. */
    const buyers = new Map<string, Visitor>()

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
      buyers.set(sold.id, who)
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

    it("BILL-4: figures for Prometheus tell of what waits, of what is unknown and of the calls that were made", async () => {
      const scrape = async () => {
        const { data, headers } = await api.get("/admin/membership-metrics", desk.shop.admin)
        expect(headers["content-type"]).toMatch(/^text\/plain;.*version=0\.0\.4/)
        return new Map(
          (data as string)
            .split("\n")
            .filter((line) => line !== "" && !line.startsWith("#"))
            .map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ")))])
        )
      }
      const calls = `membership_provider_calls_total{provider="${provider_id}"}`
      const before = await scrape()
      const sold = await subscriber("paid")
      await desk.clock("2027-03-31T22:01:00Z")
      await membership().enqueueCharges(100)
      await taxAll(getContainer())
      const due = await scrape()
      expect(due.get("membership_charges_due")).toBe(1)
      expect(due.get("membership_charges_due_age_seconds")).toBe(60)
      await work()
      const after = await scrape()
      expect(after.get("membership_charges_due")).toBe(0)
      expect(after.get("membership_charges_without_order")).toBe(1)
      expect(after.get('membership_charge_attempts_last_hour{outcome="paid"}')).toBe(1)
      expect(after.get(calls)! - (before.get(calls) ?? 0)).toBe(1)
      await orderCharges(getContainer())
      expect((await scrape()).get("membership_charges_without_order")).toBe(0)
      expect(await charges(sold.id)).toMatchObject([{ status: "paid" }])
    })

    /** Somebody who has a pack of two that renews itself, paid by such a card, and has used them both. */
    async function usedUp(card: string) {
      people += 1
      const who = await desk.person(`Paco${people}`)
      const plan = await desk.plan({
        ...{ name: `Pack ${people}`, kind: "credit_pack", validity: { unit: "month", count: 3 } },
        ...{ renewal: { mode: "on_exhaustion" }, entitlement: PAIR },
      })
      const sold = await desk.sell(plan, who)
      await saveCard(who, card)
      expect((await desk.checkIn(who)).allowed).toBe(true)
      await work()
      expect(await charges(sold.id)).toEqual([])
      await desk.clock("2027-03-02T12:00:00Z")
      expect((await desk.checkIn(who)).data.decision.with.credits_left).toBe(0)
      await Promise.all([work(), work(), work()])
      return { who, sold }
    }
    const PAIR = { type: "credits", credits: 2, per: "term", scope: "shared" } as const

    it("CREDIT-6, BILL-2: the visit that takes the last credit of a pack buys the next one, once, with its order", async () => {
      const { who, sold } = await usedUp("paid")
      const [charge, ...others] = await charges(sold.id)
      expect([charge.status, charge.period_starts_on, others]).toEqual(["paid", "2027-03-02", []])
      expect(await captures()).toHaveLength(1)
      expect(await desk.left(sold.id)).toBe(2)
      expect((await desk.get(`/admin/memberships/${sold.id}`)).membership).toMatchObject({
        ...{ status: "active", ends_on: "2027-06-02" },
      })
      await orderCharges(getContainer())
      const [{ order_id }] = (await charges(sold.id)) as [Json]
      expect((await desk.get(`/admin/orders/${order_id}?fields=total,payment_status`)).order).toEqual(
        expect.objectContaining({ total: Number(charge.total_minor) / 100, payment_status: "captured" })
      )
      await desk.clock("2027-03-03T12:00:00Z")
      expect((await desk.checkIn(who)).data.decision.with.credits_left).toBe(1)
      expect(await membership().verifyCreditLedger()).toEqual([])
    })

    it("CREDIT-6: where its charge fails the balance stays at zero, and the desk says why", async () => {
      const { who, sold } = await usedUp("declined")
      expect([await desk.left(sold.id), await statusOf(sold)]).toEqual([0, "past_due"])
      await desk.clock("2027-03-02T13:00:00Z")
      const { data } = await desk.checkIn(who)
      expect(data.decision.reasons).toMatchObject([
        { code: "no_credits", next_step: "record_payment", details: { unpaid: true } },
      ])
      expect(await captures()).toEqual([])
    })

    const SETTINGS = "/admin/membership-billing-settings"
    it("BILL-8, SAFE-1, SAFE-2: staff pause all renewals and go on; what became due meanwhile is charged once", async () => {
      const defaults = {
        ...{ retry_days: [1, 3, 5, 7], grace_days: 7, then: "suspend", remind_days_before: [3] },
        allow_manual_renewals: true,
        common_billing_day: null,
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
        .listNotifications({ resource_id: [poor.id, careful.id] })
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

    it("REMIND-2: a letter that its provider has refused is sent an hour later, once", async () => {
      const sold = await subscriber("declined")
      await aMonthLater()
      await work()
      const { notificationProviderService_: providers } = getContainer().resolve(
        Modules.NOTIFICATION
      ) as unknown as NotificationProviders
      const send = jest.spyOn(providers.retrieveProviderRegistration("local"), "send")
      try {
        send.mockRejectedValueOnce(new Error("busy"))
        expect(await sendNotices(getContainer())).toBe(0)
        await desk.clock("2027-03-31T23:00:00Z")
        expect(await sendNotices(getContainer())).toBe(1)
        await desk.clock("2027-04-01T00:00:00Z")
        expect(await sendNotices(getContainer())).toBe(0)
        expect(send).toHaveBeenCalledTimes(2)
      } finally {
        send.mockRestore()
      }
      const told = await getContainer()
        .resolve(Modules.NOTIFICATION)
        .listNotifications({ resource_id: [sold.id] }, { order: { created_at: "ASC" } })
      expect(told.map(({ status }) => status)).toEqual(["failure", "success"])
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

    it("BILL-4: a provider that was taken out of the configuration stops nobody else's renewals", async () => {
      const left = await subscriber("timeout_paid")
      const other = await subscriber("paid")
      await aMonthLater()
      await work()
      const [charge] = (await charges(left.id)) as [Json]
      const database = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const gone = { provider_id: "pp_gone_gone", provider_reference: null }
      await database("membership_charge_attempt").where({ charge_id: charge.id }).update(gone)
      await desk.clock("2027-04-30T22:00:00Z")
      await work()
      expect(await charges(left.id)).toContainEqual(
        expect.objectContaining({ id: charge.id, status: "unknown" })
      )
      expect(await charges(other.id)).toMatchObject([{ status: "paid" }, { status: "paid" }])
    })

    const orderOf = async ({ order_id }: Json): Promise<Json> =>
      (
        await desk.get(
          `/admin/orders/${order_id}?fields=status,total,currency_code,*items,*items.tax_lines,*items.adjustments,+summary,+payment_status,*shipping_address,` +
            "membership_charge.id,membership_charge.membership_id,*transactions,*payment_collections,*payment_collections.payments,*payment_collections.payments.captures,metadata"
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
      expect((await desk.get("/admin/orders?limit=1")).count).toBe(Number(before) + 1)
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

    /** The ids that the platform's own events of these names tell of from now on. */
    const hearOf = (...names: string[]) => {
      const ids: string[] = []
      const events = getContainer().resolve(Modules.EVENT_BUS)
      for (const name of names)
        events.subscribe(name, async ({ data }) => void ids.push((data as { id: string }).id))
      return () => {
        expect(ids).toHaveLength(names.length)
        return ids.toSorted()
      }
    }

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
      const heard = hearOf("order.order.created", "order.order-line-item.created")
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
      // As the platform tells of any order that it makes, for whoever indexes them.
      expect(await eventually(async () => heard())).toEqual([order.id, order.items[0].id])
      const database = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await database("membership_charge").where({ id: charge.id }).update({ order_id: null })
      await database("order_payment_collection").where({ order_id: order.id }).delete()
      expect(await orderCharges(getContainer())).toBe(1)
      expect(await orderOf(((await charges(sold.id)) as [Json])[0])).toEqual(order)
    })

    const path = "/admin/membership-charges"
    const post = (charge: Json, verb: string, body: Json = {}, headers = {}) =>
      answerOf(
        api.post(`${path}/${charge.id}/${verb}`, body, {
          headers: { ...desk.shop.admin.headers, ...headers },
        })
      )
    const listed = async (query: string): Promise<Json[]> =>
      (await desk.get(`${path}?${query}`)).membership_charges
    const auditOf = async (charge: Json) =>
      (await membership().listMembershipAuditEntries(
        { subject_id: charge.id },
        { order: { id: "ASC" } }
      )) as Json[]
    /** A second period that could not be paid. */
    async function failing(card = "declined"): Promise<{ sold: Json; charge: Json }> {
      const sold = await subscriber(card)
      await aMonthLater()
      await work()
      const [charge] = await charges(sold.id)
      return { sold, charge: charge! }
    }

    it("BILL-3, MONEY-3: staff see who owes what for which period, line by line, with every attempt and its reason", async () => {
      const { sold, charge } = await failing()
      const { membership_charge: told } = await desk.get(`${path}/${charge.id}`)
      expect(told).toMatchObject({
        ...{ id: charge.id, status: "failed", failure_code: "card_declined", currency_code: "eur" },
        ...{ total: Number(charge.total_minor) / 100, payer_email: expect.stringContaining("renata") },
        membership: { id: sold.id, display_id: sold.display_id, plan: { name: expect.any(String) } },
        payment_method: { provider_id },
        attempts: [{ number: 1, outcome: "declined", code: "card_declined" }],
      })
      const sum = told.lines.reduce((all: number, line: Json) => all + Number(line.total) * 100, 0)
      expect(sum).toBe(told.total * 100)
      const ids = async (query: string) => (await listed(query)).map(({ id }) => id)
      expect(await ids(`membership_id=${sold.id}&status=failed&status=parked`)).toEqual([charge.id])
      expect(await ids(`q=${told.payer_email}`)).toEqual([charge.id])
      expect(await ids("q=nobody")).toEqual([])
      expect(await ids(`membership_id=${sold.id}&due=overdue`)).toEqual([charge.id])
      expect(await ids(`membership_id=${sold.id}&due=upcoming`)).toEqual([])
      expect(await ids(`membership_id=${sold.id}&due_before=${charge.due_at.toISOString()}`)).toEqual([])
      expect(
        (await desk.get(`/admin/memberships/${sold.id}/charges?fields=id,total`)).membership_charges
      ).toEqual([expect.objectContaining({ id: charge.id, total: told.total })])
    })

    it("PEOPLE-6: a payer sees their own charges of a membership, its purchaser all, a stranger none", async () => {
      const { sold, charge } = await failing("paid")
      const own = async ({ headers }: Pick<Visitor, "headers">) =>
        answerOf(api.get(`/store/memberships/${sold.id}/charges`, { headers }))
      const buyer = { headers: buyers.get(sold.id)!.headers }
      expect((await own(buyer)).data.charges).toMatchObject([{ id: charge.id, status: "paid", is_own: true }])
      expect((await own(buyer)).data.charges[0]).not.toHaveProperty("note")
      const other = await desk.person(`Other${people}`)
      expect((await own(other)).status).toBe(404)
      // She takes over the seat's dues: the charge that was made before stays the purchaser's.
      const seat = sold.seats[0].id
      await desk.post(`/admin/memberships/${sold.id}/seats/${seat}/payer`, {
        payer_customer_id: other.customer_id,
      })
      expect((await own(other)).data.charges).toEqual([])
      await desk.clock("2027-04-30T22:00:00Z")
      await work()
      expect((await own(other)).data.charges).toMatchObject([
        { is_own: true, period_starts_on: "2027-05-01" },
      ])
      const { charges } = (await own(buyer)).data
      expect(charges.map(({ is_own }: Json) => is_own)).toEqual([false, true])
      // Of who else pays she sees a name, and no account.
      expect(JSON.stringify(charges)).not.toContain(other.customer_id)
    })

    it("BILL-6: cash settles a failed charge, as the preview said, once, by whom and how is kept", async () => {
      const { sold, charge } = await failing()
      const body = { method: "cash", reference: "R-17", note: "At the desk" }
      const { data } = await post(charge, "record-payment", { ...body, preview: true })
      const total = Number(charge.total_minor) / 100
      expect(data.preview.effects).toEqual([
        { code: "charge_paid", amount: total },
        { code: "period_given", starts_on: "2027-04-01", ends_on: "2027-05-01" },
        { code: "dunning_ends" },
      ])
      expect(await charges(sold.id)).toMatchObject([{ status: "failed" }])
      const key = { "Idempotency-Key": `cash-${charge.id}` }
      const first = await post(charge, "record-payment", body, key)
      expect(first.data).toMatchObject({
        membership_charge: { status: "paid", paid_by: "manual", paid_with: "cash", reference: "R-17" },
        effects: data.preview.effects,
      })
      expect((await post(charge, "record-payment", body, key)).data).toEqual(first.data)
      expect(await post(charge, "record-payment", body)).toMatchObject({
        ...{ status: 409, data: { code: "charge_settled" } },
      })
      expect(await statusOf(sold)).toBe("active")
      expect((await desk.get(`/admin/memberships/${sold.id}`)).membership.ends_on).toBe("2027-05-01")
      expect(await captures()).toEqual([])
      expect((await auditOf(charge)).map(({ action, actor_type }) => [action, actor_type])).toEqual([
        ["record-charge-payment", "user"],
      ])
    })

    it("BILL-4: while a call to the provider is under way, nothing else settles the charge", async () => {
      const sold = await subscriber("paid")
      await aMonthLater()
      await membership().enqueueCharges(100)
      await taxAll(getContainer())
      await membership().claimCharges({ limit: 100, lease_seconds: 300 })
      const [charge] = await charges(sold.id)
      for (const [verb, body] of [
        ["record-payment", { method: "cash" }],
        ["waive", { reason: "Goodwill" }],
        ["retry", {}],
      ] as const)
        expect(await post(charge, verb, body)).toMatchObject({
          ...{ status: 409, data: { code: "charge_unresolved" } },
        })
      expect(await post(charge, "reconcile")).toMatchObject({ status: 409, data: { code: "lease_running" } })
    })

    it("BILL-3: dues are let off with a reason; their period is given, and the membership is not past due", async () => {
      const { sold, charge } = await failing()
      expect(await post(charge, "waive")).toMatchObject({ status: 400, data: { code: "reason_required" } })
      const { data } = await post(charge, "waive", { preview: true })
      expect(data.preview.effects[0]).toMatchObject({ code: "charge_waived" })
      await post(charge, "waive", { reason: "Our fault" })
      expect(await charges(sold.id)).toMatchObject([{ status: "waived", note: "Our fault", paid_by: null }])
      expect(await statusOf(sold)).toBe("active")
      expect((await desk.get(`/admin/memberships/${sold.id}`)).membership.ends_on).toBe("2027-05-01")
      expect(await auditOf(charge)).toMatchObject([{ action: "waive-charge", reason: "Our fault" }])
    })

    it("BILL-3: retried, a charge is worked on at once, with the card that is saved now", async () => {
      const { sold, charge } = await failing()
      const { data: foreseen } = await post(charge, "retry", { preview: true })
      expect(foreseen).toEqual({
        preview: { effects: [{ code: "payment_tried", amount: Number(charge.total_minor) / 100 }] },
      })
      expect(await charges(sold.id)).toMatchObject([{ status: "failed", attempt: 1 }])
      expect((await post(charge, "retry")).data.membership_charge).toMatchObject({
        ...{ status: "failed", attempt: 2, attempts: [{ outcome: "declined" }, { outcome: "declined" }] },
      })
      await saveCard(buyers.get(sold.id)!, "paid")
      expect((await post(charge, "retry")).data.membership_charge).toMatchObject({
        status: "paid",
        attempt: 3,
      })
      expect(await captures()).toHaveLength(1)
      expect(await statusOf(sold)).toBe("active")
    })

    it("BILL-9: numbers tell what was collected and what is open, by the studio's days", async () => {
      const read = async () => (await desk.get("/admin/membership-charge-numbers")).membership_charge_numbers
      expect(await read()).toMatchObject({ currencies: [], days: [], paid_beside: 0 })
      const [paying, poor, silent] = [
        await subscriber("paid"),
        await subscriber("declined"),
        await subscriber("timeout_paid"),
      ]
      await aMonthLater()
      await work()
      const total = Number((await charges(paying.id))[0]!.total_minor) / 100
      const none = { charges: 0, total: 0 }
      const one = { charges: 1, total }
      const two = { charges: 2, total: 2 * total }
      expect(await read()).toEqual({
        ...{ today: "2027-04-01", now: "2027-03-31T22:00:00.000Z", time_zone: "Europe/Berlin" },
        currencies: [
          { currency_code: "eur", collected: one, failed: one, unknown: one, parked: none, open: two },
        ],
        days: [{ day: "2027-04-01", currency_code: "eur", collected: one, open: two }],
        ...{ since: "2027-03-19", paid_beside: 0 },
      })
      // The next day: what was found to be paid counts on it, what is open stays where it was due.
      await desk.clock("2027-04-01T22:00:00Z")
      const [unknown] = await charges(silent.id)
      await post(unknown, "reconcile")
      expect((await read()).days).toEqual([
        { day: "2027-04-01", currency_code: "eur", collected: one, open: one },
        { day: "2027-04-02", currency_code: "eur", collected: one, open: none },
      ])
      expect(await charges(poor.id)).toMatchObject([{ status: "failed" }])
      const { membership_charge } = await desk.get(
        `${path}/${(await charges(paying.id))[0]!.id}?fields=%2Border.display_id`
      )
      expect(membership_charge).toMatchObject({ membership: { time_zone: "Europe/Berlin" } })
    })

    it("HOLD-8, CANCEL-5: while a charge is open a hold needs a reason, and a cancellation calls nothing paid that is not", async () => {
      const { sold, charge } = await failing()
      await desk.clock("2027-04-05T10:00:00Z")
      const verb = (path: string, body: Json) =>
        answerOf(api.post(`/admin/memberships/${sold.id}${path}`, body, desk.shop.admin))
      const held = await verb("/hold", { starts_on: "2027-04-10", resumes_on: "2027-04-20", preview: true })
      expect([held.status, held.data.code]).toEqual([400, "hold_not_allowed"])
      expect(held.data.details.violations.map(({ code }: Json) => code)).toContain("dues_open")
      const codes = async () =>
        (await verb("/cancel", { way: { at: "now" }, preview: true })).data.preview.effects.map(
          ({ code }: Json) => code
        )
      expect(await codes()).not.toContain("unused_part")
      await post(charge, "record-payment", { method: "cash" })
      expect(await codes()).toContain("unused_part")
    })

    it("BILL-9: a preview of what is to come equals the charges that are made, and writes nothing", async () => {
      const sold = await subscriber("paid")
      const held = await subscriber("paid")
      const { sold: failed, charge } = await failing()
      await desk.clock("2027-04-02T10:00:00Z")
      await desk.post(`/admin/memberships/${held.id}/hold`, {
        ...{ starts_on: "2027-04-20", resumes_on: "2027-05-20", kind: "payment_holiday", reason: "Ill" },
      })
      const until = "2027-05-01T00:00:00Z"
      const { preview } = await desk.post("/admin/renewal-runs", { preview: true, until, limit: 200 })
      const of = (id: string) => preview.charges.filter(({ membership_id }: Json) => membership_id === id)
      expect(await charges(sold.id)).toHaveLength(1)
      expect(of(failed.id)[0]).toMatchObject({ charge_id: charge.id, status: "failed" })
      expect(of(held.id)).toEqual([])
      expect(preview.skipped).toMatchObject([
        { membership_id: held.id, reason: "payment_holiday", period_starts_on: "2027-05-01" },
      ])
      const expected = of(sold.id)
      expect(expected).toMatchObject([
        { charge_id: null, period_starts_on: "2027-05-01", payment_method: { provider_id } },
      ])
      const sum = preview.charges.reduce((all: number, { total }: Json) => all + total * 100, 0)
      expect(preview.totals).toMatchObject([{ currency_code: "eur", total: sum / 100 }])
      await desk.clock(until)
      const { renewal_run } = await desk.post("/admin/renewal-runs")
      expect(renewal_run.paid).toBe(1)
      const [made] = (await desk.get(`/admin/memberships/${sold.id}/charges`)).membership_charges
      const { charge_id: _none, act_at: _when, status: _open, membership: _of, ...promised } = expected[0]
      expect(made).toMatchObject(promised)
      expect(await charges(held.id)).toHaveLength(1)
    })

    it("BILL-4: reconciled, the provider is asked now and says what it found; no money is taken", async () => {
      const { charge } = await failing("timeout_paid")
      expect(charge.status).toBe("unknown")
      expect((await post(charge, "reconcile")).data).toMatchObject({
        ...{ found: { result: "paid" }, refusal: null },
        membership_charge: { status: "paid", attempts: [{ number: 1, outcome: "paid" }] },
      })
      expect(await captures()).toHaveLength(1)
    })

    it("BILL-4: money that comes for a charge that was let off is kept where staff see it, and they are told once", async () => {
      const { charge } = await failing("timeout_paid")
      // What nobody could find out is parked; staff let it off, and then it turns out that the money was taken.
      await membership().updateMembershipCharges({
        ...{ id: charge.id, status: "parked", parked_reason: "provider_unreachable", act_at: null },
      } as never)
      await post(charge, "waive", { reason: "Nothing arrived" })
      const { data } = await post(charge, "reconcile")
      expect(data).toMatchObject({
        ...{ found: { result: "paid" }, refusal: { code: "paid_beside" } },
        membership_charge: { status: "waived", paid_beside_attempt: 1 },
      })
      expect((await listed("paid_beside=true")).map(({ id }) => id)).toEqual([charge.id])
      await post(charge, "reconcile")
      const toGiveBack = async () =>
        (await desk.get("/admin/membership-charge-numbers")).membership_charge_numbers.paid_beside
      expect(await toGiveBack()).toBe(1)
      const codeOf = async (body: Json) => {
        const { status, data: refused } = await answerOf(
          api.post(`/admin/membership-charges/${charge.id}/record-refund`, body, desk.shop.admin)
        )
        return [status, refused.code, ...(refused.details?.field ? [refused.details.field] : [])]
      }
      expect((await codeOf({})).slice(0, 2)).toEqual([400, "invalid_request"])
      const total = Number(data.membership_charge.total)
      for (const amount of [0, total + 0.01, 0.001])
        expect(await codeOf({ amount, reason: "Twice" })).toEqual([400, "money_invalid", "amount"])
      const given = await post(charge, "record-refund", { reason: "Taken although it was let off" })
      expect(given.data.membership_charge).toMatchObject({
        ...{ status: "waived", paid_beside_attempt: 1, given_back: total },
        given_back_at: expect.any(String),
      })
      expect([await toGiveBack(), await listed("paid_beside=true")]).toEqual([0, []])
      expect((await listed("paid_beside=false")).map(({ id }) => id)).toContain(charge.id)
      // Once; and the same answer of the provider once more brings it up no more.
      expect(await codeOf({ reason: "Again" })).toEqual([409, "nothing_to_give_back"])
      await post(charge, "reconcile")
      expect(await toGiveBack()).toBe(0)
      const { history } = await desk.get(`/admin/memberships/${charge.membership_id}/history`)
      expect(history.find(({ action }: Json) => action === "record-charge-refund")).toMatchObject({
        ...{ reason: "Taken although it was let off", actor_type: "user" },
        changes: { attempt: 1, given_minor: Math.round(total * 100) },
      })
      const told = await getContainer()
        .resolve(Modules.NOTIFICATION)
        .listNotifications({ resource_id: charge.id })
      expect(told).toHaveLength(1)
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
      // Letters that go out: only who was told is told that a change does not come. By their keys each is seen once.
      await getContainer()
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw(`update notification_provider set channels = array['feed', 'email']`)
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
      expect(preview.memberships[0].payers).toMatchObject([{ payer_name: expect.any(String), then: 55.5 }])
      const without = { ...body, preview: true, except_membership_ids: [sold.id] }
      expect((await post(migrations, without)).price_migration).toMatchObject({ count: 0, totals: [] })
      const planned = async (query = "") =>
        (await desk.get(`${migrations}?to_price_chart_id=${next.id}${query}`)).price_moves
      expect(await planned()).toEqual([])
      expect((await post(migrations, body)).price_migration).toEqual(preview)
      const again = (await post(migrations, body)).price_migration
      expect(again).toMatchObject({ count: 1, waiting_count: 1 })
      expect(again.memberships).toMatchObject([{ is_waiting: true, waits_for_version: next.version }])
      expect(await planned("&waiting=true")).toMatchObject([
        {
          ...{ membership_id: sold.id, state: "waiting", starts_on: "2027-04-01", then: 55.5 },
          ...{ chart_version: next.version, from_chart_version: sold.price_chart.version },
          ...{ reason: "Rents rose", settled_at: null, planned_by_name: expect.any(String) },
          time_zone: "Europe/Berlin",
        },
      ])
      await sendNotices(getContainer())
      expect(lettersSent()).toEqual(["membership-price-change-scheduled 2027-04-01 55.5"])
      const chart = async () => (await desk.get(`/admin/price-charts/${next.id}`)).price_chart
      expect(await chart()).toMatchObject({ membership_count: 0, moving_count: 1 })
      const options = async () => (await desk.get(`/admin/memberships/${sold.id}/options`)).options
      expect(await options()).toMatchObject({ next_period_on: "2027-04-01", dues_per_period: 55.5 })

      const only = { membership_ids: [sold.id] }
      expect(await post(`${migrations}/take-back`, only)).toEqual(only)
      await sendNotices(getContainer())
      expect(lettersSent().at(-1)).toBe("membership-price-change-taken-back 2027-04-01 55.5")
      expect(await options()).not.toMatchObject({ dues_per_period: 55.5 })
      expect(await planned()).toMatchObject([{ state: "taken_back", settled_at: expect.any(String) }])
      expect(await planned("&waiting=true")).toEqual([])
      await post(migrations, body)
      expect((await planned()).map(({ state }: Json) => state)).toEqual(["waiting", "taken_back"])
      await aMonthLater()
      await work()
      expect(await captures()).toMatchObject([{ amount: 55.5 }])
      expect(await charges(sold.id)).toMatchObject([{ chart_version: next.version, price_chart_id: next.id }])
      expect(await chart()).toMatchObject({ membership_count: 1, moving_count: 0 })
      expect((await planned()).map(({ state }: Json) => state)).toEqual(["moved", "taken_back"])
      sending.mockRestore()
    })
  },
})

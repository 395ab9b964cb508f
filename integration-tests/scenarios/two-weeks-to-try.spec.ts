import { createDesk, type Desk, type Visitor } from "../support/desk"
import { MONTHLY, renewals } from "../support/renewals"
import {
  completeByWebhook,
  createCart,
  createPlanOnSale,
  eventually,
  type PlanOverrides,
  publishChart,
  type TestPlan,
  type TestRow,
} from "../support/sales"
import { answerOf, type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"
import { tellDailyWorkflow } from "../../src/workflows/notices/tell-daily"
import { planConversions } from "../../src/workflows/selling/plan-conversions"

/** Somebody new tries the hall for two weeks, and stays. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    let desk: Desk
    let monthly: TestPlan
    let offer: TestPlan
    const one = { seats: [{ classification_id: null, count: 1 }] }
    beforeAll(async () => {
      desk = await createDesk(api, getContainer())
      monthly = await desk.plan({ name: "Monthly", ...MONTHLY })
      offer = await desk.plan(trying("automatic", monthly.id))
    })

    const trying = (conversion: "offer" | "automatic", converts_to_plan_id: string) => ({
      ...{ name: `Two weeks, ${conversion}`, billing: { type: "one_time" as const } },
      validity: { unit: "day" as const, count: 14 },
      introductory_offer: {
        ...{ new_customers_only: true as const, look_back_days: null, limit_per_customer: 1 },
        ...{ limit_per_household: null, converts_to_plan_id, conversion },
      },
    })

    const quote = async ({ headers }: Visitor, plan: TestPlan): Promise<Json> => {
      const body = { region_id: desk.shop.region.id, location_id: desk.berlin_id, ...one }
      return (await api.post(`/store/membership-plans/${plan.id}/quote`, body, { headers })).data.quote
    }

    /** By the storefront's routes, from the 1st to the 15th of March. */
    async function buy(who: Visitor, plan: TestPlan, more: Json): Promise<{ answer: Json; cart_id: string }> {
      const { id: cart_id } = await createCart(getContainer(), desk.shop, { customer_id: who.customer_id })
      const body = { plan_id: plan.id, ...one, location_id: desk.berlin_id, ...more }
      const { headers } = who
      return {
        cart_id,
        answer: await answerOf(api.post(`/store/carts/${cart_id}/memberships`, body, { headers })),
      }
    }

    async function bought(who: Visitor, plan: TestPlan, more: Json = {}): Promise<Json> {
      const { id } = await ordered(who, plan, more)
      await desk.post(`/admin/memberships/${id}/record-payment`)
      return read(id)
    }

    /** And not paid yet. */
    async function ordered(who: Visitor, plan: TestPlan, more: Json): Promise<Json> {
      const { id: quote_id } = await quote(who, plan)
      const { answer, cart_id } = await buy(who, plan, { quote_id, ...more })
      expect(answer.status).toBe(200)
      const order_id = await completeByWebhook(getContainer(), cart_id)
      return eventually(async () => {
        const { memberships } = await desk.get(`/admin/memberships?order_id=${order_id}`)
        if (!memberships.length) throw new Error("no membership yet")
        return memberships[0]
      })
    }
    const read = async (id: string) => (await desk.get(`/admin/memberships/${id}`)).membership
    const planned = async (id: string) =>
      (await desk.get(`/admin/memberships/${id}/plan-change`)).plan_change.planned

    it("PLAN-8, SALE-1: the quote says what follows, when and for how much, and nobody buys it unawares", async () => {
      const ida = await desk.person("Ida")
      const { conversion } = await quote(ida, offer)
      expect(conversion).toEqual({
        ...{ mode: "automatic", plan_id: monthly.id, plan_name: "Monthly", terms: null },
        ...{ converts_on: "2027-03-15", interval: { unit: "month", count: 1 }, price: 100 },
      })
      expect((await quote(ida, monthly)).conversion).toBeNull()
      const { answer } = await buy(ida, offer, {})
      expect([answer.status, answer.data.code, answer.data.details]).toEqual([
        ...[400, "conversion_not_accepted"],
        { field: "accepts_conversion", plan_id: monthly.id },
      ])
      const none = await buy(ida, monthly, { accepts_conversion: true })
      expect(none.answer.data.code).toBe("conversion_not_accepted")
    })

    it("PLAN-8, BILL-1, TERM-1: it goes on as the plan, charged once from the day after, at the price of the sale", async () => {
      const { saveCard, work, told, captures } = renewals(getContainer())
      const jan = await desk.person("Jan")
      await saveCard(jan.customer_id, "paid")
      const before = (await captures()).length
      const sold = await bought(jan, offer, { accepts_conversion: true })
      expect(sold).toMatchObject({ status: "active", ends_on: "2027-03-15" })
      expect(await planned(sold.id)).toMatchObject({ changes_on: "2027-03-15", plan: { id: monthly.id } })
      // What was agreed to, however dear the plan is by then; and whoever asks is told.
      const rows = monthly.rows.map((row) => ({ ...row, amount: 120 }))
      await publishChart(getContainer(), monthly.id, 2, rows)
      const { happenings } = await desk.get(
        `/admin/membership-forecast?membership_id=${sold.id}&until=2027-04-01`
      )
      const foreseen = happenings.filter(({ kind }: Json) => kind === "charge")
      expect(foreseen.map(({ day, charge }: Json) => [day, charge.total])).toEqual([["2027-03-15", 100]])
      await desk.clock("2027-03-14T22:59:59Z")
      await work()
      expect(await told(sold.id)).toEqual([])
      // The day has come, and nobody was awake yet: the door stays open.
      await desk.clock("2027-03-14T23:00:00Z")
      expect(await read(sold.id)).toMatchObject({ status: "active", plan: { id: offer.id } })
      expect((await desk.decide(jan)).allowed).toBe(true)
      await Promise.all([work(), work()])
      expect(await told(sold.id)).toEqual(["paid 100.00 from 2027-03-15"])
      expect(await read(sold.id)).toMatchObject({
        ...{ status: "active", starts_on: "2027-03-15", plan: { id: monthly.id } },
      })
      await desk.clock("2027-04-15T10:00:00Z")
      await work()
      await work()
      expect(await told(sold.id)).toEqual(["paid 100.00 from 2027-03-15", "paid 100.00 from 2027-04-15"])
      expect((await captures()).length - before).toBe(2)
    })

    it("PLAN-8: the consent is kept: what to, by whom and when; and can be taken back until the day", async () => {
      await desk.clock("2027-03-01T11:00:00Z")
      const { work, told } = renewals(getContainer())
      const kim = await desk.person("Kim")
      const sold = await bought(kim, offer, { accepts_conversion: true })
      const [draft] = (await getContainer()
        .resolve("membership")
        .listMembershipSaleDrafts({ customer_id: kim.customer_id, plan_id: offer.id })) as unknown as Json[]
      expect(draft!.conversion).toMatchObject({
        ...{ plan_id: monthly.id, accepted_by_type: "customer", accepted_by: kim.customer_id },
        ...{ accepted_at: "2027-03-01T11:00:00.000Z", terms_version: null },
      })
      const { headers } = kim
      await api.delete(`/store/memberships/${sold.id}/plan-change`, { headers })
      await planConversions(getContainer())
      expect(await planned(sold.id)).toBeNull()
      await desk.clock("2027-03-20T10:00:00Z")
      await work()
      expect(await told(sold.id)).toEqual([])
      expect((await read(sold.id)).status).toBe("expired")
    })

    it("PLAN-8: what is only offered can be accepted until the offer ends, and nothing follows by itself", async () => {
      await desk.clock("2027-03-01T11:00:00Z")
      const { saveCard, work, told } = renewals(getContainer())
      const offered = await desk.plan(trying("offer", monthly.id))
      const lea = await desk.person("Lea")
      await saveCard(lea.customer_id, "paid")
      const sold = await bought(lea, offered)
      expect(await planned(sold.id)).toBeNull()
      const { headers } = lea
      const path = `/store/memberships/${sold.id}/plan-change`
      const { options } = (await api.get(path, { headers })).data.plan_change
      const follower = options.find(({ plan_id }: Json) => plan_id === monthly.id)
      expect(follower.end).toMatchObject({ can: true, change: { changes_on: "2027-03-15", due: 100 } })
      expect(follower.now).toMatchObject({ can: false, code: "not_eligible" })
      await api.post(path, { plan_id: monthly.id, when: "end" }, { headers })
      expect(await planned(sold.id)).toMatchObject({ changes_on: "2027-03-15" })
      await desk.clock("2027-03-15T10:00:00Z")
      await work()
      expect(await told(sold.id)).toEqual(["paid 100.00 from 2027-03-15"])
    })

    it("PLAN-8: where the plan is gone by then, the offer ends by itself, and staff are told once", async () => {
      await desk.clock("2027-03-01T11:00:00Z")
      const gone = await desk.plan({ name: "Soon gone", ...MONTHLY })
      const leading = await desk.plan({ ...trying("automatic", gone.id), name: "Two weeks, to nowhere" })
      const nell = await desk.person("Nell")
      const { saveCard, work, told } = renewals(getContainer())
      await saveCard(nell.customer_id, "paid")
      const { id } = await ordered(nell, leading, { accepts_conversion: true })
      await desk.post(`/admin/membership-plans/${gone.id}`, { status: "archived" })
      await desk.post(`/admin/memberships/${id}/record-payment`)
      await Promise.all([1, 2, 3].map(() => planConversions(getContainer())))
      expect(await planned(id)).toBeNull()
      const { history } = await desk.get(`/admin/memberships/${id}/history`)
      expect(history.filter(({ action }: Json) => action === "refuse-conversion")).toHaveLength(1)
      for (const _ of [1, 2]) await tellDailyWorkflow(getContainer()).run({ input: {} })
      const feed = (await desk.get("/admin/notifications?channel=feed&limit=100")).notifications
      const about = feed.filter(({ resource_id }: Json) => resource_id === id)
      expect(about.map(({ data }: Json) => data.title)).toEqual([
        "An introductory offer cannot go on as agreed",
      ])
      await desk.clock("2027-03-15T10:00:00Z")
      await work()
      expect(await told(id)).toEqual([])
      expect((await read(id)).status).toBe("expired")
    })

    it("PLAN-8, SEAT-8: planned, and outgrown before its day: it is refused on the day, charges nothing, and staff are told once", async () => {
      await desk.clock("2027-03-01T11:00:00Z")
      const { saveCard, work, told } = renewals(getContainer())
      const rows = ["First", "Second", "Third"].map((label) => ({ label, amount: 50 }))
      const planOf = (fields: PlanOverrides, of: TestRow[]) =>
        createPlanOnSale(api, getContainer(), desk.shop, { ...fields, audience: "household" }, of)
      const two = await planOf({ name: "For two", ...MONTHLY }, rows.slice(0, 2))
      const leading = await planOf({ ...trying("automatic", two.id), name: "Two weeks, for three" }, rows)
      const olga = await desk.person("Olga")
      await saveCard(olga.customer_id, "paid")
      const seats = (count: number) => ({ seats: [{ classification_id: null, count }], payment: "paid" })
      const { membership } = await desk.post("/admin/memberships", {
        ...{
          plan_id: leading.id,
          customer_id: olga.customer_id,
          region_id: desk.shop.region.id,
          ...seats(2),
        },
        ...{ location_id: desk.berlin_id, accepts_conversion: true },
      })
      const { id } = membership
      expect(await planned(id)).toMatchObject({ changes_on: "2027-03-15", plan: { id: two.id } })
      await desk.post(`/admin/memberships/${id}/seats`, seats(1))
      await desk.clock("2027-03-14T22:59:00Z")
      await work()
      expect(await planned(id)).toMatchObject({ changes_on: "2027-03-15" })
      await desk.clock("2027-03-15T10:00:00Z")
      await Promise.all([work(), work()])
      await work()
      expect(await planned(id)).toBeNull()
      expect(await told(id)).toEqual([])
      expect(await read(id)).toMatchObject({ status: "expired", plan: { id: leading.id } })
      const { history } = await desk.get(`/admin/memberships/${id}/history`)
      const refused = history.filter(({ action }: Json) => action === "refuse-conversion")
      expect(refused).toMatchObject([{ actor_type: "system", changes: { refused: "seats_above_limit" } }])
      for (const _ of [1, 2]) await tellDailyWorkflow(getContainer()).run({ input: {} })
      const feed = (await desk.get("/admin/notifications?channel=feed&limit=100")).notifications
      const about = feed.filter(({ resource_id }: Json) => resource_id === id)
      expect(about.map(({ data }: Json) => data.title)).toEqual([
        "An introductory offer cannot go on as agreed",
      ])
    })

    it("PLAN-8, SALE-9: staff record the customer's consent, and cannot sell it without", async () => {
      await desk.clock("2027-03-01T11:00:00Z")
      const mo = await desk.person("Mo")
      const { region, admin } = desk.shop
      const body = {
        ...{ plan_id: offer.id, customer_id: mo.customer_id, region_id: region.id, payment: "paid" },
        ...{ location_id: desk.berlin_id, ...one },
      }
      const refused = await answerOf(api.post("/admin/memberships", body, admin))
      expect(refused.data.code).toBe("conversion_not_accepted")
      const { membership } = await desk.post("/admin/memberships", { ...body, accepts_conversion: true })
      expect(await planned(membership.id)).toMatchObject({ changes_on: "2027-03-15" })
    })
  },
})

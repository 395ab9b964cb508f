import { listCaptures } from "../../src/providers/payment-sandbox"
import { workOnCharges } from "../../src/workflows/billing/work-on-charges"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { saveSandboxCard } from "../support/cards"
import { createDesk, type Desk, type Visitor } from "../support/desk"
import {
  addDraft,
  completeByWebhook,
  createCart,
  createPlanOnSale,
  eventually,
  type PlanOverrides,
  type TestPlan,
  type TestRow,
} from "../support/sales"
import { answerOf, type Json, payAndComplete } from "../support/shop"
import { studioTests } from "../support/studio-tests"

/** The first of the month is the common billing day; most sales are at noon on 17 March 2027 in Berlin: 15 of 31 days. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    let desk: Desk
    let people = 0
    let plans = 0
    beforeAll(async () => {
      desk = await createDesk(api, getContainer())
      await settings({ common_billing_day: 1 })
    })
    beforeEach(async () => on("2027-03-17"))

    const settings = (change: Json) => desk.post("/admin/membership-billing-settings", change)
    const on = (day: string, time = "11:00") => desk.clock(`${day}T${time}:00Z`)
    const membership = () => getContainer().resolve("membership")
    const work = () => workOnCharges(getContainer())
    const captures = async () =>
      (await listCaptures(getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION))).captures
    const money = async (membership_id: string) =>
      (
        (await membership().listMembershipCharges(
          { membership_id },
          { order: { period_index: "ASC" } }
        )) as Json[]
      ).map(({ period_starts_on, status, total_minor }) => [period_starts_on, status, Number(total_minor)])
    const read = async (id: string): Promise<Json> => (await desk.get(`/admin/memberships/${id}`)).membership

    const plan = (more: Partial<PlanOverrides> = {}, rows?: TestRow[]): Promise<TestPlan> => {
      plans += 1
      const fields = {
        ...{ name: `Pass ${plans}`, kind: "membership", audience: "individual", proration: true },
        ...{ billing: { type: "recurring", interval: "month", interval_count: 1 } },
        ...{ validity: null, renewal: { mode: "period_end" } },
        ...more,
      } as PlanOverrides
      return createPlanOnSale(api, getContainer(), desk.shop, fields, rows)
    }
    const newcomer = async (): Promise<Visitor> => {
      people += 1
      const who = await desk.person(`Paula${people}`)
      await saveSandboxCard(getContainer(), { customer_id: who.customer_id, name: "paid" })
      return who
    }
    const ONE = { seats: [{ classification_id: null, count: 1 }] }
    const ask = async (of: TestPlan, more: Json = {}) =>
      answerOf(
        api.post(
          `/store/membership-plans/${of.id}/quote`,
          { region_id: desk.shop.region.id, ...ONE, ...more },
          desk.shop.store
        )
      )
    const quote = async (of: TestPlan, more: Json = {}): Promise<Json> => (await ask(of, more)).data.quote
    const newCart = async ({ headers }: Visitor): Promise<Json> =>
      (
        await api.post(
          "/store/carts",
          { region_id: desk.shop.region.id, email: "paula@example.test" },
          { headers }
        )
      ).data.cart
    const add = ({ headers }: Visitor, cart: Json, of: TestPlan, more: Json = {}) =>
      answerOf(
        api.post(`/store/carts/${cart.id}/memberships`, { plan_id: of.id, ...ONE, ...more }, { headers })
      )
    /** Bought by themselves, as a storefront sells it, and paid. */
    async function bought(of: TestPlan, who: Visitor, more: Json = {}): Promise<Json> {
      const shown = await quote(of, more)
      const cart = await newCart(who)
      const added = await add(who, cart, of, { quote_id: shown.id, ...more })
      expect(added.status).toBe(200)
      const done = await payAndComplete(api, { headers: who.headers }, cart.id)
      expect(done.data.type).toBe("order")
      return paidFor(done.data.order.id)
    }
    async function paidFor(order_id: string): Promise<Json> {
      const { id } = await eventually(async () => {
        const { memberships } = await desk.get(`/admin/memberships?order_id=${order_id}`)
        if (!memberships.length) throw new Error("no membership yet")
        return memberships[0]
      })
      // What costs nothing is paid already.
      if ((await read(id)).status === "pending") await desk.post(`/admin/memberships/${id}/record-payment`)
      return read(id)
    }

    describe("where it is set", () => {
      it("BILL-7, SAFE-2: staff set it, take it back, and the audit trail says who", async () => {
        const told = async () =>
          (await desk.get("/admin/membership-billing-settings")).membership_billing_settings
        expect(await told()).toMatchObject({ common_billing_day: 1 })
        expect((await desk.get("/admin/membership-studio")).studio).toMatchObject({ common_billing_day: 1 })
        await settings({ common_billing_day: 15 })
        await settings({ grace_days: 3 })
        expect(await told()).toMatchObject({ common_billing_day: 15, grace_days: 3 })
        await settings({ common_billing_day: null })
        expect(await told()).toMatchObject({ common_billing_day: null })
        const entries = (await membership().listMembershipAuditEntries(
          { action: "change-billing-settings" },
          { order: { id: "ASC" } }
        )) as Json[]
        expect(entries.map(({ actor_type, changes }) => [actor_type, changes.common_billing_day])).toEqual(
          expect.arrayContaining([
            ["user", 1],
            ["user", 15],
            ["user", null],
          ])
        )
      })

      it.each([[0], [29], [31], [-1]])("SAFE-1: %p is no day that every month has", async (day) => {
        const { status, data } = await answerOf(
          api.post("/admin/membership-billing-settings", { common_billing_day: day }, desk.shop.admin)
        )
        expect([status, data.code, data.details.field]).toEqual([
          ...[400, "billing_settings_invalid", "common_billing_day"],
        ])
      })
    })

    describe("the sale", () => {
      it("BILL-7, SALE-1, MONEY-3: the quote shows the days, their share and what follows; the cart charges it; renewals are full, on the day", async () => {
        const pass = await plan({ signup_fees: [{ currency_code: "eur", amount: 19.9 }] })
        const who = await newcomer()
        const shown = await quote(pass)
        expect(shown).toMatchObject({
          ...{ starts_on: "2027-03-17", ends_on: null, signup_fee: 19.9, total: 68.29 },
          first_period: {
            ...{ starts_on: "2027-03-17", ends_on: "2027-04-01", days: 15, of_days: 31, full_price: 100 },
          },
          seats: [{ amount: 48.39 }],
          lines: [
            { kind: "seat", unit_price: 48.39, total: 48.39, chart_version: 1 },
            { kind: "signup_fee", unit_price: 19.9 },
          ],
          schedule: [
            { due_on: "2027-04-01", total: 100 },
            { due_on: "2027-05-01", total: 100 },
            { due_on: "2027-06-01", total: 100 },
          ],
        })
        const cart = await newCart(who)
        const added = await add(who, cart, pass, { quote_id: shown.id })
        expect(added.data.cart).toMatchObject({ total: 68.29 })
        expect(added.data.cart.items.map(({ unit_price }: Json) => unit_price).sort()).toEqual([19.9, 48.39])
        const done = await payAndComplete(api, { headers: who.headers }, cart.id)
        expect(done.data.order.total).toBe(68.29)

        const sold = await paidFor(done.data.order.id)
        expect(sold).toMatchObject({
          ...{ status: "active", starts_on: "2027-03-17", anchor_on: "2027-03-01", ends_on: null },
          ...{ seats: [{ amount: 100 }], sale_draft: { first_period: { days: 15, of_days: 31 } } },
        })
        const { preview } = await desk.post("/admin/renewal-runs", {
          ...{ preview: true, until: "2027-05-02T00:00:00Z" },
        })
        const foreseen = preview.charges.filter(({ membership_id }: Json) => membership_id === sold.id)
        expect(foreseen.map(({ period_starts_on, total }: Json) => [period_starts_on, total])).toEqual([
          ["2027-04-01", 100],
          ["2027-05-01", 100],
        ])
        await desk.clock("2027-03-31T21:59:59Z")
        await work()
        expect(await money(sold.id)).toEqual([])
        await desk.clock("2027-03-31T22:00:00Z")
        await Promise.all([work(), work()])
        await on("2027-05-01")
        await work()
        expect(await money(sold.id)).toEqual([
          ["2027-04-01", "paid", 10_000],
          ["2027-05-01", "paid", 10_000],
        ])
        expect((await captures()).map(({ amount }) => amount)).toEqual([100, 100])
      })

      it("BILL-7: sold on the day itself, the full period is charged", async () => {
        await on("2027-04-01")
        const pass = await plan()
        expect(await quote(pass)).toMatchObject({
          ...{ total: 100, first_period: { days: 30, of_days: 30 } },
          schedule: [{ due_on: "2027-05-01" }, { due_on: "2027-06-01" }, { due_on: "2027-07-01" }],
        })
        const sold = await bought(pass, await newcomer())
        expect(sold).toMatchObject({ starts_on: "2027-04-01", anchor_on: "2027-04-01" })
      })

      it("PLAN-3: from a chosen day on, its own days are charged, and nobody is a member before", async () => {
        const pass = await plan({ starts: "chosen_date" })
        const shown = await quote(pass, { starts_on: "2027-04-20" })
        expect(shown).toMatchObject({ total: 36.67, first_period: { days: 11, of_days: 30 } })
        const sold = await bought(pass, await newcomer(), { starts_on: "2027-04-20" })
        expect(sold).toMatchObject({
          ...{ status: "upcoming", starts_on: "2027-04-20", anchor_on: "2027-04-01" },
        })
        await on("2027-04-19")
        await work()
        expect(await money(sold.id)).toEqual([])
        await on("2027-05-01")
        await work()
        expect(await money(sold.id)).toEqual([["2027-05-01", "paid", 10_000]])
      })

      it("TERM-5: staff move the first day within the period that was charged, not out of it", async () => {
        const pass = await plan({ starts: "chosen_date" })
        const sold = await bought(pass, await newcomer(), { starts_on: "2027-04-20" })
        const move = (starts_on: string) =>
          answerOf(
            api.post(
              `/admin/memberships/${sold.id}/start`,
              { starts_on, reason: "Moved house" },
              desk.shop.admin
            )
          )
        expect((await move("2027-05-01")).data).toMatchObject({
          ...{ code: "date_invalid", details: { earliest_on: "2027-04-01", before_on: "2027-05-01" } },
        })
        expect((await move("2027-04-25")).status).toBe(200)
        expect(await read(sold.id)).toMatchObject({ starts_on: "2027-04-25", anchor_on: "2027-04-01" })
        await on("2027-05-01")
        await work()
        expect(await money(sold.id)).toEqual([["2027-05-01", "paid", 10_000]])
      })

      it.each<[string, Partial<PlanOverrides>, number]>([
        ["a plan that does not prorate", { proration: false }, 100],
        [
          "weeks, which have no day of the month",
          { billing: { type: "recurring", interval: "week", interval_count: 2 } },
          100,
        ],
        [
          "a plan that ends by itself",
          { renewal: { mode: "none" }, validity: { unit: "month", count: 3 } },
          100,
        ],
        ["the first visit, whose day nobody knows", { starts: "first_visit" }, 100],
      ])("BILL-7: it has its own day: %s", async (_why, more, total) => {
        const shown = await quote(await plan(more))
        expect(shown).toMatchObject({ total, first_period: null })
      })

      it("BILL-7, SEAT-8: a plan for several never joins, whatever is stored with it", async () => {
        const rows = [
          { label: "First", amount: 100, required: true },
          { label: "Second", amount: 80, required: true },
        ]
        const family = await plan({ audience: "household", proration: true }, rows)
        const shown = await quote(family, { seats: [{ classification_id: null, count: 2 }] })
        expect(shown).toMatchObject({
          total: 180,
          first_period: null,
          schedule: [{ due_on: "2027-04-17" }, {}, {}],
        })
      })

      it("SALE-3: the platform's ordinary add-to-cart cannot count days, and says so", async () => {
        const pass = await plan()
        const who = await newcomer()
        const cart = await newCart(who)
        const { status, data } = await answerOf(
          api.post(
            `/store/carts/${cart.id}/line-items`,
            { variant_id: pass.variant_id, quantity: 1 },
            { headers: who.headers }
          )
        )
        expect(status).toBeGreaterThanOrEqual(400)
        expect(data).toMatchObject({
          code: "needs_choices",
          details: { choices: [{ code: "first_period" }] },
        })
      })

      it("SALE-9: staff sell the same price", async () => {
        const pass = await plan()
        const { customer_id, member_id } = await newcomer()
        const sale = { plan_id: pass.id, customer_id, region_id: desk.shop.region.id, payment: "paid" }
        const made = await desk.post("/admin/memberships", {
          ...sale,
          people: [{ member_id }],
          location_id: desk.berlin_id,
        })
        expect(made.quote).toMatchObject({ total: 48.39, first_period: { days: 15 } })
        expect(await read(made.membership.id)).toMatchObject({ anchor_on: "2027-03-01" })
      })
    })

    describe("when the day is no longer the one that was priced", () => {
      it("SALE-1, SALE-5: a quote of yesterday is stale, and so is a cart", async () => {
        const [pass, who] = [await plan(), await newcomer()]
        const shown = await quote(pass)
        const cart = await newCart(who)
        expect((await add(who, cart, pass, { quote_id: shown.id })).status).toBe(200)
        await on("2027-03-18")
        const other = await newCart(who)
        const late = await add(who, other, pass, { quote_id: shown.id })
        expect(late.data).toMatchObject({
          code: "quote_stale",
          details: { difference: { amounts_minor: { total: { quoted: 4839, now: 4516 } } } },
        })
        const { payment_collection } = (
          await api.post("/store/payment-collections", { cart_id: cart.id }, { headers: who.headers })
        ).data
        const session = await answerOf(
          api.post(
            `/store/payment-collections/${payment_collection.id}/payment-sessions`,
            { provider_id: "pp_system_default" },
            { headers: who.headers }
          )
        )
        expect(session.data).toMatchObject({
          code: "quote_stale",
          details: { first_period: { quoted: { days: 15 }, now: { days: 14 } } },
        })
      })

      it("SALE-5: another common day is another price", async () => {
        const [pass, who] = [await plan(), await newcomer()]
        const cart = await newCart(who)
        await add(who, cart, pass)
        await settings({ common_billing_day: 20 })
        const done = await payAndComplete(api, { headers: who.headers }, cart.id).catch(
          (error: unknown) => (error as Json).response
        )
        expect(done.data.code).toBe("quote_stale")
      })

      it.each([
        ["a moment after midnight", "2027-04-01", true, "active", 10_000],
        ["days later, past the checks", "2027-04-03", false, "pending", null],
      ])(
        "SALE-6: ordered %s, it begins on the day that was priced, and no month is given for a day's price",
        async (_when, ordered_on, checked, status, charged) => {
          await on("2027-03-31", "21:59")
          const [pass, who] = [await plan(), await newcomer()]
          const cart = await createCart(getContainer(), desk.shop, { customer_id: who.customer_id })
          const day = { starts_on: "2027-03-31", ends_on: "2027-04-01", days: 1, of_days: 31 }
          const draft = { ...day, anchor_on: "2027-03-01" }
          await addDraft(getContainer(), cart, pass, {
            ...{ counts: [1], checked, location_id: desk.berlin_id, member_ids: [who.member_id] },
            first_period: draft,
          })
          await desk.clock(ordered_on === "2027-04-01" ? "2027-03-31T22:00:05Z" : "2027-04-03T11:00:00Z")
          const order_id = await completeByWebhook(getContainer(), cart.id)
          const sold = await eventually(async () => {
            const { memberships } = await desk.get(`/admin/memberships?order_id=${order_id}`)
            if (!memberships.length) throw new Error("no membership yet")
            return memberships[0]
          })
          await desk.post(`/admin/memberships/${sold.id}/record-payment`)
          const told = await read(sold.id)
          expect(told).toMatchObject({ status, starts_on: "2027-03-31", anchor_on: "2027-03-01" })
          if (charged === null) expect(told.issues).toMatchObject([{ code: "quote_stale" }])
          else {
            await work()
            expect(await money(sold.id)).toEqual([["2027-04-01", "paid", charged]])
          }
        }
      )
    })

    describe("what goes with the price", () => {
      it("CREDIT-10: a part of the period gives its part of the credits, rounded up, and the next one all", async () => {
        const pass = await plan({
          entitlement: { type: "credits", credits: 8, per: "period", scope: "shared" },
        })
        const sold = await bought(pass, await newcomer())
        const grants = async () =>
          (await desk.credits(sold.id)).map(({ credits, value_minor, starts_on, expires_on }) => [
            ...[credits, Number(value_minor), starts_on, expires_on],
          ])
        expect(await grants()).toEqual([[4, 4839, "2027-03-17", "2027-04-01"]])
        await on("2027-04-01")
        await work()
        expect(await grants()).toEqual(expect.arrayContaining([[8, 10_000, "2027-04-01", "2027-05-01"]]))
      })

      it.each<[string, Json, number, number[], number[]]>([
        ["percentage", { type: "percentage", value: 50 }, 24.2, [50, 100, 100], [5000, 10_000]],
        ["fixed", { type: "fixed", value: 60 }, 0, [40, 100, 100], [4000, 10_000]],
      ])(
        "SALE-10: a %s for two charges: the shorter first one counts as one, and the next has all of it",
        async (type, method, total, schedule, charged) => {
          await api.post(
            "/admin/promotions",
            {
              ...{ code: `JOIN${type}`, type: "standard", status: "active" },
              metadata: { membership_charges: 2 },
              application_method: {
                ...{ target_type: "items", allocation: "across", currency_code: "eur" },
                ...method,
              },
            },
            desk.shop.admin
          )
          const [pass, who] = [await plan(), await newcomer()]
          const promo_codes = [`JOIN${type}`]
          const shown = await quote(pass, { promo_codes })
          expect([shown.total, shown.schedule.map((each: Json) => each.total)]).toEqual([total, schedule])
          const sold = await bought(pass, who, { promo_codes })
          await on("2027-05-01")
          await work()
          expect((await money(sold.id)).map(([, , minor]) => minor)).toEqual(charged)
        }
      )

      it("HOLD-4, BILL-8: days on hold put off what follows; the rest up to the day costs its part, and the day stays", async () => {
        const pass = await plan({
          entitlement: { type: "credits", credits: 8, per: "period", scope: "shared" },
        })
        const sold = await bought(pass, await newcomer())
        const dates = { starts_on: "2027-03-20", resumes_on: "2027-03-30" }
        await desk.post(`/admin/memberships/${sold.id}/hold`, { ...dates, reason: "Travels" })
        const { preview } = await desk.post("/admin/renewal-runs", {
          ...{ preview: true, until: "2027-05-02T00:00:00Z" },
        })
        const foreseen = preview.charges.filter(({ membership_id }: Json) => membership_id === sold.id)
        expect(foreseen).toMatchObject([
          {
            ...{ period_starts_on: "2027-04-11", period_ends_on: "2027-05-01", total: 66.67 },
            lines: [{ amount: 66.67, prorated: { days: 20, of_days: 30, full_price: 100 } }],
          },
          { period_starts_on: "2027-05-01", total: 100, lines: [{ prorated: null }] },
        ])
        const { options } = await desk.get(`/admin/memberships/${sold.id}/options`)
        expect(options).toMatchObject({ next_period_on: "2027-04-11", dues_per_period: 66.67 })
        await on("2027-04-10")
        await work()
        expect(await money(sold.id)).toEqual([])
        await on("2027-04-11")
        await work()
        await on("2027-05-01")
        await work()
        expect(await money(sold.id)).toEqual([
          ["2027-04-11", "paid", 6667],
          ["2027-05-01", "paid", 10_000],
        ])
        const grants = await desk.credits(sold.id)
        expect(grants.map(({ credits, value_minor }) => [credits, Number(value_minor)])).toEqual(
          expect.arrayContaining([
            [4, 4839],
            [6, 6667],
            [8, 10_000],
          ])
        )
      })

      it("BILL-10: a change of plan in the first days gives back and charges by the full period, and keeps the day", async () => {
        const [small, big] = [await plan(), await plan()]
        const sold = await bought(small, await newcomer())
        await on("2027-03-24")
        const body = { plan_id: big.id, when: "now" }
        const { preview } = await desk.post(`/admin/memberships/${sold.id}/plan-change/preview`, body)
        expect(preview).toMatchObject({
          credit: { days: 8, of_days: 15, amount: 25.81 },
          charge: { from_on: "2027-03-24", until_on: "2027-04-01", days: 8, of_days: 31, amount: 25.81 },
          ...{ due: 0, carried: 0 },
        })
        await desk.post(`/admin/memberships/${sold.id}/plan-change`, body)
        expect(await read(sold.id)).toMatchObject({ starts_on: "2027-03-17", anchor_on: "2027-03-01" })
        await on("2027-04-01")
        await work()
        expect((await money(sold.id)).at(-1)).toEqual(["2027-04-01", "paid", 10_000])
      })

      it("BILL-10: a plan by other intervals begins to count anew, from a day of its own", async () => {
        const [pass, weekly] = [
          await plan(),
          await plan({ billing: { type: "recurring", interval: "week", interval_count: 1 } }),
        ]
        const sold = await bought(pass, await newcomer())
        await on("2027-03-24")
        await desk.post(`/admin/memberships/${sold.id}/plan-change`, { plan_id: weekly.id, when: "now" })
        expect(await read(sold.id)).toMatchObject({ starts_on: "2027-03-24", anchor_on: null })
      })
    })
  },
})

import { createPlan, createSellablePlan, row } from "../support/plans"
import { answerOf, createShop, signUp, type Json, type Shop } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const PATH = "/store/membership-plans"

studioTests({
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    beforeAll(async () => {
      shop = await createShop(api, getContainer())
    })

    const sellable = (body: Json, rows: Json[] = [row(30)]) => createSellablePlan(api, shop.admin, body, rows)
    const list = async (query = ""): Promise<Json> =>
      (await api.get(`${PATH}?currency_code=eur${query}`, shop.store)).data
    const names = async (query = "") => (await list(query)).membership_plans.map((plan: Json) => plan.name)
    const one = (id: string) => answerOf(api.get(`${PATH}/${id}?region_id=${shop.region.id}`, shop.store))

    it("SALE-11: active, visible plans with a published chart are listed, featured ones first", async () => {
      await sellable({ name: "B" })
      await sellable({ name: "A" })
      await sellable({ name: "First", portal: { sort_order: -1 } })
      await sellable({ name: "Featured", portal: { featured: true } })
      await sellable({ name: "Hidden", portal: { visible: false } })
      await createPlan(api, shop.admin, { name: "No chart", status: "active" })
      const draft = await sellable({ name: "Archived" })
      await api.post(`/admin/membership-plans/${draft.id}`, { status: "archived" }, shop.admin)
      expect(await names()).toEqual(["Featured", "First", "A", "B"])
      expect(await list("&limit=1&offset=1")).toMatchObject({
        count: 4,
        membership_plans: [{ name: "First" }],
      })
      expect((await api.get(PATH + "?currency_code=usd", shop.store)).data.count).toBe(0)
    })

    it("SALE-11, PLAN-10: plans are listed by the branch that sells them", async () => {
      const branch = async (name: string) =>
        (await api.post("/admin/stock-locations", { name }, shop.admin)).data.stock_location.id
      const [north, south] = [await branch("North"), await branch("South")]
      await sellable({ name: "North only", locations: { sold_at: [north] } })
      await sellable({ name: "Everywhere" })
      expect(await names(`&location_id=${north}`)).toEqual(["Everywhere", "North only"])
      expect(await names(`&location_id=${south}`)).toEqual(["Everywhere"])
    })

    it("SAFE-1: what leaves is an allow-list, priced in the currency asked for", async () => {
      const { id, variant_id } = await sellable(
        { name: "Pass", terms: "Be kind.", revenue_category: "Secret", metadata: { margin: 3 } },
        [row(30, { tax_rate: 7 }), row(20)]
      )
      const wider = await answerOf(api.get(`${PATH}?currency_code=eur&fields=*metadata`, shop.store))
      expect(wider.status).toBe(400)
      const { data } = await one(id)
      expect(data.membership_plan).toMatchObject({
        variant_id,
        handle: "pass",
        terms: { version: 1, text: "Be kind." },
        currency_code: "eur",
        // Both rows are `Any`: one person takes the first.
        from_amount: 30,
        chart: {
          version: 1,
          rows: [
            { position: 1, label: "At 30", classification: null, required: false, amount: 30, tax_rate: 7 },
            { position: 2, amount: 20, tax_rate: null },
          ],
        },
      })
      for (const field of ["metadata", "revenue_category", "owns_product", "status"]) {
        expect(data.membership_plan).not.toHaveProperty(field)
      }
      expect(data.membership_plan).not.toHaveProperty("eligible")
    })

    it("SALE-11: a hidden plan is found by its address; drafts and archived ones are not", async () => {
      const hidden = await sellable({ name: "Friends deal", portal: { visible: false } })
      expect((await one("friends-deal")).data.membership_plan.id).toBe(hidden.id)
      const draft = await sellable({ name: "Draft", status: "draft" })
      expect((await one(draft.id)).status).toBe(404)
      await api.post(`/admin/membership-plans/${hidden.id}`, { status: "archived" }, shop.admin)
      expect((await one(hidden.id)).status).toBe(404)
    })

    it("SALE-11, PLAN-8: a customer learns what they are eligible for, and why not", async () => {
      const customer = await signUp(api, shop.store)
      const regular = await sellable({ name: "Regular" })
      const intro = await sellable({
        name: "Trial",
        billing: { type: "one_time" },
        validity: { unit: "week", count: 2 },
        introductory_offer: {},
      })
      const mine = async () => {
        const { membership_plans } = (await api.get(`${PATH}?currency_code=eur`, customer)).data
        return Object.fromEntries(
          membership_plans.map((plan: Json) => [
            plan.id,
            [plan.eligible, plan.ineligible_reasons.map((r: Json) => r.code)],
          ])
        )
      }
      expect(await mine()).toEqual({ [regular.id]: [true, []], [intro.id]: [true, []] })
      const membership = getContainer().resolve("membership")
      const [chart] = await membership.listMembershipPriceCharts({ plan_id: regular.id })
      const facts = { plan_id: regular.id, price_chart_id: chart!.id, currency_code: "eur", signup_fee: 0 }
      const draft = await membership.createMembershipSaleDrafts({
        ...facts,
        quote_id: "q",
        seats: [],
        lines: [],
      } as never)
      const sold = {
        customer_id: customer.customer.id,
        time_zone: "UTC",
        purchased_at: new Date(),
        activated_at: new Date(),
        status: "active",
      }
      await membership.createMemberships({ ...facts, ...sold, sale_draft_id: (draft as Json).id } as never)
      expect(await mine()).toEqual({ [regular.id]: [true, []], [intro.id]: [false, ["not_eligible"]] })
      expect((await list()).membership_plans[0]).not.toHaveProperty("eligible")
    })
  },
})

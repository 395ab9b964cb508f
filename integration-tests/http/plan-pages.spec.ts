import { createPlan, createSellablePlan, row } from "../support/plans"
import { answerOf, createShop, type Json, type Shop } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const PATH = "/admin/membership-plans"

/** What the pages about plans ask for beside the plans. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    beforeAll(async () => {
      shop = await createShop(api, getContainer())
    })

    const get = async (path: string): Promise<Json> => (await api.get(path, shop.admin)).data
    const sellable = (body: Json, rows: Json[] = [row(30)]) => createSellablePlan(api, shop.admin, body, rows)
    const storefront = (id: string, query = "currency_code=eur") => get(`${PATH}/${id}/storefront?${query}`)

    const sold = async (plan_id: string, status: string) => {
      const membership = getContainer().resolve("membership")
      const [chart] = await membership.listMembershipPriceCharts({ plan_id })
      const facts = { plan_id, price_chart_id: chart!.id, currency_code: "eur", signup_fee: 0 }
      const draft = { ...facts, quote_id: `q-${status}`, seats: [], lines: [] }
      const { id } = (await membership.createMembershipSaleDrafts(draft as never)) as Json
      const sale = { time_zone: "UTC", purchased_at: new Date(), status, sale_draft_id: id }
      await membership.createMemberships({ ...facts, ...sale } as never)
    }

    it("PLAN-14: plans tell how many live memberships they have, and how many there ever were", async () => {
      const { id } = await sellable({ name: "Gold" })
      const other = await createPlan(api, shop.admin, { name: "Unsold" })
      const statuses = ["pending", "active", "on_hold", "exhausted", "expired", "canceled", "void"]
      for (const status of statuses) await sold(id, status)
      const counts = { live: 3, total: 7 }
      expect((await get(`${PATH}/${id}`)).membership_plan.membership_counts).toEqual(counts)
      const { membership_plans } = await get(`${PATH}?fields=id,name`)
      const of = (plan_id: string) =>
        membership_plans.find((plan: Json) => plan.id === plan_id).membership_counts
      expect([of(id), of(other.id)]).toEqual([counts, { live: 0, total: 0 }])
      const batch = await api.post(`${PATH}/batch`, { ids: [id], revenue_category: "Gold" }, shop.admin)
      expect(batch.data.membership_plans[0].membership_counts).toEqual(counts)
      expect((await answerOf(api.delete(`${PATH}/${id}`, shop.admin))).data.code).toBe("plan_was_sold")
    })

    it("PLAN-16: several audiences can be asked for at once", async () => {
      for (const audience of ["household", "shared", "corporate"]) {
        await createPlan(api, shop.admin, { name: audience, audience })
      }
      const { membership_plans } = await get(`${PATH}?audience[]=household&audience[]=corporate`)
      expect(membership_plans.map((plan: Json) => plan.audience).sort()).toEqual(["corporate", "household"])
    })

    it("CHART-9: the checklist names the currency in which prices are missing", async () => {
      const { id } = await sellable({ name: "Only euros" })
      await api.post(`${PATH}/${id}`, { currency_codes: null }, shop.admin)
      const { problems } = (await get(`${PATH}/${id}`)).membership_plan.sellability
      expect(problems.every((problem: Json) => problem.currency_code !== "eur")).toBe(true)
      for (const { code, currency_code } of problems) {
        if (code === "currency_not_priced") expect(currency_code).toMatch(/^[a-z]{3}$/)
      }
    })

    it("SALE-11: staff see exactly what the store's route answers, and that customers find it", async () => {
      const { id } = await sellable({ name: "Pass", terms: "Be kind.", metadata: { margin: 3 } })
      const { membership_plan } = (
        await api.get(`/store/membership-plans/${id}?currency_code=eur`, shop.store)
      ).data
      expect(await storefront(id)).toEqual({ membership_plan, is_found: true, is_listed: true })
      expect(membership_plan).not.toHaveProperty("eligible")
    })

    it("SALE-11: a draft is shown as it will be, and said not to be found", async () => {
      const { id } = await sellable({ name: "Soon", status: "draft" })
      const soon = await storefront(id)
      expect(soon).toMatchObject({ is_found: false, is_listed: false, membership_plan: { from_amount: 30 } })
      const bare = await createPlan(api, shop.admin, { name: "No prices", status: "active" })
      expect(await storefront(bare.id)).toMatchObject({ is_found: false, membership_plan: { chart: null } })
    })

    it("SALE-11, PLAN-10: hidden, elsewhere or in another currency it is found, but not listed", async () => {
      const hidden = await sellable({ name: "Hidden", portal: { visible: false } })
      expect(await storefront(hidden.id)).toMatchObject({ is_found: true, is_listed: false })
      const branch = async (name: string) =>
        (await api.post("/admin/stock-locations", { name }, shop.admin)).data.stock_location.id
      const [north, south] = [await branch("North"), await branch("South")]
      const { id } = await sellable({ name: "North only", locations: { sold_at: [north] } })
      const at = async (location_id: string) =>
        (await storefront(id, `currency_code=eur&location_id=${location_id}`)).is_listed
      expect([await at(north), await at(south)]).toEqual([true, false])
      const dollars = await storefront(id, "currency_code=usd")
      expect(dollars).toMatchObject({ is_listed: false, membership_plan: { chart: null, from_amount: null } })
    })

    it("SAFE-1: a preview of nothing is not found, and shows only the allow-list", async () => {
      expect((await answerOf(api.get(`${PATH}/mplan_none/storefront`, shop.admin))).status).toBe(404)
      const { id } = await sellable({ name: "Pass" })
      const wider = await answerOf(api.get(`${PATH}/${id}/storefront?fields=*metadata`, shop.admin))
      expect(wider.status).toBe(400)
    })
  },
})

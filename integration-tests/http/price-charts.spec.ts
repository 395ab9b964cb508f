import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createPlan, createSellablePlan, finalizedChart, publishedChart, row } from "../support/plans"
import { answerOf, createShop, type Json, type Shop } from "../support/shop"
import { studioTests } from "../support/studio-tests"

studioTests({
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    beforeAll(async () => {
      shop = await createShop(api, getContainer())
    })

    const post = async (path: string, body: Json = {}) => answerOf(api.post(path, body, shop.admin))
    const get = async (path: string): Promise<Json> => (await api.get(path, shop.admin)).data
    const plan = async (body: Json = {}) => createPlan(api, shop.admin, { currency_codes: ["eur"], ...body })
    const chartsOf = (plan_id: string) => `/admin/membership-plans/${plan_id}/price-charts`
    const draft = async (plan_id: string, body: Json = {}) =>
      (await post(chartsOf(plan_id), body)).data.price_chart
    const write = async (id: string, rows: Json[]) => post(`/admin/price-charts/${id}`, { rows })
    const pricesOf = async (variant_id: string): Promise<number[]> => {
      const query = getContainer().resolve(ContainerRegistrationKeys.QUERY)
      const fields = ["prices.amount"]
      const { data } = await query.graph({
        entity: "product_variant",
        fields,
        filters: { id: variant_id },
      })
      return (data[0].prices ?? []).map((price: Json) => price.amount)
    }

    it("CHART-2: a blank version has two Any rows when shared, one when individual", async () => {
      const shared = await draft((await plan({ audience: "household" })).id)
      expect(shared).toMatchObject({
        version: 1,
        state: "draft",
        rows: [
          { position: 1, label: "Default 1", classification_id: null, required: false, prices: [] },
          { position: 2, label: "Default 2", classification_id: null },
        ],
      })
      expect((await draft((await plan()).id)).rows).toHaveLength(1)
    })

    it("CHART-2: a version copies any other of the same plan, and of no other", async () => {
      const { id } = await plan()
      const first = await publishedChart(api, shop.admin, id, [row(40, { tax_rate: 7 }), row(20)])
      const copy = await draft(id, { template_id: first.id })
      expect(copy).toMatchObject({ version: 2, state: "draft", template_id: first.id })
      const content = ({ label, prices, tax_rate }: Json) => ({ label, prices, tax_rate })
      expect(copy.rows.map(content)).toEqual(first.rows.map(content))
      const { status, data } = await post(chartsOf((await plan({ name: "Other" })).id), {
        template_id: first.id,
      })
      expect([status, data.code]).toEqual([404, "not_found"])
      expect((await get(chartsOf(id))).price_charts.map((chart: Json) => chart.version)).toEqual([2, 1])
    })

    it("CHART-4: rows are replaced as a whole while a draft, with their classification", async () => {
      const { membership_classification: adult } = (
        await post("/admin/membership-classifications", { name: "Adult", min_age: 18 })
      ).data
      const chart = await draft((await plan({ audience: "household" })).id)
      const rows = [
        row(50, { classification_id: adult.id, required: true }),
        { prices: [] },
        row(10, { label: "Further adult", classification_id: adult.id, unlimited: true }),
      ]
      const { data } = await write(chart.id, rows)
      expect(data.price_chart.rows).toMatchObject([
        {
          position: 1,
          classification: { id: adult.id, name: "Adult", min_age: 18, max_age: null },
          required: true,
        },
        { position: 2, label: null, classification: null, prices: [] },
        {
          position: 3,
          label: "Further adult",
          unlimited: true,
          prices: [{ currency_code: "eur", amount: 10 }],
        },
      ])
      const unknown = await write(chart.id, [row(1), row(2, { classification_id: "mclas_none" })])
      expect([unknown.status, unknown.data.code, unknown.data.details.row]).toEqual([
        400,
        "classification_unknown",
        2,
      ])
    })

    it("CHART-5, SAFE-1: what no chart can be is refused row by row, and nothing is written", async () => {
      const chart = await draft((await plan({ audience: "shared" })).id)
      const { status, data } = await write(chart.id, [
        row(10, { unlimited: true, required: true }),
        row(-1),
        row(5.001, { tax_rate: 120 }),
      ])
      expect([status, data.code]).toEqual([400, "chart_row_invalid"])
      const found = data.details.problems.map((one: Json) => [one.row, one.problem])
      expect(found).toEqual(
        expect.arrayContaining([
          [1, "unlimited_required"],
          [1, "unlimited_not_last"],
          [2, "amount_invalid"],
          [3, "amount_invalid"],
          [3, "tax_rate_invalid"],
        ])
      )
      expect((await get(`/admin/price-charts/${chart.id}`)).price_chart.rows).toHaveLength(2)
    })

    it("CHART-9: only a complete version finalizes: labelled, and priced in every currency of the store", async () => {
      const { stores } = await get("/admin/stores")
      const supported_currencies = [{ currency_code: "eur", is_default: true }, { currency_code: "usd" }]
      await post(`/admin/stores/${stores[0].id}`, { supported_currencies })
      const { id } = await createPlan(api, shop.admin)
      const chart = await draft(id)
      await write(chart.id, [row(10), row(9), { prices: [{ currency_code: "eur", amount: 0 }] }])
      const { status, data } = await post(`/admin/price-charts/${chart.id}/finalize`)
      expect([status, data.code]).toEqual([400, "chart_incomplete"])
      const found = data.details.problems.map((one: Json) => [one.row, one.problem])
      expect(found).toEqual(
        expect.arrayContaining([
          [1, "price_missing"],
          [3, "label_missing"],
        ])
      )
      await post(`/admin/membership-plans/${id}`, { currency_codes: ["EUR"] })
      await write(chart.id, [{ prices: [{ currency_code: "EUR", amount: 0 }] }])
      const done = (await post(`/admin/price-charts/${chart.id}/finalize`)).data.price_chart
      expect(done).toMatchObject({ state: "finalized", finalized_at: expect.any(String) })
    })

    it("CHART-3: a finalized version never changes again; a draft can be thrown away", async () => {
      const { id } = await plan()
      const chart = await finalizedChart(api, shop.admin, id, [row(10)])
      const refusals = [
        await write(chart.id, [row(1)]),
        await post(`/admin/price-charts/${chart.id}/finalize`),
        await answerOf(api.delete(`/admin/price-charts/${chart.id}`, shop.admin)),
      ]
      expect(refusals.map(({ status, data }) => [status, data.code])).toEqual(
        refusals.map(() => [409, "chart_not_draft"])
      )
      const thrown = await draft(id)
      expect((await post(`/admin/price-charts/${thrown.id}/publish`)).data.code).toBe("chart_not_finalized")
      await api.delete(`/admin/price-charts/${thrown.id}`, shop.admin)
      expect((await get(chartsOf(id))).count).toBe(1)
      expect((await draft(id)).version).toBe(3)
      expect((await post(`/admin/membership-plans/${id}`, { audience: "shared" })).data.details.field).toBe(
        "audience"
      )
    })

    it("CHART-3, SALE-3: exactly one is published; a sale price and back, and the variant's price with it", async () => {
      const { id, variant_id } = await createSellablePlan(api, shop.admin, {}, [row(40)])
      const [regular] = (await get(chartsOf(id))).price_charts
      const sale = await publishedChart(api, shop.admin, id, [row(25)])
      expect(sale.published_at).toEqual(expect.any(String))
      expect(await pricesOf(variant_id)).toEqual([25])
      const states = async () =>
        Object.fromEntries(
          (await get(chartsOf(id))).price_charts.map((chart: Json) => [chart.version, chart.state])
        )
      expect(await states()).toEqual({ 1: "finalized", 2: "published" })
      await post(`/admin/price-charts/${regular.id}/publish`)
      expect(await states()).toEqual({ 1: "published", 2: "finalized" })
      expect(await pricesOf(variant_id)).toEqual([40])
    })

    it("SALE-3: an unmodified storefront sells a plan without choices, and cannot one that needs choices", async () => {
      const plain = await createSellablePlan(api, shop.admin, { name: "Plain" }, [row(30)])
      const choice = await createSellablePlan(api, shop.admin, { name: "Choice" }, [row(30), row(20)])
      expect(await pricesOf(choice.variant_id)).toEqual([])
      const { cart } = (await api.post("/store/carts", { region_id: shop.region.id }, shop.store)).data
      const add = (variant_id: string) =>
        answerOf(api.post(`/store/carts/${cart.id}/line-items`, { variant_id, quantity: 1 }, shop.store))
      const added = (await add(plain.variant_id)).data.cart
      expect(added.items).toMatchObject([{ unit_price: 30, requires_shipping: false }])
      expect((await add(choice.variant_id)).status).toBeGreaterThanOrEqual(400)
    })

    it("SAFE-1: when the price cannot follow, the former version stays published", async () => {
      const { id, variant_id } = await createSellablePlan(api, shop.admin, {}, [row(40)])
      const sale = await finalizedChart(api, shop.admin, id, [row(25)])
      const pricing = getContainer().resolve(Modules.PRICING)
      const failing = jest
        .spyOn(Object.getPrototypeOf(pricing), "updatePriceSets")
        .mockRejectedValue(new Error("x"))
      try {
        expect((await post(`/admin/price-charts/${sale.id}/publish`)).status).toBe(500)
      } finally {
        failing.mockRestore()
      }
      const charts = (await get(chartsOf(id))).price_charts
      expect(charts.map((chart: Json) => chart.state)).toEqual(["finalized", "published"])
      expect(await pricesOf(variant_id)).toEqual([40])
    })

    it("CHART-4: a row's tax override taxes its lines in every tax region, later ones too", async () => {
      const region = (country_code: string, rate: number) =>
        post("/admin/tax-regions", {
          country_code,
          provider_id: "tp_system",
          default_tax_rate: { rate, code: "default", name: "Default" },
        })
      await region("de", 19)
      const rows = [row(40, { tax_rate: 7 })]
      const { product_id } = await createSellablePlan(api, shop.admin, {}, rows)
      await createSellablePlan(api, shop.admin, { name: "Second" }, rows)
      const types = await getContainer()
        .resolve(Modules.PRODUCT)
        .listProductTypes({ value: "Membership tax 7%" })
      expect(types).toHaveLength(1)
      const product_type_id = types[0]!.id
      expect((await get(`/admin/products/${product_id}`)).product.type_id).toBe(product_type_id)

      const tax = getContainer().resolve(Modules.TAX)
      const ratesIn = async (country_code: string) => {
        const items = [
          { id: "seven", product_id, product_type_id, quantity: 1, unit_price: 40 },
          { id: "rest", product_id: "prod_other", quantity: 1, unit_price: 40 },
        ]
        const lines = await tax.getTaxLines(items, { address: { country_code } })
        return Object.fromEntries(lines.map((line: Json) => [line.line_item_id, line.rate]))
      }
      expect(await ratesIn("de")).toEqual({ seven: 7, rest: 19 })
      await region("at", 20)
      expect(await ratesIn("at")).toEqual({ seven: 20, rest: 20 })
      await createSellablePlan(api, shop.admin, { name: "Third" }, rows)
      expect(await ratesIn("at")).toEqual({ seven: 7, rest: 20 })
    })
  },
})

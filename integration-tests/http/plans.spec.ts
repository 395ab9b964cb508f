import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createPlan, createSellablePlan, row } from "../support/plans"
import { answerOf, createShop, type Json, type Shop } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const PATH = "/admin/membership-plans"
const PRODUCT = "title,handle,description,thumbnail,status,discountable,*variants,*sales_channels"

studioTests({
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    beforeAll(async () => {
      shop = await createShop(api, getContainer())
    })

    const post = async (path: string, body: Json) => answerOf(api.post(path, body, shop.admin))
    const get = async (path: string): Promise<Json> => (await api.get(path, shop.admin)).data
    const plan = async (body: Json = {}): Promise<Json> => createPlan(api, shop.admin, body)
    const product = async (id: string): Promise<Json> =>
      (await get(`/admin/products/${id}?fields=${PRODUCT}`)).product
    const pricesOf = async (variant_id: string): Promise<Json[]> => {
      const query = getContainer().resolve(ContainerRegistrationKeys.QUERY)
      const fields = ["prices.amount", "prices.currency_code"]
      const { data } = await query.graph({
        entity: "product_variant",
        fields,
        filters: { id: variant_id },
      })
      return (data[0].prices ?? []).map(({ amount, currency_code }: Json) => ({
        amount,
        currency_code,
      }))
    }

    it("PLAN-1: name, kind and audience are enough; the rest has a default", async () => {
      expect(await plan({ name: "Yoga für Alle!" })).toMatchObject({
        name: "Yoga für Alle!",
        handle: "yoga-fur-alle",
        status: "draft",
        billing: { type: "recurring", interval: "month", interval_count: 1 },
        is_recurring: true,
        entitlement: { type: "unlimited" },
        validity: null,
        starts: "purchase",
        renewal: { mode: "period_end" },
        portal: { visible: true, featured: false },
        locations: { sold_at: null, valid_at: null },
        terms: null,
        price_charts: [],
      })
      const pack = await plan({ name: "Ten visits", kind: "credit_pack" })
      expect(pack).toMatchObject({
        is_recurring: false,
        entitlement: { type: "credits", credits: 10, per: "term" },
      })
    })

    it("PLAN-1: every setting is kept as it was written", async () => {
      const yoga = (await post("/admin/membership-services", { name: "Yoga", kind: "class" })).data
      const settings = {
        description: "All classes",
        validity: { unit: "month", count: 3 },
        starts: "first_visit",
        must_start_within: { unit: "day", count: 30 },
        billing: { type: "one_time" },
        entitlement: { type: "credits", credits: 8, per: "term", scope: "separate", belongs_to: "seat" },
        services: [yoga.membership_service.id],
        signup_fee: [{ currency_code: "eur", amount: 19.9 }],
        guest_passes: 2,
        revenue_category: "Passes",
        access: { visit_limits: [{ count: 2, per: "day" }] },
        metadata: { color: "green" },
      }
      const { id } = await plan(settings)
      expect((await get(`${PATH}/${id}`)).membership_plan).toMatchObject(settings)
      const { data } = await post(`${PATH}/${id}`, { portal: { featured: true } })
      expect(data.membership_plan).toMatchObject({ ...settings, portal: { visible: true, featured: true } })
    })

    it("PLAN-1: a handle that we make is numbered, one that was given and is taken is refused", async () => {
      await plan({ name: "Gold" })
      expect((await plan({ name: "Gold" })).handle).toBe("gold-2")
      const { status, data } = await post(PATH, {
        name: "x",
        kind: "membership",
        audience: "individual",
        handle: "gold",
      })
      expect([status, data.code, data.details.field]).toEqual([409, "name_taken", "handle"])
    })

    it("PLAN-1, SALE-4: a text that differs is a new version of the terms; null takes them away", async () => {
      const { id, terms } = await plan({ terms: "Be kind." })
      expect(terms).toMatchObject({ version: 1, text: "Be kind." })
      const change = async (body: Json) => (await post(`${PATH}/${id}`, body)).data.membership_plan.terms
      expect(await change({ terms: "Be kind.", guest_passes: 1 })).toMatchObject({ id: terms.id, version: 1 })
      expect(await change({ terms: "Be very kind." })).toMatchObject({ version: 2 })
      expect(await change({ terms: null })).toBeNull()
      expect(await change({ terms: "Be kind." })).toMatchObject({ version: 4 })
    })

    it("SAFE-1: what contradicts itself, or names what does not exist, is refused by field; nothing is left", async () => {
      const refused = async (body: Json) => {
        const { status, data } = await post(PATH, {
          name: "Odd",
          kind: "membership",
          audience: "shared",
          ...body,
        })
        return [status, data.code, data.details?.field ?? data.details?.problems?.[0].field]
      }
      expect(await refused({ proration: true })).toEqual([400, "plan_invalid", "proration"])
      expect(await refused({ locations: { sold_at: ["sloc_none"] } })).toEqual([
        400,
        "plan_invalid",
        "locations.sold_at",
      ])
      expect(await refused({ currency_codes: ["chf"] })).toEqual([400, "plan_invalid", "currency_codes"])
      expect(await refused({ product_id: "prod_none" })).toEqual([404, "not_found", "product_id"])
      const intro = { billing: { type: "one_time" }, validity: { unit: "week", count: 2 } }
      const converts = { introductory_offer: { converts_to_plan_id: "mplan_none" }, ...intro }
      expect((await refused(converts))[2]).toBe("introductory_offer.converts_to_plan_id")
      expect(await refused({ colour: "red" })).toEqual([400, "invalid_request", "colour"])
      expect((await get(PATH)).count).toBe(0)
      expect((await get("/admin/products")).count).toBe(1)
    })

    it("PLAN-2: a plan is sold as a variant of its own product, without stock or shipping", async () => {
      const { product_id, variant_id, owns_product } = await plan({ name: "Solo" })
      expect(owns_product).toBe(true)
      expect(await product(product_id)).toMatchObject({
        title: "Solo",
        handle: "solo",
        status: "draft",
        discountable: true,
        sales_channels: [{ id: shop.sales_channel.id }],
        variants: [{ id: variant_id, title: "Solo", manage_inventory: false, allow_backorder: true }],
      })
    })

    it("PLAN-2: monthly and annual are plans on variants of one product", async () => {
      const monthly = await plan({ name: "Monthly", status: "active" })
      const annual = await plan({ name: "Annual", product_id: monthly.product_id })
      expect(annual).toMatchObject({ product_id: monthly.product_id, owns_product: false })
      const both = await product(monthly.product_id)
      expect(both.variants.map((variant: Json) => variant.title).sort()).toEqual(["Annual", "Monthly"])
      expect(both.status).toBe("published")
      await post(`${PATH}/${annual.id}`, { status: "active" })
      await post(`${PATH}/${monthly.id}`, { status: "archived" })
      expect((await product(monthly.product_id)).status).toBe("published")
      await post(`${PATH}/${annual.id}`, { status: "archived" })
      expect((await product(monthly.product_id)).status).toBe("draft")
    })

    it("PLAN-2: a variant can be chosen, by one plan only", async () => {
      const [variant] = shop.shirt.variants
      expect(await plan({ variant_id: variant.id })).toMatchObject({
        product_id: shop.shirt.id,
        owns_product: false,
      })
      const again = await post(PATH, {
        name: "x",
        kind: "membership",
        audience: "individual",
        variant_id: variant.id,
      })
      expect([again.status, again.data.code]).toEqual([409, "conflict"])
      expect((await product(shop.shirt.id)).status).toBe("published")
    })

    it("SALE-3: the product follows its plan's name, text, picture and status", async () => {
      const { id, product_id } = await plan({ name: "Old" })
      const image = "https://example.test/new.png"
      await post(`${PATH}/${id}`, { name: "New", description: "Better", image, status: "active" })
      const after = await product(product_id)
      expect(after).toMatchObject({
        title: "New",
        description: "Better",
        thumbnail: image,
        status: "published",
      })
      expect(after.variants[0].title).toBe("New")
      await post(`${PATH}/${id}`, { status: "archived" })
      expect((await product(product_id)).status).toBe("draft")
    })

    it("SALE-3: a product and its plan can be read from either side", async () => {
      const { id, product_id, variant_id } = await plan({ name: "Linked" })
      const query = getContainer().resolve(ContainerRegistrationKeys.QUERY)
      const read = async (entity: string, fields: string[], of: string) =>
        (await query.graph({ entity, fields, filters: { id: of } })).data[0]
      expect(
        (await read("membership_plan", ["product.title", "product_variant.title"], id)).product.title
      ).toBe("Linked")
      expect((await read("product_variant", ["membership_plan.*"], variant_id)).membership_plan.id).toBe(id)
      const { variants } = await read("product", ["variants.membership_plan.*"], product_id)
      expect(variants[0].membership_plan).toMatchObject({ id, name: "Linked" })
      expect((await get(`${PATH}/${id}?fields=id,product.title`)).membership_plan.product.title).toBe(
        "Linked"
      )
    })

    it("SAFE-1: when the plan cannot be stored, no product is left behind", async () => {
      const membership = getContainer().resolve("membership")
      const failing = jest
        .spyOn(Object.getPrototypeOf(membership), "createPlan")
        .mockRejectedValue(new Error("disk full"))
      try {
        expect((await post(PATH, { name: "Lost", kind: "membership", audience: "individual" })).status).toBe(
          500
        )
      } finally {
        failing.mockRestore()
      }
      const products = getContainer().resolve(Modules.PRODUCT)
      expect(await products.listProducts({ title: "Lost" }, { withDeleted: true })).toEqual([])
      expect(await products.listProductVariants({ title: "Lost" } as never, { withDeleted: true })).toEqual(
        []
      )
    })

    it("SAFE-1: when the product cannot follow, the plan stays as it was", async () => {
      const { id, product_id } = await plan({ name: "Steady", terms: "Old" })
      const products = getContainer().resolve(Modules.PRODUCT)
      await products.updateProducts(product_id, { handle: "steady" })
      const failing = jest
        .spyOn(Object.getPrototypeOf(products), "updateProductVariants")
        .mockRejectedValue(new Error("x"))
      const upserting = jest
        .spyOn(Object.getPrototypeOf(products), "upsertProductVariants")
        .mockRejectedValue(new Error("x"))
      try {
        const changed = await post(`${PATH}/${id}`, { name: "Changed", status: "active", terms: "New" })
        expect(changed.status).toBe(500)
      } finally {
        failing.mockRestore()
        upserting.mockRestore()
      }
      const { membership_plan } = await get(`${PATH}/${id}`)
      expect(membership_plan).toMatchObject({ name: "Steady", status: "draft", terms: { text: "Old" } })
      expect(await product(product_id)).toMatchObject({ title: "Steady", status: "draft" })
    })

    it("PLAN-14: draft, active, archived and back; never a draft again", async () => {
      const { id } = await plan()
      for (const status of ["active", "archived", "active"]) {
        expect((await post(`${PATH}/${id}`, { status })).data.membership_plan.status).toBe(status)
      }
      const { status, data } = await post(`${PATH}/${id}`, { status: "draft" })
      expect([status, data.code, data.details.field]).toEqual([400, "plan_invalid", "status"])
    })

    it("CHART-1: an active plan without a published chart is not sellable, and says why", async () => {
      const { sellability } = await plan({ status: "active" })
      expect(sellability).toMatchObject({ sellable: false, problems: [{ code: "chart_not_published" }] })
      const sold = await createSellablePlan(api, shop.admin, { name: "Ready" }, [row(10)])
      expect((await get(`${PATH}/${sold.id}`)).membership_plan.sellability).toEqual({
        sellable: true,
        problems: [],
      })
      expect((await get(`${PATH}?q=Ready`)).membership_plans[0].sellability.sellable).toBe(true)
    })

    it("PLAN-14: a plan that was never sold is deleted with its product; one that was sold is not", async () => {
      const unsold = await plan({ name: "Unsold" })
      expect((await api.delete(`${PATH}/${unsold.id}`, shop.admin)).data).toMatchObject({ deleted: true })
      expect((await answerOf(api.get(`${PATH}/${unsold.id}`, shop.admin))).status).toBe(404)
      expect((await answerOf(api.get(`/admin/products/${unsold.product_id}`, shop.admin))).status).toBe(404)

      const sold = await createSellablePlan(api, shop.admin, { name: "Sold" }, [row(10)])
      const membership = getContainer().resolve("membership")
      const [chart] = await membership.listMembershipPriceCharts({ plan_id: sold.id })
      const facts = { plan_id: sold.id, price_chart_id: chart!.id, currency_code: "eur", signup_fee: 0 }
      const draft = await membership.createMembershipSaleDrafts({
        ...facts,
        quote_id: "q",
        seats: [],
        lines: [],
      } as never)
      const times = { time_zone: "UTC", purchased_at: new Date() }
      await membership.createMemberships({
        ...facts,
        ...times,
        sale_draft_id: (draft as Json).id,
        status: "void",
      } as never)
      const { status, data } = await answerOf(api.delete(`${PATH}/${sold.id}`, shop.admin))
      expect([status, data.code]).toEqual([409, "plan_was_sold"])
    })

    it("PLAN-2: deleting one of several plans takes its variant alone", async () => {
      const first = await plan({ name: "First" })
      const second = await plan({ name: "Second", product_id: first.product_id })
      await api.delete(`${PATH}/${first.id}`, shop.admin)
      const left = await product(first.product_id)
      expect(left.variants.map((variant: Json) => variant.id)).toEqual([second.variant_id])
      expect(left.title).toBe("Second")
    })

    it("PLAN-16: staff filter by status, kind, branch, category and billing", async () => {
      const { stock_location } = (await post("/admin/stock-locations", { name: "North" })).data
      const here = { locations: { sold_at: [stock_location.id] } }
      await plan({ name: "A", status: "active", revenue_category: "Gym", ...here })
      await plan({ name: "B", kind: "credit_pack", revenue_category: "Shop" })
      await plan({ name: "C", audience: "shared", revenue_category: "Gym" })
      const other = (await post("/admin/stock-locations", { name: "South" })).data.stock_location
      const names = async (filter: string) =>
        (await get(`${PATH}?${filter}`)).membership_plans.map((one: Json) => one.name)
      expect(await names("")).toEqual(["C", "B", "A"])
      expect(await names("order=name")).toEqual(["A", "B", "C"])
      expect(await names("status[]=active")).toEqual(["A"])
      expect(await names("kind=credit_pack")).toEqual(["B"])
      expect(await names("audience=shared")).toEqual(["C"])
      expect(await names("revenue_category[]=Gym")).toEqual(["C", "A"])
      expect(await names("recurring=false")).toEqual(["B"])
      expect(await names(`location_id=${stock_location.id}`)).toEqual(["C", "B", "A"])
      expect(await names(`location_id=${other.id}`)).toEqual(["C", "B"])
      expect(await get(`${PATH}?limit=1&offset=1&q=`)).toMatchObject({ count: 3, limit: 1, offset: 1 })
    })

    it("PLAN-16: the revenue category of many is set at once, all or none", async () => {
      const [a, b] = [await plan({ name: "A" }), await plan({ name: "B" })]
      const unknown = await post(`${PATH}/batch`, { ids: [a.id, "mplan_none"], revenue_category: "Gym" })
      expect([unknown.status, unknown.data.details.ids]).toEqual([404, ["mplan_none"]])
      expect((await get(`${PATH}/${a.id}`)).membership_plan.revenue_category).toBeNull()
      const { status, data } = await post(`${PATH}/batch`, { ids: [a.id, b.id], revenue_category: "Gym" })
      expect(status).toBe(200)
      expect(data.membership_plans.map((one: Json) => one.revenue_category)).toEqual(["Gym", "Gym"])
      expect(
        (await post(`${PATH}/batch`, { ids: [a.id], revenue_category: "x", status: "active" })).status
      ).toBe(400)
    })

    it("SALE-3: a plan that needs no choices has a price, until it needs one", async () => {
      const { id, variant_id } = await createSellablePlan(api, shop.admin, { name: "Plain" }, [row(30)])
      expect(await pricesOf(variant_id)).toEqual([{ amount: 30, currency_code: "eur" }])
      await post(`${PATH}/${id}`, { terms: "Sign here" })
      expect(await pricesOf(variant_id)).toEqual([])
      await post(`${PATH}/${id}`, { terms: null })
      expect(await pricesOf(variant_id)).toEqual([{ amount: 30, currency_code: "eur" }])
      await post(`${PATH}/${id}`, { status: "archived" })
      expect(await pricesOf(variant_id)).toEqual([])
    })
  },
})

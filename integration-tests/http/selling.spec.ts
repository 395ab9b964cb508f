import { createClassifications, createFamilyPlan, FAMILY_OF_FOUR } from "../support/family"
import { createSellablePlan, finalizedChart, publishedChart, row } from "../support/plans"
import {
  answerOf,
  createShop,
  type Customer,
  type Json,
  payAndComplete,
  type Shop,
  signUp,
} from "../support/shop"
import { workOnCharges } from "../../src/workflows/billing/work-on-charges"
import { eventually } from "../support/sales"
import { studioTests } from "../support/studio-tests"

studioTests({
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let family: Json
    let pack: Json
    let customer: Customer

    beforeAll(async () => {
      shop = await createShop(api, getContainer())
      await api.post(
        "/admin/tax-regions",
        {
          country_code: "de",
          provider_id: "tp_system",
          default_tax_rate: { name: "VAT", rate: 19, code: "de" },
        },
        shop.admin
      )
      family = await createFamilyPlan(api, shop.admin, await createClassifications(api, shop.admin))
      pack = await createSellablePlan(
        api,
        shop.admin,
        {
          name: "Ten classes",
          kind: "credit_pack",
          entitlement: { type: "credits", credits: 10, per: "term", scope: "shared" },
        },
        [row(150)]
      )
      customer = await signUp(api, shop.store)
    })

    const quote = (plan: Json, body: Json = {}) =>
      answerOf(
        api.post(
          `/store/membership-plans/${plan.id}/quote`,
          { region_id: shop.region.id, people: FAMILY_OF_FOUR, ...body },
          customer
        )
      )
    const newCart = async (items: Json[] = []) =>
      (
        await api.post(
          "/store/carts",
          { region_id: shop.region.id, email: "jane@example.test", items },
          customer
        )
      ).data.cart
    const add = (cart: Json, body: Json = {}) =>
      answerOf(
        api.post(
          `/store/carts/${cart.id}/memberships`,
          { plan_id: family.id, people: FAMILY_OF_FOUR, accepted_terms_version: 1, ...body },
          customer
        )
      )
    const refused = (answer: Json) => ({ status: answer.status, code: answer.data.code })
    const cartOf = async (id: string) => (await api.get(`/store/carts/${id}`, customer)).data.cart
    const memberships = async () => getContainer().resolve("membership").listMemberships({})

    describe("the quote", () => {
      it("SALE-1: shows seats, fee, tax, total and the next charges, and stores nothing", async () => {
        const { status, data } = await quote(family)
        expect(status).toBe(200)
        expect(data.quote).toMatchObject({
          currency_code: "eur",
          signup_fee: 19.9,
          subtotal: 152.9,
          discount_total: 0,
          tax_total: 29.05,
          total: 181.95,
          terms: { version: 1, text: "Be kind." },
        })
        expect(data.quote.seats.map((seat: Json) => [seat.label, seat.amount])).toEqual([
          ["First adult", 59],
          ["Second adult", 49],
          ["First child", 25],
          ["Child aged 5 to 8", 0],
        ])
        expect(data.quote.schedule).toHaveLength(3)
        expect(data.quote.schedule[0].total).toBe(158.27)
        expect(await getContainer().resolve("membership").listMembershipSaleDrafts({})).toHaveLength(0)
      })

      it("SALE-1: the same offer has the same id; another one has another", async () => {
        const [first, again] = [await quote(family), await quote(family)]
        expect(again.data.quote.id).toBe(first.data.quote.id)
        const more = await quote(family, {
          people: [...FAMILY_OF_FOUR, { date_of_birth: FAMILY_OF_FOUR[3]?.date_of_birth }],
        })
        expect(more.data.quote.id).not.toBe(first.data.quote.id)
      })

      it("MONEY-3: every line says which chart version, row and tax made it", async () => {
        const { data } = await quote(family)
        expect(data.quote.lines[0]).toMatchObject({
          kind: "seat",
          row_position: 1,
          chart_version: 1,
          unit_price: 59,
          taxes: [{ code: "de", rate: 19 }],
        })
        expect(data.quote.lines.at(-1)).toMatchObject({ kind: "signup_fee", chart_version: null })
      })

      it("SALE-10 (first charge): a promotion code shows as the discount that the cart will give", async () => {
        await api.post(
          "/admin/promotions",
          {
            code: "TEN",
            type: "standard",
            status: "active",
            is_automatic: false,
            application_method: {
              type: "percentage",
              target_type: "items",
              allocation: "across",
              value: 10,
              currency_code: "eur",
            },
          },
          shop.admin
        )
        const { data } = await quote(family, { promo_codes: ["TEN"] })
        expect(data.quote).toMatchObject({ discount_total: 15.29, total: 163.76 })
        const cart = await newCart()
        expect((await add(cart, { quote_id: data.quote.id })).data.code).toBe("quote_stale")
        const added = await add(cart, { quote_id: data.quote.id, promo_codes: ["TEN"] })
        expect(added.status).toBe(200)
        expect(added.data.cart.total).toBeCloseTo(163.76, 2)
      })

      it("SALE-1, SALE-10: a code for two charges lowers them as the quote shows; what is charged is what it showed", async () => {
        const method = { type: "percentage", target_type: "items", allocation: "across", value: 10 }
        await api.post(
          "/admin/promotions",
          {
            ...{ code: "TWICE", type: "standard", status: "active", metadata: { membership_charges: 2 } },
            application_method: { ...method, currency_code: "eur" },
          },
          shop.admin
        )
        const { data } = await quote(family, { promo_codes: ["TWICE"] })
        const { schedule } = data.quote
        // 133.00 a month before tax: 10 % off the next charge, and nothing off those after it.
        expect(schedule.map(({ total }: Json) => total)).toEqual([142.44, 158.27, 158.27])
        const cart = await newCart()
        expect((await add(cart, { quote_id: data.quote.id, promo_codes: ["TWICE"] })).status).toBe(200)
        await payAndComplete(api, customer, cart.id)
        const module = getContainer().resolve("membership")
        const sold = await eventually(async () => {
          const [membership] = await memberships()
          expect(membership).toBeDefined()
          return membership!
        })
        await api.post(`/admin/memberships/${sold.id}/record-payment`, {}, shop.admin)
        const told = (await api.get(`/admin/memberships/${sold.id}`, shop.admin)).data.membership
        expect(told.discounts).toEqual([
          expect.objectContaining({ code: "TWICE", percent: 10, amount: null, cycles_left: 1 }),
        ])
        const now = `${schedule[2].due_on}T12:00:00.000Z`
        await module.adjustStudioClock({ now, actor: { type: "system", id: null } })
        await workOnCharges(getContainer())
        const charges = (await module.listMembershipCharges(
          { membership_id: sold.id },
          { order: { period_index: "ASC" } }
        )) as Json[]
        expect(charges.map((charge) => Number(charge.total_minor) / 100)).toEqual([142.44, 158.27, 158.27])
        expect(charges[0].lines.map((line: Json) => line.discounts.map((each: Json) => each.code))).toEqual([
          ...[["TWICE"], ["TWICE"], ["TWICE"], []],
        ])
        const later = (await api.get(`/admin/memberships/${sold.id}`, shop.admin)).data.membership
        expect(later.discounts[0].cycles_left).toBe(0)
      })

      it.each([
        ["seats_below_required", { people: FAMILY_OF_FOUR.slice(0, 1) }],
        [
          "classification_unknown",
          { people: undefined, seats: [{ classification_id: "mclas_no", count: 1 }] },
        ],
        ["currency_not_priced", { region_id: "reg_none" }],
        ["invalid_request", { seats: [{ classification_id: null, count: 1 }] }],
        ["start_not_allowed", { starts_on: "2020-01-01" }],
      ])("SAFE-1: refuses with %s", async (code, body) => {
        const { status, data } = await quote(family, body)
        expect({ status: Math.floor(status / 100), code: data.code }).toEqual({ status: 4, code })
      })
    })

    describe("the cart", () => {
      it("SALE-2: one line per chart row and one for the fee, beside merchandise, at the quoted price", async () => {
        const shown = (await quote(family)).data.quote
        const cart = await newCart([{ variant_id: shop.shirt.variants[0].id, quantity: 2 }])
        const { status, data } = await add(cart, { quote_id: shown.id })
        expect(status).toBe(200)
        expect(data.cart.items).toHaveLength(6)
        const lines = data.cart.items.filter(
          (item: Json) => item.metadata?.membership_draft_id === data.draft_id
        )
        expect(lines.map((line: Json) => line.unit_price).sort((a: number, b: number) => a - b)).toEqual([
          0, 19.9, 25, 49, 59,
        ])
        expect(lines.every((line: Json) => line.requires_shipping === false)).toBe(true)
        expect(data.cart.total).toBeCloseTo(Number(shown.total) + 50 * 1.19, 2)
      })

      it("SALE-1: a stale quote is refused with the fresh one and the difference, and nothing is stored", async () => {
        const shown = (await quote(family)).data.quote
        const chart = (await api.get(`/admin/membership-plans/${family.id}/price-charts`, shop.admin)).data
          .price_charts[0]
        const rows = chart.rows.map((each: Json, index: number) => ({
          label: each.label,
          classification_id: each.classification_id,
          required: each.required,
          unlimited: each.unlimited,
          prices: index === 0 ? [{ currency_code: "eur", amount: 69 }] : each.prices,
        }))
        await publishedChart(api, shop.admin, family.id, rows)
        const cart = await newCart()
        const answer = await add(cart, { quote_id: shown.id })
        expect(refused(answer)).toEqual({ status: 409, code: "quote_stale" })
        expect(answer.data.details.difference).toMatchObject({
          price_chart_version: { quoted: 1, now: 2 },
          amounts_minor: { total: { quoted: 18195, now: 19385 } },
        })
        expect(answer.data.details.quote.total).toBe(193.85)
        expect((await cartOf(cart.id)).items).toHaveLength(0)
        expect(
          await getContainer().resolve("membership").listMembershipSaleDrafts({ cart_id: cart.id })
        ).toHaveLength(0)
      })

      it("SALE-4: refused without acceptance of the current terms", async () => {
        const cart = await newCart()
        expect(refused(await add(cart, { accepted_terms_version: undefined }))).toEqual({
          status: 400,
          code: "terms_not_accepted",
        })
        expect(refused(await add(cart, { accepted_terms_version: 7 }))).toEqual({
          status: 400,
          code: "terms_not_accepted",
        })
      })

      it("SALE-2: no price, version or eligibility is taken from the client", async () => {
        const cart = await newCart()
        const fields = [
          "unit_price",
          "total",
          "price_chart_id",
          "customer_id",
          "eligible",
          "metadata",
          "signup_fee",
        ]
        for (const field of fields) {
          const answer = await add(cart, { [field]: 1 })
          expect(refused(answer)).toEqual({ status: 400, code: "invalid_request" })
          expect(answer.data.details.problems[0].field).toBe(field)
        }
      })

      it("SALE-2: the lines of one membership leave together, by our route, by the platform's DELETE or quantity 0", async () => {
        const ways = [
          (cart: Json, draft: string) => api.delete(`/store/carts/${cart.id}/memberships/${draft}`, customer),
          (cart: Json) => api.delete(`/store/carts/${cart.id}/line-items/${cart.items[0].id}`, customer),
          (cart: Json) =>
            api.post(`/store/carts/${cart.id}/line-items/${cart.items[0].id}`, { quantity: 0 }, customer),
        ]
        for (const remove of ways) {
          const { data } = await add(await newCart())
          expect((await remove(data.cart, data.draft_id)).status).toBe(200)
          expect((await cartOf(data.cart.id)).items).toHaveLength(0)
        }
      })

      it("SALE-2: a shopper cannot change the quantity or the metadata of a membership's line", async () => {
        const { data } = await add(await newCart())
        const line = `/store/carts/${data.cart.id}/line-items/${data.cart.items[0].id}`
        for (const body of [{ quantity: 3 }, { quantity: 1, metadata: { membership_draft_id: "other" } }]) {
          expect(refused(await answerOf(api.post(line, body, customer)))).toEqual({
            status: 409,
            code: "membership_line_locked",
          })
        }
      })

      it("SALE-2: a line that claims to belong to a membership is refused", async () => {
        const cart = await newCart()
        const { data } = await add(cart)
        const body = {
          variant_id: pack.variant_id,
          quantity: 1,
          metadata: { membership_draft_id: data.draft_id },
        }
        const forged = await answerOf(api.post(`/store/carts/${cart.id}/line-items`, body, customer))
        expect(refused(forged)).toEqual({ status: 409, code: "membership_line_locked" })
      })

      it("SALE-5: the region of a cart with a membership cannot be changed", async () => {
        const other = (
          await api.post(
            "/admin/regions",
            { name: "US", currency_code: "usd", countries: ["us"], payment_providers: ["pp_system_default"] },
            shop.admin
          )
        ).data.region
        const { data } = await add(await newCart())
        const change = await answerOf(
          api.post(`/store/carts/${data.cart.id}`, { region_id: other.id }, customer)
        )
        expect(refused(change)).toEqual({ status: 409, code: "cart_has_memberships" })
        const same = await answerOf(
          api.post(`/store/carts/${data.cart.id}`, { region_id: shop.region.id }, customer)
        )
        expect(same.status).toBe(200)
      })

      it("SALE-3: a plan that needs choices cannot be added by its variant; one without can, by the platform's own route", async () => {
        const cart = await newCart()
        const plain = (variant_id: string, quantity = 1) =>
          answerOf(api.post(`/store/carts/${cart.id}/line-items`, { variant_id, quantity }, customer))
        const answer = await plain(family.variant_id)
        expect(refused(answer)).toEqual({ status: 400, code: "needs_choices" })
        const fresh = await answerOf(
          api.post(
            "/store/carts",
            { region_id: shop.region.id, items: [{ variant_id: family.variant_id, quantity: 1 }] },
            customer
          )
        )
        expect(refused(fresh)).toEqual({ status: 400, code: "needs_choices" })
        const { data } = await plain(pack.variant_id, 2)
        expect(data.cart.items[0]).toMatchObject({ unit_price: 150, quantity: 2 })
      })

      it("CHART-4: a row with its own tax is taxed at it, in the quote as in the cart", async () => {
        const { id } = await createSellablePlan(api, shop.admin, { name: "Reduced" }, [
          row(100, { tax_rate: 7 }),
        ])
        const shown = (
          await quote({ id }, { people: undefined, seats: [{ classification_id: null, count: 1 }] })
        ).data.quote
        expect(shown).toMatchObject({ tax_total: 7, total: 107 })
        const cart = await newCart([{ variant_id: shop.shirt.variants[0].id, quantity: 1 }])
        const { data } = await add(cart, {
          plan_id: id,
          people: undefined,
          seats: [{ classification_id: null, count: 1 }],
          accepted_terms_version: undefined,
          quote_id: shown.id,
        })
        expect(data.cart.tax_total).toBeCloseTo(7 + 4.75, 5)
      })
    })

    describe("completion", () => {
      it("SALE-6, SALE-7: the order makes the membership, pending until the payment is recorded", async () => {
        const shown = (await quote(family)).data.quote
        const cart = await newCart([{ variant_id: shop.shirt.variants[0].id, quantity: 1 }])
        await add(cart, { quote_id: shown.id })
        const { data } = await payAndComplete(api, customer, cart.id)
        expect(data.type).toBe("order")
        const list = await until(async () => {
          const { data: answer } = await api.get(`/admin/memberships?order_id=${data.order.id}`, shop.admin)
          return answer.memberships.length ? answer.memberships : null
        })
        expect(list).toHaveLength(1)
        const { membership } = (await api.get(`/admin/memberships/${list[0].id}`, shop.admin)).data
        expect(membership).toMatchObject({ status: "pending", order_id: data.order.id })
        expect(membership.seats.map((seat: Json) => [seat.label, seat.required])).toEqual([
          ["First adult", true],
          ["Second adult", true],
          ["First child", true],
          ["Child aged 5 to 8", false],
        ])
        const paid = await api.post(`/admin/memberships/${membership.id}/record-payment`, {}, shop.admin)
        expect(paid.data.membership.status).toBe("active")
      })

      const stale: [string, string, () => Promise<unknown>][] = [
        [
          "plan_not_sellable",
          "the plan was archived",
          () => api.post(`/admin/membership-plans/${family.id}`, { status: "archived" }, shop.admin),
        ],
        [
          "terms_not_accepted",
          "the terms changed",
          () => api.post(`/admin/membership-plans/${family.id}`, { terms: "Be kinder." }, shop.admin),
        ],
        [
          "quote_stale",
          "another version was published",
          async () => {
            const charts = (await api.get(`/admin/membership-plans/${family.id}/price-charts`, shop.admin))
              .data.price_charts
            const copy = (
              await api.post(
                `/admin/membership-plans/${family.id}/price-charts`,
                { template_id: charts[0].id },
                shop.admin
              )
            ).data.price_chart
            await api.post(`/admin/price-charts/${copy.id}/finalize`, {}, shop.admin)
            await api.post(`/admin/price-charts/${copy.id}/publish`, {}, shop.admin)
          },
        ],
      ]
      it.each(stale)("SALE-5: refused with %s before money moves when %s", async (code, _why, change) => {
        const cart = await newCart()
        await add(cart)
        await change()
        const { payment_collection } = (
          await api.post("/store/payment-collections", { cart_id: cart.id }, customer)
        ).data
        const sessions = `/store/payment-collections/${payment_collection.id}/payment-sessions`
        const session = await answerOf(api.post(sessions, { provider_id: "pp_system_default" }, customer))
        expect(session.data.code).toBe(code)
        const complete = await answerOf(api.post(`/store/carts/${cart.id}/complete`, {}, customer))
        expect(complete.data.code).toBe(code)
        expect(await memberships()).toHaveLength(0)
      })

      it("SALE-3, SALE-5: a plain line whose price changed is refused, and sells again when added anew", async () => {
        const cart = await newCart([{ variant_id: pack.variant_id, quantity: 1 }])
        const dear = await finalizedChart(api, shop.admin, pack.id, [row(180)])
        await api.post(`/admin/price-charts/${dear.id}/publish`, {}, shop.admin)
        const complete = await answerOf(api.post(`/store/carts/${cart.id}/complete`, {}, customer))
        expect(refused(complete)).toEqual({ status: 409, code: "quote_stale" })
        const fresh = await newCart([{ variant_id: pack.variant_id, quantity: 1 }])
        expect((await payAndComplete(api, customer, fresh.id)).data.type).toBe("order")
      })

      it("SALE-6: submitting twice answers the same order", async () => {
        const cart = await newCart()
        await add(cart)
        const first = await payAndComplete(api, customer, cart.id)
        const again = await api.post(`/store/carts/${cart.id}/complete`, {}, customer)
        expect(again.data.order.id).toBe(first.data.order.id)
      })
    })
  },
})

async function until<T>(read: () => Promise<T | null>): Promise<T> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const value = await read()
    if (value !== null) return value
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error("it did not happen within ten seconds")
}

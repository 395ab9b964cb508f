import { moduleTests } from "./module-tests"

const ACTOR = { type: "user", id: "user_1" } as const

moduleTests({
  options: { clock: "adjustable" },
  testSuite: ({ service, sql }) => {
    const rows = [
      {
        label: "Adult",
        classification_id: null,
        required: false,
        unlimited: false,
        prices: [{ currency_code: "eur", amount: 40 }],
        tax_rate: null,
      },
    ]
    const newPlan = () =>
      service.createPlan({
        fields: { name: "Unlimited", kind: "membership", audience: "individual" },
        product_id: "prod_1",
        variant_id: `variant_${Math.random()}`,
        owns_product: true,
        actor: ACTOR,
      })
    const draft = async (plan_id: string): Promise<string> => {
      const id = await service.createPriceChart({ plan_id, actor: ACTOR })
      await service.replaceChartRows({ id, rows, actor: ACTOR })
      return id
    }
    const finalized = async (plan_id: string): Promise<string> => {
      const id = await draft(plan_id)
      await service.finalizePriceChart({ id, actor: ACTOR, store_currency_codes: ["eur"] })
      return id
    }

    it("CHART-3: the database refuses any change to the rows of a finalized version", async () => {
      const id = await finalized(await newPlan())
      const refused = /never change/
      const add = `insert into membership_chart_row (id, price_chart_id, position, prices) values ('mcrow_x', ?, 2, '[]')`
      await expect(sql(add, [id])).rejects.toThrow(refused)
      await expect(
        sql(`update membership_chart_row set label = 'x' where price_chart_id = ?`, [id])
      ).rejects.toThrow(refused)
      await expect(sql(`delete from membership_chart_row where price_chart_id = ?`, [id])).rejects.toThrow(
        refused
      )
      const [chart] = await service.loadPriceCharts([id])
      expect(chart?.rows).toEqual(rows)
    })

    it("CHART-3: its rows could be changed while it was a draft", async () => {
      const id = await draft(await newPlan())
      await sql(`update membership_chart_row set label = 'x' where price_chart_id = ?`, [id])
      expect((await service.loadPriceCharts([id]))[0]?.rows[0]?.label).toBe("x")
    })

    it("CHART-3: the database refuses two published versions of one plan", async () => {
      const plan_id = await newPlan()
      const [first, second] = [await finalized(plan_id), await finalized(plan_id)]
      await service.publishPriceChart({ id: first, actor: ACTOR })
      const publish = sql(`update membership_price_chart set state = 'published' where id = ?`, [second])
      await expect(publish).rejects.toThrow(/one_published/)
      const { former_id } = await service.publishPriceChart({ id: second, actor: ACTOR })
      expect(former_id).toBe(first)
    })

    it("CHART-3: states never go back, and no draft is published unseen", async () => {
      const plan_id = await newPlan()
      const [frozen, open] = [await finalized(plan_id), await draft(plan_id)]
      const to = (state: string, id: string) =>
        sql(`update membership_price_chart set state = ? where id = ?`, [state, id])
      await expect(to("draft", frozen)).rejects.toThrow(/never becomes a draft/)
      await expect(to("published", open)).rejects.toThrow(/finalized before/)
      await expect(sql(`delete from membership_price_chart where id = ?`, [frozen])).rejects.toThrow(
        /kept for life/
      )
    })

    it("CHART-1: a plan is loaded for sale with its published version and current terms, by id, handle or variant", async () => {
      const plan_id = await newPlan()
      expect((await service.loadSalePlan({ id_or_handle: plan_id })).published_chart).toBeNull()
      const id = await finalized(plan_id)
      await service.publishPriceChart({ id, actor: ACTOR })
      await service.updatePlan({ id: plan_id, fields: { terms: "Be kind." }, actor: ACTOR })
      const { plan, published_chart, current_terms } = await service.loadSalePlan({
        id_or_handle: "unlimited",
      })
      expect(published_chart).toMatchObject({ id, version: 1, rows })
      expect(current_terms).toMatchObject({ version: 1, text: "Be kind." })
      expect((await service.loadSalePlan({ variant_id: plan.variant_id })).plan.id).toBe(plan_id)
      await expect(service.loadSalePlan({ id_or_handle: "none" })).rejects.toMatchObject({
        code: "not_found",
      })
    })
  },
})

import { createDesk } from "../support/desk"
import { MONTHLY, renewals } from "../support/renewals"
import { publishChart } from "../support/sales"
import { studioTests } from "../support/studio-tests"

/** The rent has risen, and so do the prices, for those who are there as well. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    it("CHART-8, CHART-10: who renews before the day pays the old price once more; then all pay what the preview showed", async () => {
      const desk = await createDesk(api, getContainer())
      const { saveCard, work, told } = renewals(getContainer())
      const plan = await desk.plan({ name: "Monthly", ...MONTHLY })
      const first = await desk.person("Ada")
      const on_the_1st = await desk.sell(plan, first)
      await desk.clock("2027-03-20T12:00:00Z")
      const later = await desk.person("Ben")
      const on_the_20th = await desk.sell(plan, later)
      for (const { customer_id } of [first, later]) await saveCard(customer_id, "paid")

      const dearer = await publishChart(getContainer(), plan.id, 2, [{ label: "Default 1", amount: 120 }])
      const move = { to_price_chart_id: dearer, from_on: "2027-04-10", reason: "The rent has risen" }
      const path = `/admin/membership-plans/${plan.id}/price-migrations`
      const { price_migration: preview } = await desk.post(path, { ...move, preview: true })
      expect(preview).toMatchObject({ count: 2, totals: [{ currency_code: "eur", now: 200, then: 240 }] })
      await desk.post(path, move)
      await desk.clock("2027-05-25T12:00:00Z")
      await work()
      expect(await told(on_the_1st.id)).toEqual([
        "paid 100.00 from 2027-04-01",
        "paid 120.00 from 2027-05-01",
      ])
      expect(await told(on_the_20th.id)).toEqual([
        "paid 120.00 from 2027-04-20",
        "paid 120.00 from 2027-05-20",
      ])
    })
  },
})

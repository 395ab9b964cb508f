import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createPlan, finalizedChart, row } from "../support/plans"
import { answerOf, createShop, type Json, type Shop } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const CLIENTS = 4
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

studioTests({
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    beforeAll(async () => {
      shop = await createShop(api, getContainer())
    })

    const charts = async (count: number): Promise<Json[]> => {
      const { id } = await createPlan(api, shop.admin, { status: "active", currency_codes: ["eur"] })
      const made: Json[] = []
      for (let index = 0; index < count; index++)
        made.push(await finalizedChart(api, shop.admin, id, [row(index)]))
      return made
    }

    it("CHART-3: versions published at once are published one by one; the last one stays", async () => {
      const versions = await charts(CLIENTS)
      const publish = ({ id }: Json) =>
        answerOf(api.post(`/admin/price-charts/${id}/publish`, {}, shop.admin))
      const answers = await Promise.all(versions.map(publish))
      expect(answers.map(({ status }) => status)).toEqual(versions.map(() => 200))
      const stored = await getContainer()
        .resolve("membership")
        .listMembershipPriceCharts({ plan_id: versions[0].plan_id })
      expect(stored.map(({ state }) => state).sort()).toEqual([
        "finalized",
        "finalized",
        "finalized",
        "published",
      ])
    })

    /** The same two publishes on a copy of the table without the unique index, with the lock of the plan or without. */
    const publishOnCopy = async ({ locked }: { locked: boolean }): Promise<number> => {
      let read = 0
      const versions = await charts(2)
      const { plan_id } = versions[0]
      const database = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await database.raw(`drop table if exists chart_copy`)
      await database.raw(`create table chart_copy as select id, plan_id, state from membership_price_chart`)
      const publish = ({ id }: Json) =>
        database.transaction(async (transaction) => {
          if (locked)
            await transaction.raw(`select id from membership_plan where id = ? for update`, [plan_id])
          const published = await transaction("chart_copy").where({ plan_id, state: "published" })
          read++
          // With the lock the second one does not get here before the first is done.
          if (locked) await pause(300)
          else while (read < 2) await pause(5)
          for (const former of published)
            await transaction("chart_copy").where({ id: former.id }).update({ state: "finalized" })
          await transaction("chart_copy").where({ id }).update({ state: "published" })
        })
      await Promise.all(versions.map(publish))
      return (await database("chart_copy").where({ plan_id, state: "published" })).length
    }

    it("CHART-3: the plan's lock by itself leaves one published", async () => {
      expect(await publishOnCopy({ locked: true })).toBe(1)
    })

    it("negative control: without the lock and the index, two are published", async () => {
      expect(await publishOnCopy({ locked: false })).toBe(2)
    })
  },
})

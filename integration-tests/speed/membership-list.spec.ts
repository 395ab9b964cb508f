import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createPlanOnSale } from "../support/sales"
import { createShop, type Shop } from "../support/shop"
import { sellMany } from "../support/many-memberships"
import { studioTests } from "../support/studio-tests"

const PAGE = "/admin/memberships?limit=20&fields=%2Btime_zone"

/** The first page as the admin asks for it, by what is asked besides. `held` is whether the promise is about it. */
const QUESTIONS = [
  { what: "no filter", query: "", held: true },
  { what: "status", query: "&status[]=active", held: true },
  {
    what: "two statuses and a kind",
    query: "&status[]=active&status[]=pending&kind=membership",
    held: false,
  },
  { what: "q, one match", query: "&q=surname77", held: false },
  { what: "q, a seat's holder", query: "&q=holder42", held: false },
  { what: "q, all match", query: "&q=purchaser", held: false },
  { what: "q, none match", query: "&q=nobody", held: false },
]
const ROUNDS = 30
const WARM_UPS = 10

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!

studioTests({
  testSuite: ({ api, getContainer }) => {
    let shop: Shop

    beforeAll(async () => {
      shop = await createShop(api, getContainer())
    })

    async function timeOf(query: string): Promise<number> {
      const from = performance.now()
      const { data } = await api.get(`${PAGE}${query}`, shop.admin)
      const took = performance.now() - from
      expect(data.memberships.length).toBeLessThanOrEqual(20)
      return took
    }

    /** The questions take turns, so that whatever else the machine does meanwhile slows all of them. */
    async function medians(): Promise<number[]> {
      const times: number[][] = QUESTIONS.map(() => [])
      for (let round = -WARM_UPS; round < ROUNDS; round++) {
        for (const [index, { query }] of QUESTIONS.entries()) {
          const took = await timeOf(query)
          if (round >= 0) times[index]!.push(took)
        }
      }
      return times.map(median)
    }

    it("a table of 10,000 memberships answers its first page in less than twice the time of one of 100", async () => {
      const plan = await createPlanOnSale(api, getContainer(), shop, { name: "Unlimited" })
      const database = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await sellMany(database, plan, { from: 1, to: 100 })
      const few = await medians()
      await sellMany(database, plan, { from: 101, to: 10_000 })
      const many = await medians()
      const figures = QUESTIONS.map(({ what, held }, index) => ({
        ...{ what, held, ratio: many[index]! / few[index]! },
        line: `${what}: ${few[index]!.toFixed(1)} ms of 100, ${many[index]!.toFixed(1)} ms of 10,000`,
      }))
      process.stdout.write(
        `${figures.map(({ line, ratio }) => `  ${line}, × ${ratio.toFixed(2)}`).join("\n")}\n`
      )
      for (const { held, ratio, line } of figures) {
        if (held) expect({ line, isFast: ratio < 2 }).toEqual({ line, isFast: true })
      }
    })
  },
})

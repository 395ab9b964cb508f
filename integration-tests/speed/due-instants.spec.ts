import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createPlanOnSale } from "../support/sales"
import { createShop } from "../support/shop"
import { sellMany } from "../support/many-memberships"
import { studioTests } from "../support/studio-tests"

const ROUNDS = 40
const FEW = 100
const MANY = 20_000

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!

studioTests({
  testSuite: ({ api, getContainer }) => {
    const database = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    /** Renewals spread over the coming month, as a studio has them; a third ends some time. */
    const spread = () =>
      database().raw(
        `update membership set charges_next_at = timestamptz '2027-03-01' + (display_id % 720) * interval '1 hour',
           status_changes_at = case when display_id % 3 = 0 then timestamptz '2027-03-05' + (display_id % 997) * interval '1 day' end`
      )

    async function timeOf(): Promise<number> {
      const membership = getContainer().resolve("membership")
      const times: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const from = performance.now()
        await membership.dueInstants()
        times.push(performance.now() - from)
      }
      return median(times)
    }

    it(`TIME-5: when the next work is due is known of ${MANY} memberships in less than five times the time of ${FEW}`, async () => {
      const shop = await createShop(api, getContainer())
      const plan = await createPlanOnSale(api, getContainer(), shop, { name: "Unlimited" })
      await api.post("/admin/studio-clock", { now: "2027-03-10T12:30:00Z", run: false }, shop.admin)
      await sellMany(database(), plan, { from: 1, to: FEW })
      await spread()
      await database().raw("analyze")
      const few = await timeOf()
      await sellMany(database(), plan, { from: FEW + 1, to: MANY })
      await spread()
      await database().raw("vacuum analyze membership")
      const many = await timeOf()
      process.stdout.write(
        `due instants: ${few.toFixed(1)} ms of ${FEW}, ${many.toFixed(1)} ms of ${MANY} memberships\n`
      )
      expect(many / few).toBeLessThan(5)
    })
  },
})

import { contradictionsIn, reckoningOf, SOUND } from "../support/books"
import { live } from "../support/simulation/live"
import { DAYS, storyOf } from "../support/simulation/story"
import { blind, workerOf } from "../support/simulation/workers"
import { studioTests } from "../support/studio-tests"

// A bank that is silent is silent for a moment. The runner reads medusa-config.ts before it applies its `env`.
process.env.PAYMENT_SANDBOX_TIMEOUT_MS = "5"

const { SIMULATION_SEEDS: many = "50", SIMULATION_FROM: from = "1" } = process.env
const seeds = Array.from({ length: Number(many) }, (_, index) => Number(from) + index)
const described = `seeds ${seeds[0]} to ${seeds.at(-1)}`

// Several times what it takes, which is half a second for each.
jest.setTimeout(Math.max(3_600_000, seeds.length * 3_000))

/**
 * Two years of memberships with everything that goes wrong: cards that fail in ten ways, workers that die before and
 * after the money moves, workers that race, a studio that is offline. `npm run simulate -- --seeds 5000` lives more.
 */
studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ getContainer }) => {
    it(`BILL-1, BILL-2, BILL-4, CREDIT-1: ${described} live two years and nothing is charged twice, lost or untold`, async () => {
      const lives = await live(getContainer(), seeds.map(storyOf), { days: DAYS, worker: workerOf })
      expect({ described, ...(await reckoningOf(getContainer())) }).toEqual({ described, ...SOUND })
      const charges = lives.flatMap((life) => life.charges)
      expect(charges.filter(({ status }) => status === "paid").length).toBeGreaterThan(5 * seeds.length)
    })

    it("the same seed gives the same story, alone or among others", async () => {
      const few = [1, 2, 3].map((step) => seeds[0]! + step)
      const living = { days: 200, worker: workerOf }
      const among = await live(getContainer(), few.map(storyOf), living)
      const alone = await live(getContainer(), [storyOf(few[0]!)], living)
      expect(alone).toEqual(among.filter(({ seed }) => seed === few[0]))
    })

    it("BILL-4, negative control: a worker that charges again what it does not know takes money twice, and is found", async () => {
      const story = { ...storyOf(1), sold_on: 0, cards: ["timeout_paid", "timeout_paid"] as const, acts: [] }
      await live(getContainer(), [story], { days: 70, worker: () => blind })
      expect(await contradictionsIn(getContainer())).toContainEqual(expect.stringMatching(/taken twice/))
    })
  },
})

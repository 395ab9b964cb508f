import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listCaptures } from "../../src/providers/payment-sandbox"
import { taxAll } from "../../src/workflows/billing/work-on-charges"
import { liveUntilKnown, reckoningOf, SOUND, work } from "../support/books"
import { type Renewing, sellRenewing, setClock } from "../support/renewing"
import { studioTests } from "../support/studio-tests"

/** Where clocks go forward, and back, at midnight. */
const STUDIO_TIME_ZONE = "America/Havana"
// The runner reads medusa-config.ts before it applies its `env`.
Object.assign(process.env, { STUDIO_TIME_ZONE, PAYMENT_SANDBOX_TIMEOUT_MS: "5" })

const MANY = { limit: 500, offset: 0 }
const CARDS = ["paid", "timeout_paid", "declined", "three_d_secure"]

/** The studio's clock leaps, as a server's does that was asleep or was set wrong. */
studioTests({
  env: { STUDIO_TIME_ZONE },
  testSuite: ({ getContainer }) => {
    const clock = (now: string) => setClock(getContainer(), now)
    const membership = () => getContainer().resolve("membership")
    const captured = async () =>
      (
        await listCaptures(getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION), {}, MANY)
      ).captures.map(({ metadata }) => metadata.membership_id)
    const charges = async ({ membership_id }: Renewing) =>
      membership().listMembershipCharges(
        { membership_id },
        { order: { period_index: "ASC" }, take: 100, select: ["period_starts_on", "due_at", "status"] }
      )

    /** One of each card, sold at that instant. */
    async function payers(sold_at: string): Promise<Renewing[]> {
      await clock(sold_at)
      const sold: Renewing[] = []
      for (const card of CARDS) sold.push(await sellRenewing(getContainer(), card))
      return sold
    }

    it.each([
      ["3 days", "2027-04-03T09:00:00Z", 1],
      ["40 days", "2027-05-11T09:00:00Z", 2],
      ["400 days", "2028-05-05T09:00:00Z", 14],
    ])(
      "BILL-1, BILL-3: forward by %s, each period that began meanwhile is charged once",
      async (_by, now, periods) => {
        const [good, slow, declined, careful] = await payers("2027-03-01T11:00:00Z")
        await clock("2027-03-31T21:00:00Z")
        await work(getContainer())
        expect(await captured()).toEqual([])
        await clock(now)
        await Promise.all([work(getContainer()), work(getContainer()), work(getContainer())])
        await liveUntilKnown(getContainer())
        expect(await reckoningOf(getContainer())).toEqual(SOUND)
        const times = (id: string) => Array<string>(periods).fill(id)
        expect((await captured()).toSorted()).toEqual(
          [...times(good!.membership_id), ...times(slow!.membership_id)].toSorted()
        )
        for (const [payer, status] of [
          [good!, "paid"],
          [slow!, "paid"],
          [declined!, "failed"],
          [careful!, "requires_action"],
        ] as const) {
          const made = await charges(payer)
          expect(made.map((charge) => charge.status)).toEqual(Array(periods).fill(status))
          expect(new Set(made.map(({ period_starts_on }) => period_starts_on)).size).toBe(periods)
        }
      }
    )

    it("BILL-1: back by a day and forward again, nothing is charged a second time, nor taken back", async () => {
      const sold = await payers("2027-03-01T11:00:00Z")
      await clock("2027-04-01T11:00:00Z")
      await work(getContainer())
      const before = await captured()
      await clock("2027-03-31T11:00:00Z")
      for (let run = 0; run < 3; run += 1) await work(getContainer())
      expect(await captured()).toEqual(before)
      expect((await charges(sold[0]!)).map(({ status }) => status)).toEqual(["paid"])
      await clock("2027-04-01T11:00:00Z")
      await work(getContainer())
      expect(await reckoningOf(getContainer())).toEqual(SOUND)
      expect((await captured()).toSorted()).toEqual(
        [sold[0]!.membership_id, sold[1]!.membership_id].toSorted()
      )
    })

    it("BILL-4: back by a day after a worker went away with its claims, and after a silent bank, money is taken once", async () => {
      const [good, slow] = await payers("2027-03-01T11:00:00Z")
      await clock("2027-04-01T11:00:00Z")
      await membership().enqueueCharges(100)
      await taxAll(getContainer())
      await membership().claimCharges({ limit: 1, lease_seconds: 300 })
      await work(getContainer())
      await clock("2027-03-31T11:00:00Z")
      await work(getContainer())
      for (const now of ["2027-04-01T12:00:00Z", "2027-04-02T11:00:00Z", "2027-04-05T11:00:00Z"]) {
        await clock(now)
        await work(getContainer())
      }
      expect(await reckoningOf(getContainer())).toEqual(SOUND)
      expect((await captured()).toSorted()).toEqual([good!.membership_id, slow!.membership_id].toSorted())
    })

    it.each([
      ["does not exist", "2027-02-14T16:00:00Z", "2027-03-14", "2027-03-14T05:00:00.000Z"],
      ["comes twice", "2027-10-07T16:00:00Z", "2027-11-07", "2027-11-07T04:00:00.000Z"],
    ])(
      "TIME-4, BILL-1: who is due on a day whose midnight %s is charged once, from its first instant on",
      async (_how, sold_at, day, due_at) => {
        const [good] = await payers(sold_at)
        await clock(new Date(Date.parse(due_at) - 1000).toISOString())
        await work(getContainer())
        expect(await charges(good!)).toEqual([])
        // Each half hour of a day of 23 or 25 hours.
        for (let half = 0; half <= 50; half += 1) {
          await clock(new Date(Date.parse(due_at) + half * 1_800_000).toISOString())
          await work(getContainer())
        }
        expect(await charges(good!)).toMatchObject([
          { period_starts_on: day, due_at: new Date(due_at), status: "paid" },
        ])
        expect(await reckoningOf(getContainer())).toEqual(SOUND)
      }
    )
  },
})

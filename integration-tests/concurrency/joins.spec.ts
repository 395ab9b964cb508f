import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listCaptures } from "../../src/providers/payment-sandbox"
import { settleJoins } from "../../src/workflows/billing/settle-joins"
import { workOnCharges } from "../../src/workflows/billing/work-on-charges"
import { createJoining, type Joining } from "../support/joining"
import type { Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

/** The service whose locks these tests take away. */
interface Locks {
  lock: (ids: readonly string[], tx: unknown) => Promise<void>
  load: (input: unknown, tx: unknown) => Promise<unknown>
}

/** Two at one seat, and a join at the same moment as a renewal: nobody loses what they had, and nothing is charged twice. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    let joining: Joining
    let made = 0
    beforeAll(async () => {
      joining = await createJoining(api, getContainer())
    })

    const service = () =>
      (getContainer().resolve("membership") as unknown as { areas: { joinService: Locks } }).areas.joinService
    const captured = async () => {
      const { captures } = await listCaptures(getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION))
      return captures.map(({ amount }) => amount).sort((a, b) => a - b)
    }
    const statusOf = async ({ id }: Json) => (await joining.membership(id)).status as string

    async function race() {
      made += 1
      const [ann, ben, fred] = [
        await joining.person(`Ann${made}`),
        await joining.person(`Ben${made}`),
        await joining.person(`Fred${made}`),
      ]
      const own = [await joining.desk.sell(joining.own, ann), await joining.desk.sell(joining.own, ben)]
      return { own, shared: await joining.sellShared(fred) }
    }

    /** Both have read what they decide from before either writes; the last row of the chart is theirs to take. */
    async function bothAtOnce(
      { own, shared }: Awaited<ReturnType<typeof race>>,
      { lock }: { lock: boolean }
    ) {
      const joins = service()
      const load = joins.load.bind(joins)
      let loaded = 0
      let release!: () => void
      const both = new Promise<void>((resolve) => (release = resolve))
      const soon = setTimeout(() => release(), lock ? 1500 : 20_000)
      const taken = joins.lock.bind(joins)
      if (!lock) joins.lock = async () => undefined
      joins.load = async (input, tx) => {
        const found = await load(input, tx)
        if ((loaded += 1) === 2) release()
        await both
        return found
      }
      try {
        return await Promise.all(own.map((one) => joining.join(one, shared)))
      } finally {
        clearTimeout(soon)
        joins.load = load
        joins.lock = taken
      }
    }

    /** What is wrong afterwards: more seats on a row than it has, or somebody with neither. */
    async function faults(own: readonly Json[], shared: Json): Promise<string[]> {
      const { seats } = await joining.membership(shared.id)
      const rows = seats.map(({ row_position }: Json) => row_position)
      const statuses = await Promise.all(own.map(statusOf))
      const left = statuses.filter((status) => status === "canceled").length
      return [
        ...(new Set(rows).size === rows.length ? [] : [`rows ${rows.join()}`]),
        ...(left === seats.length - 2 ? [] : [`${left} left, ${seats.length - 2} joined`]),
      ]
    }

    it("BILL-10, SEAT-11: of two who join the last seat one does; the other keeps what they have", async () => {
      const { own, shared } = await race()
      const answers = await bothAtOnce({ own, shared }, { lock: true })
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
      expect(answers.find(({ status }) => status === 400)!.data.code).toBe("seats_above_limit")
      expect(await faults(own, shared)).toEqual([])
      expect((await Promise.all(own.map(statusOf))).sort()).toEqual(["active", "canceled"])
      expect(await captured()).toEqual([40])
    })

    it("BILL-10, SEAT-11: without the row locks the same check finds two on one row", async () => {
      const { own, shared } = await race()
      await bothAtOnce({ own, shared }, { lock: false })
      expect(await faults(own, shared)).not.toEqual([])
    })

    it("BILL-10, BILL-1: planned joins, taking back and renewals in several workers leave one price for each day", async () => {
      const { own, shared } = await race()
      const [first, second] = own as [Json, Json]
      for (const one of own) expect((await joining.join(one, shared, { when: "renewal" })).status).toBe(200)
      await joining.desk.clock("2027-03-31T22:00:00Z")
      const work = async () => {
        await workOnCharges(getContainer())
        await settleJoins(getContainer())
      }
      await Promise.all([work(), work(), work(), settleJoins(getContainer())])
      await work()
      await work()
      expect(await faults(own, shared)).toEqual([])
      const kinds = async ({ id }: Json) =>
        (await joining.charges(id)).map(([kind, , status]) => [kind, status])
      const both = [await kinds(first), await kinds(second)].sort((a, b) => a.length - b.length)
      // One has joined, the other has renewed.
      expect(both).toEqual([[], [["period", "paid"]]])
      expect((await kinds(shared)).sort()).toEqual([
        ["join", "paid"],
        ["period", "paid"],
      ])
      expect(await captured()).toEqual([40, 62, 100])
    })
  },
})

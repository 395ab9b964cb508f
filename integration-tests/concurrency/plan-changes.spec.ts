import { randomInt } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listCaptures } from "../../src/providers/payment-sandbox"
import { workOnCharges } from "../../src/workflows/billing/work-on-charges"
import { createDesk, type Desk } from "../support/desk"
import { createPlanOnSale, type PlanOverrides, type TestPlan } from "../support/sales"
import { saveSandboxCard } from "../support/cards"
import { answerOf, type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

/** The loading of a change of plan, which these tests hold up, or take the lock from. */
interface Loader {
  load: (input: unknown, options: { readonly lock: boolean }, tx: unknown) => Promise<unknown>
}

/** A change of plan and a renewal at once: no day is charged twice, none is left out, and no money is taken twice. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    let desk: Desk
    let made = 0
    beforeAll(async () => {
      desk = await createDesk(api, getContainer())
    })

    const membership = () => getContainer().resolve("membership")
    const loader = () =>
      (membership() as unknown as { areas: { planChangeService: Loader } }).areas.planChangeService
    const work = () => workOnCharges(getContainer())
    const plan = (amount: number): Promise<TestPlan> => {
      made += 1
      const fields = {
        ...{ name: `Raced ${made}`, kind: "membership", audience: "individual", proration: true },
        ...{ billing: { type: "recurring", interval: "month", interval_count: 1 } },
        ...{ validity: { unit: "month", count: 1 }, renewal: { mode: "period_end" } },
      } as PlanOverrides
      return createPlanOnSale(api, getContainer(), desk.shop, fields, [{ label: "Member", amount }])
    }
    async function sold(to: TestPlan): Promise<Json> {
      made += 1
      const who = await desk.person(`Racer${made}`)
      const one = await desk.sell(to, who)
      await saveSandboxCard(getContainer(), { customer_id: who.customer_id, name: "paid" })
      return one
    }
    const change = ({ id }: Json, to: TestPlan, when: "now" | "renewal") =>
      answerOf(api.post(`/admin/memberships/${id}/plan-change`, { plan_id: to.id, when }, desk.shop.admin))

    /** What is wrong with the charges of a membership, and with what the bank took for them. */
    async function faults({ id }: Json): Promise<string[]> {
      const found = (await membership().listMembershipCharges({ membership_id: id })) as Json[]
      const charges = found.sort(
        (a, b) => a.period_index - b.period_index || (a.period_starts_on < b.period_starts_on ? -1 : 1)
      )
      const { captures } = await listCaptures(getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION))
      return [
        ...charges.flatMap((charge, index) => {
          const next = charges[index + 1]
          if (!next || charge.period_ends_on === next.period_starts_on) return []
          // What a change of plan cuts off is given back with it.
          if (next.period_key.startsWith("change:") && next.period_starts_on < charge.period_ends_on)
            return []
          return [
            `${charge.period_key} until ${charge.period_ends_on}, ${next.period_key} from ${next.period_starts_on}`,
          ]
        }),
        ...charges.flatMap((charge) => {
          const taken = captures.filter(({ metadata }) => metadata.charge_id === charge.id)
          const expected = charge.status === "paid" && Number(charge.total_minor) > 0 ? 1 : 0
          return taken.length === expected ? [] : [`${charge.period_key}: ${taken.length} captures`]
        }),
      ]
    }

    /** Holds a change up once it has loaded what it decides from; `lock: false` takes its row lock away. */
    async function renewalWithin(one: Json, to: TestPlan, { lock }: { lock: boolean }): Promise<string[]> {
      await desk.clock("2027-03-31T21:59:00Z")
      const service = loader()
      const load = service.load.bind(service)
      let release!: () => void
      const held = new Promise<void>((resolve) => (release = resolve))
      let loaded!: () => void
      const reached = new Promise<void>((resolve) => (loaded = resolve))
      service.load = async (input, options, tx) => {
        const found = await load(input, { lock: lock && options.lock }, tx)
        loaded()
        await held
        return found
      }
      try {
        const changing = change(one, to, "now")
        await reached
        await desk.clock("2027-03-31T22:00:00Z")
        await work()
        release()
        expect((await changing).status).toBe(200)
      } finally {
        service.load = load
      }
      await work()
      return faults(one)
    }

    it("BILL-10, BILL-1: a renewal that begins while a change is decided waits for it: each day is charged once", async () => {
      const [small, big] = [await plan(100), await plan(150)]
      expect(await renewalWithin(await sold(small), big, { lock: true })).toEqual([])
    })

    it("BILL-10: without the row lock the same check finds a day that is charged twice", async () => {
      const [small, big] = [await plan(100), await plan(150)]
      expect(await renewalWithin(await sold(small), big, { lock: false })).not.toEqual([])
    })

    it("BILL-10, BILL-1: changes, taking back and renewals in any order leave one price for each day", async () => {
      const seed = randomInt(1_000_000)
      console.info(`Plan changes racing renewals: seed ${seed}`)
      let state = seed
      const delay = async () => {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
        await sleep(state % 40)
      }
      const [small, big] = [await plan(100), await plan(150)]
      for (let round = 0; round < 6; round += 1) {
        await desk.clock("2027-03-01T11:00:00Z")
        const one = await sold(small)
        expect((await change(one, big, "renewal")).status).toBe(200)
        await desk.clock("2027-03-31T22:00:00Z")
        await Promise.all([
          delay().then(work),
          delay().then(work),
          delay().then(() =>
            answerOf(api.delete(`/admin/memberships/${one.id}/plan-change`, desk.shop.admin))
          ),
        ])
        await Promise.all([
          delay().then(work),
          ...["now", "now"].map(() => delay().then(() => change(one, big, "now"))),
        ])
        await work()
        const [kept] = (await membership().listMembershipPlanChanges(
          { membership_id: one.id },
          {
            order: { created_at: "ASC" },
          }
        )) as Json[]
        const [first] = (await membership().listMembershipCharges({
          ...{ membership_id: one.id, period_key: "period:1" },
        })) as Json[]
        expect([kept!.status, Number(first!.total_minor)]).toEqual(
          kept!.status === "done" ? ["done", 15_000] : ["taken_back", 10_000]
        )
        expect(await faults(one)).toEqual([])
      }
    })
  },
})

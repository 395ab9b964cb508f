import { randomInt } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listCaptures } from "../../src/providers/payment-sandbox"
import { workOnCharges } from "../../src/workflows/billing/work-on-charges"
import type { Visitor } from "../support/desk"
import { createJoining, type Joining } from "../support/joining"
import { answerOf, type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

/** The households of a merge, by which these tests hold it up once its memberships and charges are locked. */
interface Households {
  lockTogether: (ids: readonly string[], tx: unknown) => Promise<unknown>
}

const MARCH = "2027-03-01T11:00:00Z"
const APRIL = "2027-04-01T10:00:00Z"

/** A merge and a renewal at once: each period is charged to one account, and its money taken once. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    let joining: Joining
    let made = 0
    beforeAll(async () => {
      joining = await createJoining(api, getContainer())
    })

    const membership = () => getContainer().resolve("membership")
    const work = () => workOnCharges(getContainer())
    const database = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const merge = (gone: Visitor, stays: Visitor) =>
      answerOf(
        api.post(
          `/admin/members/${gone.member_id}/merge`,
          { into_member_id: stays.member_id },
          joining.desk.shop.admin
        )
      )
    const two = async (): Promise<[Visitor, Visitor, Json]> => {
      made += 1
      await joining.desk.clock(MARCH)
      const [gone, stays] = [await joining.person(`Mia${made}`), await joining.person(`Maria${made}`)]
      return [gone, stays, await joining.desk.sell(joining.own, gone)]
    }
    /** Whose the charges are, how they stand, and how often the bank took money for each. */
    async function books({ id }: Json) {
      const { captures } = await listCaptures(database())
      const charges = (await membership().listMembershipCharges({ membership_id: id })) as Json[]
      return charges.map((charge) => ({
        ...{ payer: charge.payer_customer_id, key: charge.payer_key, status: charge.status },
        taken: captures.filter(({ metadata }) => metadata.charge_id === charge.id).length,
        period: charge.period_key,
      }))
    }

    /**
     * A merge that has locked memberships and charges waits while the renewals run; `is_locked: false` lets go of those locks
     * before.
     */
    async function renewalWithin({ is_locked }: { is_locked: boolean }) {
      const [gone, stays, sold] = await two()
      const service = (membership() as unknown as { areas: { householdService: Households } }).areas
        .householdService
      const lockTogether = service.lockTogether.bind(service)
      let release!: () => void
      const held = new Promise<void>((resolve) => (release = resolve))
      let locked!: () => void
      const reached = new Promise<void>((resolve) => (locked = resolve))
      service.lockTogether = async (ids, tx) => {
        const { transactionManager } = tx as {
          transactionManager: { execute: (sql: string) => Promise<unknown> }
        }
        if (!is_locked) for (const end of ["commit", "begin"]) await transactionManager.execute(end)
        locked()
        await held
        return lockTogether(ids, tx)
      }
      try {
        const merging = merge(gone, stays)
        await reached
        await joining.desk.clock(APRIL)
        await work()
        const meanwhile = await books(sold)
        release()
        expect((await merging).status).toBe(200)
        await work()
        return { gone, stays, meanwhile, after: await books(sold) }
      } finally {
        service.lockTogether = lockTogether
      }
    }

    it("BILL-1, BILL-11: a renewal that comes within a merge waits for it, and is the other account's", async () => {
      const { stays, meanwhile, after } = await renewalWithin({ is_locked: true })
      expect(meanwhile).toEqual([])
      const { customer_id } = stays
      expect(after).toEqual([
        { payer: customer_id, key: customer_id, status: "paid", taken: 1, period: "period:1" },
      ])
    })

    it("BILL-11: without the locks the same renewal charges the account that is gone", async () => {
      const { gone, meanwhile } = await renewalWithin({ is_locked: false })
      expect(meanwhile).toEqual([
        expect.objectContaining({ payer: gone.customer_id, status: "paid", taken: 1 }),
      ])
    })

    it("BILL-1, BILL-11: merges, their other way round and renewals in any order take each period's money once", async () => {
      const seed = randomInt(1_000_000)
      console.info(`Merges racing renewals: seed ${seed}`)
      let state = seed
      const delay = async () => {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
        await sleep(state % 60)
      }
      for (let round = 0; round < 6; round += 1) {
        const [one, other, sold] = await two()
        await joining.desk.clock(APRIL)
        const answers = await Promise.all([
          delay().then(() => merge(one, other)),
          delay().then(() => merge(other, one)),
          ...[1, 2].map(async () => {
            await delay()
            await work()
            return null
          }),
        ])
        const merged = answers.slice(0, 2).map((answer) => answer!.status)
        // One of them is gone, or the renewal was under way: never both, and never an error of the server's.
        expect(merged.filter((status) => status === 200).length).toBeLessThanOrEqual(1)
        expect(merged.every((status) => [200, 404, 409].includes(status))).toBe(true)
        if (!merged.includes(200)) expect((await merge(one, other)).status).toBe(200)
        await work()
        expect((await books(sold)).map(({ period, status, taken }) => [period, status, taken])).toEqual([
          ["period:1", "paid", 1],
        ])
        await joining.desk.clock("2027-05-01T10:00:00Z")
        await work()
        const members = await membership().listMembershipMembers({
          ...{ id: [one.member_id, other.member_id], merged_into_id: null },
        })
        expect(members).toHaveLength(1)
        const next = (await books(sold)).find(({ period }) => period === "period:2")
        expect(next).toMatchObject({ payer: members[0]!.customer_id, status: "paid", taken: 1 })
      }
    })
  },
})

import { setTimeout as sleep } from "node:timers/promises"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listCaptures } from "../../src/providers/payment-sandbox"
import followDunning from "../../src/jobs/follow-dunning"
import { workOnCharges } from "../../src/workflows/billing/work-on-charges"
import { reckoningOf, SOUND, work } from "../support/books"
import { type Renewing, saveCard, sellRenewing, setClock } from "../support/renewing"
import type { Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"
import { nextCall } from "../support/wire"

const ACTOR = { type: "user", id: "user_1" } as const

/** One membership of many with which something is wrong that nobody has thought of: the others go on. */
studioTests({
  testSuite: ({ getContainer }) => {
    let bad: Renewing
    let good: Renewing[]
    let undo: (() => void) | undefined
    afterEach(() => undo?.())
    beforeEach(async () => {
      await setClock(getContainer(), "2027-03-01T11:00:00.000Z")
      const sold: Renewing[] = []
      for (let n = 0; n < 4; n += 1) sold.push(await sellRenewing(getContainer(), "paid"))
      bad = sold[1]!
      good = sold.filter((each) => each !== bad)
      await setClock(getContainer(), "2027-04-01T11:00:00.000Z")
    })

    const membership = () => getContainer().resolve("membership")
    const database = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    /** No row of it can be written for the one. */
    const breakWrites = (table: string) =>
      database().raw(`create function break() returns trigger language plpgsql as $$
        begin if new.membership_id = '${bad.membership_id}' then raise 'broken'; end if; return new; end $$;
        create trigger break before insert or update on ${table} for each row execute function break()`)
    const mend = (table: string) => database().raw(`drop trigger break on ${table}; drop function break()`)
    const statusesOf = async (payers: readonly Renewing[]) =>
      (
        await membership().listMembershipCharges({ membership_id: payers.map((each) => each.membership_id) })
      ).map(({ status }) => status)

    /** Once what was wrong is mended. */
    async function allArePaid() {
      await setClock(getContainer(), "2027-04-01T12:10:00.000Z")
      await work(getContainer())
      expect(await statusesOf([bad, ...good])).toEqual(["paid", "paid", "paid", "paid"])
      expect((await listCaptures(database())).count).toBe(4)
      expect(await reckoningOf(getContainer())).toEqual(SOUND)
    }

    it("BILL-1, BILL-3: one whose charges cannot be made keeps nobody else's from being made, and is looked at again", async () => {
      const { plan_id } = (await membership().retrieveMembership(bad.membership_id)) as unknown as Json
      const billing = (interval: string) =>
        database()("membership_plan")
          .where({ id: plan_id })
          .update({ billing: JSON.stringify({ type: "recurring", interval, interval_count: 1 }) })
      await billing("fortnight")
      await work(getContainer())
      expect(await statusesOf(good)).toEqual(["paid", "paid", "paid"])
      expect(await statusesOf([bad])).toEqual([])
      await billing("month")
      await allArePaid()
    })

    it("BILL-1, BILL-3: one whose charges cannot be written keeps nobody else's from being made, and is looked at again", async () => {
      await breakWrites("membership_charge")
      await work(getContainer())
      expect(await statusesOf(good)).toEqual(["paid", "paid", "paid"])
      expect(await statusesOf([bad])).toEqual([])
      await mend("membership_charge")
      await allArePaid()
    })

    it("MONEY-3, BILL-3: one whose tax cannot be found keeps nobody else's from being charged", async () => {
      await membership().enqueueCharges(100)
      const own = () => database()("membership_charge").where({ membership_id: bad.membership_id })
      const [{ lines }] = await own().select("lines")
      await own().update({ lines: JSON.stringify({ broken: true }) })
      await work(getContainer())
      expect(await statusesOf(good)).toEqual(["paid", "paid", "paid"])
      expect(await statusesOf([bad])).toEqual(["scheduled"])
      await own().update({ lines: JSON.stringify(lines) })
      await allArePaid()
    })

    it("BILL-3: one whose provider does not answer keeps nobody else's answer from being written down", async () => {
      let answer: () => void = () => undefined
      const silence = new Promise<void>((end) => (answer = end))
      undo = nextCall(getContainer(), async (send) => {
        await silence
        return send()
      })
      const run = workOnCharges(getContainer())
      const statuses = async () => (await statusesOf([bad, ...good])).sort()
      while ((await statuses()).filter((status) => status === "paid").length < 3) await sleep(50)
      expect(await statuses()).toEqual(["paid", "paid", "paid", "processing"])
      answer()
      expect(await run).toMatchObject({ enqueued: 4, paid: 4, refused: [] })
      await allArePaid()
    })

    it("BILL-1, BILL-4: one that cannot be settled loses nobody else's answer; what it paid is found later", async () => {
      await breakWrites("membership_credit_grant")
      await work(getContainer())
      expect(await statusesOf(good)).toEqual(["paid", "paid", "paid"])
      expect(await statusesOf([bad])).toEqual(["processing"])
      expect((await listCaptures(database())).count).toBe(4)
      await mend("membership_credit_grant")
      await allArePaid()
    })

    it("MONEY-3, BILL-3: more than a batch whose tax cannot be found keep nobody else's charges from being made", async () => {
      await membership().enqueueCharges(100)
      const own = () => database()("membership_charge").where({ membership_id: bad.membership_id })
      const [charge] = await own().select("*")
      const broken = Array.from({ length: 120 }, (_each, n) => ({
        ...{ ...charge, id: `mchg_broken_${n}`, period_key: `broken:${n}`, due_at: new Date(n) },
        lines: JSON.stringify({ broken: true }),
      }))
      await database()("membership_charge").insert(broken)
      await work(getContainer())
      expect(await statusesOf(good)).toEqual(["paid", "paid", "paid"])
      const [{ id: charge_id }] = broken as [{ id: string }]
      await expect(
        membership().changeCharge({
          ...{ charge_id, change: { verb: "waive", reason: "Gone" }, actor: ACTOR, preview: true },
        })
      ).rejects.toMatchObject({ code: "conflict", details: { id: charge_id } })
    })

    it("BILL-3, REMIND-2: one that cannot be ended keeps nobody else from being ended, and nobody from being told", async () => {
      for (const { customer_id } of [bad, ...good]) await saveCard(getContainer(), customer_id, "declined")
      await membership().updateBillingSettings({
        actor: ACTOR,
        retry_days: [],
        then: "cancel",
        grace_days: 1,
      })
      await work(getContainer())
      await setClock(getContainer(), "2027-04-03T11:00:00.000Z")
      await breakWrites("membership_seat")
      await followDunning(getContainer())
      const canceled = () => database()("membership_seat").whereNotNull("canceled_on").pluck("membership_id")
      expect((await canceled()).sort()).toEqual(good.map(({ membership_id }) => membership_id).sort())
      // Whoever was told of a failure has no e-mail here: that it was tried is what the job has done.
      expect(
        await database()("membership_notice").where({ kind: "payment_failed", failures: 1 })
      ).toHaveLength(4)
      await mend("membership_seat")
      await followDunning(getContainer())
      expect(await canceled()).toHaveLength(4)
    })
  },
})

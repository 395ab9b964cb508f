import { setTimeout as sleep } from "node:timers/promises"
import type { NewPlan } from "../../../domain/plans/defaults"
import type { ChargeAnswer, ClaimedCharge, SpecialCharge } from "../types"
import { ACTOR, MONTHLY, sellWithCard } from "./credit-sale"
import { moduleTests } from "./module-tests"

const RENEWING: Partial<NewPlan> = {
  ...MONTHLY,
  ...{ renewal: { mode: "period_end" }, validity: { unit: "month", count: 1 } },
}
const DUE_AT = "2027-02-28T00:00:00.000Z"

/** What happens to one membership of many, or to one payer, while the others go on. */
moduleTests({
  testSuite: ({ service, sql, clock }) => {
    beforeEach(() => clock("2027-01-31T11:00:00.000Z"))

    const sell = async () => sellWithCard({ service, sql }, RENEWING)
    const charges = (fields = "*") =>
      sql<Record<string, unknown>>(
        `select ${fields} from membership_charge order by membership_id, period_key`
      )
    const due = async () => {
      await clock(DUE_AT)
      await service.enqueueCharges(100)
      const untaxed = await service.listUntaxedCharges(1000)
      await service.writeChargeTotals(
        untaxed.map(({ id, charge: { lines, subtotal_minor } }) => ({
          ...{ id, is_tax_inclusive: false, tax_minor: 0, total_minor: subtotal_minor },
          lines: lines.map((line) => ({ ...line, taxes: [], tax_minor: 0 })),
        }))
      )
    }
    const claim = () => service.claimCharges({ limit: 100, lease_seconds: 300 })
    const answered = (outcome: object) => {
      return ({ id: charge_id, membership_id, token, attempt }: ClaimedCharge) =>
        ({
          ...{ charge_id, membership_id, event: { type: "answered", token, attempt, outcome } },
        }) as ChargeAnswer
    }
    const declined = answered({ result: "declined", code: "card_declined" })
    const unknown = answered({ result: "unknown" })
    const notFound = ({ id: charge_id, membership_id, attempt, asked_at }: ClaimedCharge): ChargeAnswer => ({
      ...{ charge_id, membership_id },
      event: { type: "looked_up", attempt, asked_at, found: { result: "not_found" } },
    })
    const broken = async (id: string) => {
      const { plan_id } = await service.retrieveMembership(id)
      const billing = JSON.stringify({ type: "recurring", interval: "fortnight", interval_count: 1 })
      await sql(`update membership_plan set billing = '${billing}' where id = '${plan_id}'`)
    }

    it("BILL-3: one whose charges cannot be told keeps nobody else from being reminded", async () => {
      const [bad, good] = [await sell(), await sell()].sort()
      await service.enqueueCharges(100)
      await broken(bad!)
      await clock("2027-02-25T08:00:00.000Z")
      const note = () => service.noteUpcomingCharges({ after: "", limit: 100 })
      expect(await note()).toMatchObject({ noted: 1, failed: [{ id: bad }] })
      expect(await sql("select membership_id, kind from membership_notice")).toEqual([
        { membership_id: good, kind: "upcoming_charge" },
      ])
      expect(await note()).toMatchObject({ noted: 0, failed: [] })
    })

    describe("BILL-11: a payer who is deleted while nobody knows what became of their payment", () => {
      const erase = (customer_id: string) =>
        service.eraseCustomer({ customer_id, heirs: {}, actor: ACTOR, preview: false })

      async function notKnown() {
        const id = await sell()
        await due()
        await service.recordChargeAnswers((await claim()).tasks.map(unknown))
        return id
      }

      it("BILL-4: is asked for nothing again, not even by the same key; it stays owed once the key has ended", async () => {
        const id = await notKnown()
        await erase(`cus_${id}`)
        await clock("2027-02-28T00:10:00.000Z")
        const { tasks } = await claim()
        expect(tasks).toMatchObject([{ task: { do: "look_up" } }])
        await service.recordChargeAnswers(tasks.map(notFound))
        await clock("2027-02-28T00:20:00.000Z")
        const again = await claim()
        expect(again).toMatchObject({ tasks: [], without_method: [{ membership_id: id }] })
        await service.recordChargeAnswers(again.without_method.map(withoutMethod))
        expect(await charges("status, act_at")).toEqual([
          { status: "unknown", act_at: "2027-03-01 00:00:00+00" },
        ])
        await clock("2027-03-01T00:00:00.000Z")
        await service.recordChargeAnswers((await claim()).tasks.map(notFound))
        await service.recordChargeAnswers((await claim()).without_method.map(withoutMethod))
        expect(await charges("status, failure_code, attempt")).toEqual([
          { status: "failed", failure_code: "payment_method_missing", attempt: 1 },
        ])
      })

      it("BILL-4: what was taken before is found, and pays the charge", async () => {
        const id = await notKnown()
        await erase(`cus_${id}`)
        await clock("2027-02-28T00:10:00.000Z")
        const [task] = (await claim()).tasks
        const paid = notFound(task!)
        await service.recordChargeAnswers([
          { ...paid, event: { ...paid.event, found: { result: "paid" } } as never, paid_by: "provider" },
        ])
        expect(await charges("status, paid_attempt")).toEqual([{ status: "paid", paid_attempt: 1 }])
      })

      it("BILL-4, negative control: as long as something is saved, the same key is sent again", async () => {
        await notKnown()
        await clock("2027-02-28T00:10:00.000Z")
        await service.recordChargeAnswers((await claim()).tasks.map(notFound))
        await clock("2027-02-28T00:20:00.000Z")
        expect((await claim()).tasks).toMatchObject([{ attempt: 1, task: { do: "send" } }])
      })
    })

    describe("SALE-8: a membership that is void while dues of it are open", () => {
      const cancelOrder = async (id: string) => {
        const { order_id } = await service.retrieveMembership(id)
        await service.settleOrder({ order_id: order_id!, payment: { paid: true, canceled: true } })
      }
      const canceled = ({ id: charge_id, membership_id }: SpecialCharge): ChargeAnswer => ({
        ...{ charge_id, membership_id, event: { type: "canceled" } },
      })

      it.each([
        ["failed, and would be tried again", declined],
        ["are not claimed yet", null],
      ])("BILL-3: those that %s are asked for no more", async (_what, answer) => {
        const id = await sell()
        await due()
        if (answer) await service.recordChargeAnswers((await claim()).tasks.map(answer))
        await cancelOrder(id)
        expect(await charges("status, act_at")).toEqual([{ status: "canceled", act_at: null }])
        await clock("2027-03-07T23:00:00.000Z")
        expect(await claim()).toMatchObject({ tasks: [], undone: [] })
        expect(await service.retrieveMembership(id)).toMatchObject({ status: "void", past_due_since: null })
      })

      it("BILL-4: those of which nobody knows are looked up, and canceled once nothing can have been taken", async () => {
        const id = await sell()
        await due()
        await service.recordChargeAnswers((await claim()).tasks.map(unknown))
        await cancelOrder(id)
        await clock("2027-02-28T00:10:00.000Z")
        await service.recordChargeAnswers((await claim()).tasks.map(notFound))
        await clock("2027-02-28T00:20:00.000Z")
        await service.recordChargeAnswers((await claim()).undone.map(canceled))
        expect(await charges("status, act_at")).toEqual([
          { status: "unknown", act_at: "2027-03-01 00:00:00+00" },
        ])
        await clock("2027-03-01T00:00:00.000Z")
        await service.recordChargeAnswers((await claim()).tasks.map(notFound))
        await service.recordChargeAnswers((await claim()).undone.map(canceled))
        expect(await charges("status, attempt")).toEqual([{ status: "canceled", attempt: 1 }])
      })
    })

    it("SALE-12, BILL-3: what paid a sale is kept while the settings change; neither waits for the other for ever", async () => {
      const id = await sell()
      await due()
      await service.recordChargeAnswers((await claim()).tasks.map(declined))
      await sql("update membership set payment_method_sought_at = null")
      // Whoever keeps a method comes as far as the one that is chosen by now, and has the membership locked.
      const method = { payment_method_id: "pm_2", label: "Visa", expires_on: null, is_chosen: true }
      const paid_with = { provider_id: "pp_test", account_holder_id: "acchld_1", ...method }
      const holding = sql(
        `with held as (select id from membership_payment_method for update)
         select pg_sleep(1.5) from held`
      )
      await sleep(200)
      const keeping = service.keepPaymentMethod({
        ...{ customer_id: `cus_${id}`, membership_ids: [id], paid_with },
      })
      await sleep(200)
      const changing = service.updateBillingSettings({ actor: ACTOR, grace_days: 3 })
      await Promise.all([holding, keeping, changing])
      expect((await keeping).retried).toHaveLength(1)
      expect(await service.readBillingSettings()).toMatchObject({ grace_days: 3 })
    })
  },
})

const withoutMethod = ({ id: charge_id, membership_id, token }: SpecialCharge): ChargeAnswer => ({
  ...{ charge_id, membership_id, event: { type: "payment_method_missing", token } },
})

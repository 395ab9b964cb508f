import { countTraffic } from "../../../../integration-tests/support/traffic"
import { type NewPlan, planWithDefaults } from "../../../domain/plans/defaults"
import type { ChargeAnswer, ClaimedCharge } from "../types"
import { MONTHLY, sellCredits } from "./credit-sale"
import { moduleTests } from "./module-tests"

const MANY = 100
const RENEWING: Partial<NewPlan> = {
  ...MONTHLY,
  ...{ renewal: { mode: "period_end" }, validity: { unit: "month", count: 1 } },
}
const SOLD_AT = "2027-01-15T11:00:00.000Z"
const DUE_AT = "2027-02-15T11:00:00.000Z"

moduleTests({
  testSuite: ({ service, sql, clock }) => {
    /** To so many, who have a card each. */
    async function sell(count: number, plan: Partial<NewPlan> = RENEWING): Promise<void> {
      for (let n = 0; n < count; n++) {
        const id = await sellCredits(service, plan)
        await sql(`update membership set customer_id = 'cus_${id}' where id = '${id}'`)
        await service.createMembershipPaymentMethods({
          ...{ customer_id: `cus_${id}`, provider_id: "pp_test", payment_method_id: "pm_1" },
          account_holder_id: "acchld_1",
        } as never)
      }
    }

    async function becomeDue(): Promise<void> {
      await service.enqueueCharges(1000)
      const untaxed = await service.listUntaxedCharges(1000)
      await service.writeChargeTotals(
        untaxed.map(({ id, charge }) => ({
          ...{ id, is_tax_inclusive: false, tax_minor: 0 },
          lines: charge.lines.map((line) => ({ ...line, taxes: [], tax_minor: 0 })),
          total_minor: charge.subtotal_minor - charge.discount_minor,
        }))
      )
    }

    const paid = ({ id: charge_id, membership_id, token, attempt }: ClaimedCharge): ChargeAnswer => ({
      ...{ charge_id, membership_id, paid_by: "provider" },
      event: { type: "answered", token, attempt, outcome: { result: "paid" } },
      result: {
        ...{ number: attempt, outcome: "paid", code: null, message: null },
        provider_reference: `pay_${charge_id}`,
      },
    })

    /** What it takes to claim so many, and to write down that they are paid. */
    async function trafficOf(limit: number) {
      let tasks: readonly ClaimedCharge[] = []
      const claiming = await countTraffic(async () => {
        ;({ tasks } = await service.claimCharges({ limit, lease_seconds: 300 }))
      })
      expect(tasks).toHaveLength(limit)
      let recorded: readonly string[] = []
      const settling = await countTraffic(async () => {
        recorded = (await service.recordChargeAnswers(tasks.map(paid))).paid
      })
      expect(recorded).toHaveLength(limit)
      return { claiming, settling }
    }

    const ends = async () =>
      sql<{ ends_on: string; periods: number; credits: number }>(
        `select m.ends_on, count(g.id)::int as periods, sum(g.available)::int as credits
         from membership m left join membership_credit_grant g on g.membership_id = m.id and g.granted_at is not null
         group by m.id`
      )

    it("BILL-3: a hundred charges are claimed and settled by as many statements as one, and by one commit each", async () => {
      await clock(SOLD_AT)
      await sell(MANY + 1)
      await clock(DUE_AT)
      await becomeDue()
      const one = await trafficOf(1)
      const many = await trafficOf(MANY)
      expect(many).toEqual(one)
      expect(one.claiming.commits).toBe(1)
      expect(one.settling.commits).toBe(1)
      expect(new Set((await ends()).map((each) => JSON.stringify(each)))).toEqual(
        new Set([JSON.stringify({ ends_on: "2027-03-15", periods: 2, credits: 8 })])
      )
    }, 300_000)

    it("BILL-3, HOLD-4: nor does it take more where holds move no terms", async () => {
      const hold_policy = {
        ...planWithDefaults(RENEWING as NewPlan).hold_policy,
        effect: "skip_dues" as const,
      }
      await clock(SOLD_AT)
      await sell(11, { ...RENEWING, hold_policy })
      await clock(DUE_AT)
      await becomeDue()
      const one = await trafficOf(1)
      expect(await trafficOf(10)).toEqual(one)
    })

    it("TERM-6, CREDIT-5: two periods of a membership that are paid at once are given one after the other", async () => {
      await clock(SOLD_AT)
      await sell(3)
      await clock("2027-03-15T11:00:00.000Z")
      await becomeDue()
      await trafficOf(6)
      expect(await ends()).toEqual(Array(3).fill({ ends_on: "2027-04-15", periods: 3, credits: 12 }))
    })
  },
})

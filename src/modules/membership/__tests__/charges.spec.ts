import path from "node:path"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { MEMBERSHIP_MODULE, type MembershipModuleService } from ".."
import type { NewPlan } from "../../../domain/plans/defaults"
import * as models from "../models"
import type { ChargeAnswer, ClaimedCharge } from "../types"
import { ACTOR, MONTHLY, sellCredits } from "./credit-sale"

const WORKERS = 8
const SOLD_AT = "2027-01-31T11:00:00.000Z"
const RENEWING: Partial<NewPlan> = {
  ...MONTHLY,
  ...{ renewal: { mode: "period_end" }, validity: { unit: "month", count: 1 } },
}

interface StoredCharge {
  readonly id: string
  readonly membership_id: string
  readonly payer_key: string
  readonly period_key: string
  readonly status: string
  readonly attempt: number
  readonly total_minor: string | null
  readonly paid_by: string | null
  readonly failure_code: string | null
}

moduleIntegrationTestRunner<MembershipModuleService>({
  moduleName: MEMBERSHIP_MODULE,
  moduleModels: Object.values(models),
  moduleOptions: { clock: "adjustable", default_time_zone: "Europe/Stockholm" },
  resolve: path.resolve(__dirname, ".."),
  pathToMigrations: path.resolve(__dirname, "../../../../migrations"),
  testSuite: ({ service, MikroOrmWrapper }) => {
    const sql = <T>(statement: string): Promise<T[]> => MikroOrmWrapper.forkManager().execute(statement)
    const clock = (now: string) => service.adjustStudioClock({ now, actor: ACTOR })
    beforeEach(() => clock(SOLD_AT))

    const times = <T>(run: () => Promise<T>): Promise<T[]> =>
      Promise.all(Array.from({ length: WORKERS }, () => run()))
    const charges = () =>
      sql<StoredCharge>("select * from membership_charge order by membership_id, period_key")
    const statusOf = async (id: string) => (await service.retrieveMembership(id)).status
    /** As the platform would, with a tax of nothing. */
    const tax = async () => {
      const untaxed = await service.listUntaxedCharges(1000)
      await service.writeChargeTotals(
        untaxed.map(({ id, charge }) => ({
          ...{ id, is_tax_inclusive: false, tax_minor: 0 },
          lines: charge.lines.map((line) => ({ ...line, taxes: [], tax_minor: 0 })),
          total_minor: charge.subtotal_minor - charge.discount_minor,
        }))
      )
    }
    const claim = (limit = 100) => service.claimCharges({ limit, lease_seconds: 300 })
    const sent = ({ id: charge_id, membership_id, token, attempt }: ClaimedCharge): ChargeAnswer => ({
      ...{ charge_id, membership_id, paid_by: "provider" },
      event: { type: "answered", token, attempt, outcome: { result: "paid" } },
    })
    const declined = (claimed: ClaimedCharge): ChargeAnswer => ({
      ...sent(claimed),
      event: {
        ...(sent(claimed).event as object),
        outcome: { result: "declined", code: "card_declined" },
      } as never,
    })
    /** Sold to a customer who has a card. */
    const sell = async (plan: Partial<NewPlan> = RENEWING) => {
      const id = await sellCredits(service, plan)
      const customer_id = `cus_${id}`
      await sql(`update membership set customer_id = '${customer_id}' where id = '${id}'`)
      await service.createMembershipPaymentMethods({
        ...{ customer_id, provider_id: "pp_test", account_holder_id: "acchld_1", payment_method_id: "pm_1" },
      } as never)
      return id
    }
    const due = async () => {
      await clock("2027-02-28T00:00:00.000Z")
      await service.enqueueCharges(100)
      await tax()
    }

    it("BILL-1: however many enqueue at once, each period has one charge for each payer", async () => {
      const [one, two] = [await sell(), await sell()]
      await clock("2027-04-01T00:00:00.000Z")
      await times(() => service.enqueueCharges(100))
      const made = await charges()
      expect(made.map(({ membership_id, period_key }) => [membership_id, period_key])).toEqual(
        [one, two].sort().flatMap((id) => [
          [id, "period:1"],
          [id, "period:2"],
        ])
      )
      expect(await service.enqueueCharges(100)).toEqual({ memberships: 0, charges: 0 })
    })

    it("BILL-1, negative control: without the index, an enqueuer that forgot where it was would charge twice", async () => {
      await sell()
      await clock("2027-03-01T00:00:00.000Z")
      await service.enqueueCharges(100)
      const forget = "update membership set charged_through_index = 0, charges_next_at = purchased_at"
      await sql(forget)
      await service.enqueueCharges(100)
      expect(await charges()).toHaveLength(1)
      await sql(`drop index "IDX_membership_charge_once"`)
      await sql(forget)
      await service.enqueueCharges(100)
      expect(await charges()).toHaveLength(2)
    })

    it("BILL-3: of several workers one gets a charge; its attempt is there before anybody calls", async () => {
      await sell()
      await due()
      const claims = await times(() => claim())
      const tasks = claims.flatMap((each) => each.tasks)
      expect(tasks).toMatchObject([
        {
          attempt: 1,
          task: {
            do: "send",
            request: {
              ...{ provider_id: "pp_test", payment_method_id: "pm_1", account_holder_id: "acchld_1" },
              ...{ amount_minor: 10_000, currency_code: "eur" },
              idempotency_key: `renewal:${tasks[0]!.id}:1`,
            },
          },
        },
      ])
      expect(await sql("select number, outcome from membership_charge_attempt")).toEqual([
        { number: 1, outcome: null },
      ])
    })

    it("BILL-1, CREDIT-5, TERM-6: a paid charge gives its period's credits and term, however often it is told", async () => {
      const id = await sell()
      await due()
      const { tasks } = await claim()
      const answers = tasks.map(sent)
      await times(() => service.recordChargeAnswers(answers))
      expect(await charges()).toMatchObject([{ status: "paid", paid_by: "provider", attempt: 1 }])
      const { grants } = await service.readCredits({ membership_id: id, limit: 50, offset: 0 })
      expect(
        grants.map(({ period_index, credits, value_minor }) => [period_index, credits, value_minor])
      ).toEqual([
        [0, 4, 10_000],
        [1, 4, 10_000],
      ])
      expect(await service.retrieveMembership(id)).toMatchObject({
        ...{ ends_on: "2027-03-31", sold_ends_on: "2027-03-31", past_due_since: null, status: "active" },
      })
      expect(await service.verifyCreditLedger()).toEqual([])
    })

    it("BILL-3: declined is past due, tried again on the schedule, suspended after grace, and active again once paid", async () => {
      const id = await sell()
      await due()
      await service.recordChargeAnswers((await claim()).tasks.map(declined))
      expect(await charges()).toMatchObject([{ status: "failed", failure_code: "card_declined" }])
      expect(await statusOf(id)).toBe("past_due")
      expect((await claim()).tasks).toEqual([])
      await clock("2027-03-01T00:00:00.000Z")
      const again = (await claim()).tasks
      expect(again).toMatchObject([{ attempt: 2 }])
      await service.recordChargeAnswers(again.map(declined))
      await clock("2027-03-07T23:00:00.000Z")
      await service.refreshStatuses(100)
      expect(await statusOf(id)).toBe("suspended")
      const last = (await claim()).tasks
      await service.recordChargeAnswers(last.map(sent))
      expect(await statusOf(id)).toBe("active")
    })

    it("BILL-4: a worker that went away leaves a charge that is looked up, never sent under another key", async () => {
      await sell()
      await due()
      const { tasks: lost } = await claim()
      await clock("2027-02-28T00:10:00.000Z")
      const { tasks: found } = await claim()
      expect(found).toMatchObject([
        { id: lost[0]!.id, attempt: 1, task: { do: "look_up", reference: null, key_is_alive: true } },
      ])
      // The first worker wakes: its money counts, whoever has the charge now.
      expect(await service.recordChargeAnswers(lost.map(sent))).toMatchObject({ paid: [lost[0]!.id] })
      const { id: charge_id, membership_id, attempt, asked_at } = found[0]!
      const event = { type: "looked_up", attempt, asked_at, found: { result: "not_found" } } as const
      const { refused } = await service.recordChargeAnswers([{ charge_id, membership_id, event }])
      expect(refused).toEqual([{ charge_id, code: "charge_settled" }])
      expect(await charges()).toMatchObject([{ status: "paid" }])
    })

    it("BILL-6: without a saved method a charge waits for staff, and is past due", async () => {
      const id = await sellCredits(service, RENEWING)
      await due()
      const { tasks, free, without_method } = await claim()
      expect([tasks, free]).toEqual([[], []])
      await service.recordChargeAnswers(
        without_method.map(({ id: charge_id, membership_id, token }) => ({
          ...{ charge_id, membership_id, event: { type: "payment_method_missing", token } },
        }))
      )
      expect(await charges()).toMatchObject([
        { payer_key: "purchaser", status: "failed", failure_code: "payment_method_missing", attempt: 0 },
      ])
      expect(await statusOf(id)).toBe("past_due")
    })

    it("BILL-1: the database refuses to open a settled charge again, to change its amount, or to delete it", async () => {
      await sell()
      await due()
      await expect(sql("update membership_charge set total_minor = 1")).rejects.toThrow("MONEY-3")
      await service.recordChargeAnswers((await claim()).tasks.map(sent))
      await expect(sql("update membership_charge set status = 'scheduled'")).rejects.toThrow("BILL-1")
      await expect(sql("update membership_charge set deleted_at = now()")).rejects.toThrow("BILL-1")
      await expect(sql("delete from membership_charge_attempt")).rejects.toThrow("BILL-1")
    })

    it("BILL-1: a charge of nothing is settled without a provider", async () => {
      const id = await sell()
      await sql(`update membership_seat set amount = 0, raw_amount = '{"value": "0", "precision": 20}'`)
      await due()
      const { tasks, free } = await claim()
      expect(tasks).toEqual([])
      expect(free).toMatchObject([{ membership_id: id }])
      await service.recordChargeAnswers(
        free.map(({ id: charge_id, membership_id }) => ({
          ...{ charge_id, membership_id, event: { type: "paid_by_hand" }, paid_by: "nothing" },
        }))
      )
      expect(await charges()).toMatchObject([{ status: "paid", paid_by: "nothing", total_minor: "0" }])
    })
  },
})

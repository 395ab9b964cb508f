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

    /** A finalized second version of the membership's plan, one row at each amount. */
    const nextVersion = async (membership_id: string, amounts: readonly number[]) => {
      const { plan_id } = (await service.retrieveMembership(membership_id)) as unknown as { plan_id: string }
      const id = await service.createPriceChart({ plan_id, actor: ACTOR })
      const rows = amounts.map((amount) => ({
        ...{ label: `At ${amount}`, classification_id: null, required: false, unlimited: false },
        ...{ prices: [{ currency_code: "eur", amount }], tax_rate: null },
      }))
      await service.replaceChartRows({ id, rows, actor: ACTOR })
      await service.finalizePriceChart({ id, actor: ACTOR, store_currency_codes: ["eur"] })
      const to = { plan_id, to_price_chart_id: id, membership_ids: null, reason: "Rents rose" }
      const all = { from_price_chart_id: null, from_on: null, limit: 50, offset: 0, actor: ACTOR }
      return { id, ...to, ...all }
    }
    const actions = async () =>
      (await sql<{ action: string }>("select action from membership_audit_entry order by at, id"))
        .map(({ action }) => action)
        .filter((action) => action.includes("price-move") || action === "move-prices")

    it("CHART-8, CHART-10: a preview writes nothing; applied, the next period is charged what it showed, by the new version", async () => {
      const id = await sell()
      const { id: to_price_chart_id, ...migration } = await nextVersion(id, [120])
      const preview = await service.migratePrices({ ...migration, preview: true })
      expect(preview).toMatchObject({
        ...{ price_chart_id: to_price_chart_id, chart_version: 2, count: 1, refused_count: 0 },
        totals: [{ currency_code: "eur", memberships: 1, now: 100, then: 120 }],
        memberships: [
          {
            ...{
              membership_id: id,
              starts_on: "2027-02-28",
              refused: null,
              is_waiting: false,
              chart_version: 1,
            },
            payers: [{ payer_customer_id: `cus_${id}`, now: 100, then: 120 }],
          },
        ],
      })
      expect(await service.retrieveMembership(id)).toMatchObject({ next_price_chart_id: null })
      expect(await service.migratePrices({ ...migration, preview: false })).toEqual(preview)
      expect(await service.retrieveMembership(id)).not.toMatchObject({ price_chart_id: to_price_chart_id })
      await due()
      expect(await charges()).toMatchObject([
        { period_key: "period:1", chart_version: 2, price_chart_id: to_price_chart_id, total_minor: "12000" },
      ])
      expect(await service.retrieveMembership(id)).toMatchObject({
        ...{ price_chart_id: to_price_chart_id, next_price_chart_id: null, next_price_from_index: null },
      })
      const seats = await sql(
        "select row_position, label, amount::text, repriced_at is not null as is_new from membership_seat"
      )
      expect(seats).toEqual([{ row_position: 1, label: "At 120", amount: "120", is_new: true }])
      expect(await actions()).toEqual(["schedule-price-move", "move-prices"])
    })

    it("CHART-10: each who pays is told once of an occasion, and what was taken back is charged as before", async () => {
      const id = await sell()
      const migration = await nextVersion(id, [120])
      await times(() => service.migratePrices({ ...migration, preview: false }))
      expect(await actions()).toEqual(["schedule-price-move"])
      expect(await service.priceNotices()).toMatchObject([
        { notice: "scheduled", membership_id: id, starts_on: "2027-02-28", now: 100, then: 120 },
      ])
      expect(await service.takeBackPrices({ ...migration, to_price_chart_id: null })).toEqual([id])
      expect(await service.takeBackPrices({ ...migration, to_price_chart_id: null })).toEqual([])
      expect(await service.priceNotices()).toMatchObject([
        { notice: "taken_back", membership_id: id, then: 120 },
      ])
      await due()
      expect(await charges()).toMatchObject([{ chart_version: 1, total_minor: "10000" }])
    })

    it("CHART-10: what is due already stays at its price though its run comes late, and the period after is the new one's", async () => {
      const id = await sell()
      const migration = await nextVersion(id, [120])
      await clock("2027-03-02T00:00:00.000Z")
      await service.migratePrices({ ...migration, preview: false })
      await clock("2027-04-01T00:00:00.000Z")
      await times(() => service.enqueueCharges(100))
      expect(await charges()).toMatchObject([
        { period_key: "period:1", chart_version: 1, subtotal_minor: "10000" },
        { period_key: "period:2", chart_version: 2, subtotal_minor: "12000" },
      ])
    })

    it("CHART-10: one that has outgrown the version when its period begins keeps its prices, and staff are told", async () => {
      const id = await sell()
      const migration = await nextVersion(id, [120])
      await service.migratePrices({ ...migration, preview: false })
      const columns = "label, required, amount, raw_amount, membership_id"
      await sql(`insert into membership_seat (id, position, row_position, sequence, ${columns})
        select 'mseat_second', 2, 2, 2, ${columns} from membership_seat`)
      await due()
      expect(await charges()).toMatchObject([{ chart_version: 1, total_minor: "20000" }])
      expect(await service.retrieveMembership(id)).toMatchObject({ next_price_chart_id: null })
      expect(await actions()).toEqual(["schedule-price-move", "refuse-price-move"])
      expect(await service.refusedMovesToTell()).toMatchObject([{ membership_id: id }])
    })

    it("CHART-10: one that cannot be moved is named and left alone; a draft and another plan's version are refused", async () => {
      const id = await sell({ ...RENEWING, renewal: { mode: "none" } })
      const migration = await nextVersion(id, [120])
      expect(await service.migratePrices({ ...migration, preview: false })).toMatchObject({
        ...{
          totals: [],
          refused_count: 1,
          memberships: [{ membership_id: id, refused: { code: "no_renewal" } }],
        },
      })
      const draft = await service.createPriceChart({ plan_id: migration.plan_id, actor: ACTOR })
      const other = await nextVersion(await sell(), [10])
      const to = (to_price_chart_id: string) =>
        service.migratePrices({ ...migration, to_price_chart_id, preview: true })
      await expect(to(draft)).rejects.toMatchObject({ code: "chart_not_finalized" })
      await expect(to(other.id)).rejects.toMatchObject({ code: "not_found" })
      const unknown = { ...migration, membership_ids: ["mship_no"], preview: true }
      await expect(service.migratePrices(unknown)).rejects.toMatchObject({ code: "not_found" })
    })
  },
})

import type { NewPlan } from "../../../domain/plans/defaults"
import type { ChargeAnswer, ClaimedCharge, SpecialCharge } from "../types"
import { ACTOR, MONTHLY, sellCredits, sellWithCard } from "./credit-sale"
import { moduleTests } from "./module-tests"

const WORKERS = 8
const SOLD_AT = "2027-01-31T11:00:00.000Z"
const RENEWING: Partial<NewPlan> = {
  ...MONTHLY,
  ...{ renewal: { mode: "period_end" }, validity: { unit: "month", count: 1 } },
}

const HOLDS: NewPlan["hold_policy"] = {
  ...{ allowed: true, fees: [], min_days: null, max_days: null, max_days_a_year: null, notice_days: 0 },
  ...{ effect: "skip_dues", reprice_remaining: false },
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

moduleTests({
  testSuite: ({ service, sql, clock }) => {
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
    const sell = async (plan: Partial<NewPlan> = RENEWING) => sellWithCard({ service, sql }, plan)
    const withoutMethod = ({ id: charge_id, membership_id, token }: SpecialCharge): ChargeAnswer => ({
      ...{ charge_id, membership_id, event: { type: "payment_method_missing", token } },
    })
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
      expect(await service.enqueueCharges(100)).toEqual({ memberships: 0, charges: 0, failed: [] })
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

    it("BILL-3, BILL-4: what is known of an attempt is not written over by a worker that comes late and knows less", async () => {
      await sell()
      await due()
      const { tasks: lost } = await claim()
      await clock("2027-02-28T00:10:00.000Z")
      const { tasks: found } = await claim()
      const answer = (outcome: "paid" | "unknown", event: ChargeAnswer["event"]): ChargeAnswer => {
        const { id: charge_id, membership_id, attempt: number } = lost[0]!
        const result = { number, outcome, code: null, message: outcome, provider_reference: null }
        return { charge_id, membership_id, event, result, paid_by: "provider" }
      }
      const { attempt, asked_at } = found[0]!
      await service.recordChargeAnswers([
        answer("paid", { type: "looked_up", attempt, asked_at, found: { result: "paid" } }),
      ])
      const { token } = lost[0]!
      const late = { type: "answered", token, attempt, outcome: { result: "unknown" } } as const
      const { refused } = await service.recordChargeAnswers([answer("unknown", late)])
      expect(refused).toMatchObject([{ code: "charge_settled" }])
      expect(await sql("select outcome, message from membership_charge_attempt")).toEqual([
        { outcome: "paid", message: "paid" },
      ])
    })

    it("BILL-6: without a saved method a charge waits for staff, and is past due", async () => {
      const id = await sellCredits(service, RENEWING)
      await due()
      const { tasks, free, without_method } = await claim()
      expect([tasks, free]).toEqual([[], []])
      await service.recordChargeAnswers(without_method.map(withoutMethod))
      expect(await charges()).toMatchObject([
        { payer_key: "purchaser", status: "failed", failure_code: "payment_method_missing", attempt: 0 },
      ])
      expect(await statusOf(id)).toBe("past_due")
    })

    it("BILL-3: the stored settings decide the schedule and the grace; a change holds for who is past due", async () => {
      const id = await sell()
      await service.updateBillingSettings({ actor: ACTOR, retry_days: [2], grace_days: 3 })
      await due()
      await service.recordChargeAnswers((await claim()).tasks.map(declined))
      await clock("2027-03-01T00:00:00.000Z")
      expect((await claim()).tasks).toEqual([])
      await service.updateBillingSettings({ actor: ACTOR, grace_days: 1 })
      expect(await service.retrieveMembership(id)).toMatchObject({
        // Its day of grace was over before that was decided.
        ...{ status: "suspended", suspended_at: new Date("2027-03-01T00:00:00.000Z") },
      })
      await service.updateBillingSettings({ actor: ACTOR, grace_days: 30 })
      expect(await statusOf(id)).toBe("past_due")
      await clock("2027-03-02T00:00:00.000Z")
      expect((await claim()).tasks).toMatchObject([{ attempt: 2 }])
    })

    it("BILL-3: what cannot be is refused and changes nothing", async () => {
      await expect(
        service.updateBillingSettings({ actor: ACTOR, retry_days: [3, 1], allow_manual_renewals: false })
      ).rejects.toMatchObject({ code: "billing_settings_invalid", details: { field: "retry_days" } })
      expect(await service.readBillingSettings()).toEqual({
        ...{ retry_days: [1, 3, 5, 7], grace_days: 7, then: "suspend", remind_days_before: [3] },
        ...{ allow_manual_renewals: true, common_billing_day: null, pause: null },
      })
    })

    it("BILL-8, TERM-6: paused, charges are made and none is claimed; it stays active; continued, each is charged once", async () => {
      const [one, two] = [await sell(), await sellCredits(service, RENEWING)]
      await service.pauseRenewals({ actor: ACTOR, reason: "The bank is down" })
      await expect(service.pauseRenewals({ actor: ACTOR, reason: null })).rejects.toMatchObject({
        code: "conflict",
      })
      // Ten days late: longer than any grace.
      await due()
      await clock("2027-03-10T00:00:00.000Z")
      expect(await times(() => claim())).toEqual(
        Array(WORKERS).fill({ tasks: [], free: [], without_method: [], undone: [] })
      )
      await service.refreshStatuses(100)
      expect([await statusOf(one), await statusOf(two)]).toEqual(["active", "active"])
      expect(await charges()).toMatchObject([{ status: "scheduled" }, { status: "scheduled" }])
      await service.continueRenewals({ actor: ACTOR })
      const claimed = await times(() => claim())
      expect(claimed.flatMap(({ tasks }) => tasks)).toMatchObject([{ membership_id: one, attempt: 1 }])
      await service.recordChargeAnswers([
        ...claimed.flatMap(({ tasks }) => tasks.map(sent)),
        ...claimed.flatMap(({ without_method }) => without_method.map(withoutMethod)),
      ])
      // Whose charge fails now is past due since now: the pause costs nobody a day of grace.
      expect(await service.retrieveMembership(two)).toMatchObject({
        ...{ status: "past_due", past_due_since: new Date("2027-03-10T00:00:00.000Z") },
        suspended_at: new Date("2027-03-16T23:00:00.000Z"),
      })
      expect(await statusOf(one)).toBe("active")
      await expect(service.continueRenewals({ actor: ACTOR })).rejects.toMatchObject({ code: "conflict" })
      expect(
        await sql(`select action, reason from membership_audit_entry
                   where subject_type = 'billing-settings' order by id`)
      ).toEqual([
        { action: "pause-renewals", reason: "The bank is down" },
        { action: "continue-renewals", reason: null },
      ])
    })

    it("BILL-4, BILL-8: while paused, what may have been taken is looked up all the same", async () => {
      await sell()
      await due()
      const { tasks: lost } = await claim()
      await service.pauseRenewals({ actor: ACTOR, reason: null })
      await clock("2027-02-28T00:10:00.000Z")
      expect((await claim()).tasks).toMatchObject([{ id: lost[0]!.id, task: { do: "look_up" } }])
    })

    it("BILL-8: a pause waits for whoever is claiming, so that nothing is claimed once it is answered", async () => {
      await sell()
      await due()
      let paused = false
      const [batch] = await Promise.all([
        claim().then((claimed) => ({ claimed, before_pause: !paused })),
        service.pauseRenewals({ actor: ACTOR, reason: null }).then(() => (paused = true)),
      ])
      expect(batch.claimed.tasks.length === 0 || batch.before_pause).toBe(true)
      expect((await claim()).tasks).toEqual([])
    })

    const noticesOf = (membership_id: string) =>
      sql<{ kind: string; customer_id: string | null; data: object }>(
        `select kind, customer_id, data from membership_notice where membership_id = '${membership_id}' order by occurred_at`
      )
    const fail = async () => service.recordChargeAnswers((await claim()).tasks.map(declined))
    const cancelAfter = (grace_days: number) =>
      service.updateBillingSettings({ actor: ACTOR, then: "cancel", grace_days })

    const cancelUnpaid = async () => {
      const ended: string[] = []
      for (const id of await service.dueUnpaid()) if (await service.cancelUnpaid(id)) ended.push(id)
      return ended
    }

    it("BILL-3, BILL-9: a charge to come is told once on its reminder day, with what will be charged; not while renewals are paused", async () => {
      const id = await sell()
      await service.enqueueCharges(100)
      const note = () => service.noteUpcomingCharges({ after: "", limit: 100 })
      await clock("2027-02-25T07:59:00.000Z")
      await note()
      expect(await noticesOf(id)).toEqual([])
      await clock("2027-02-25T08:00:00.000Z")
      await service.pauseRenewals({ actor: ACTOR, reason: null })
      await note()
      await service.continueRenewals({ actor: ACTOR })
      expect(await noticesOf(id)).toEqual([])
      await times(note)
      await note()
      expect(await noticesOf(id)).toEqual([
        {
          ...{ kind: "upcoming_charge", customer_id: `cus_${id}` },
          data: {
            ...{ due_at: "2027-02-27T23:00:00.000Z", net_minor: 10_000, currency_code: "eur" },
            ...{ has_method: true, method_label: null },
          },
        },
      ])
      await due()
      const [charge] = await charges()
      expect(charge!.total_minor).toBe("10000")
    })

    it("HOLD-4, REMIND-2, TIME-5: where a hold skips the dues, nobody is reminded, and no reminder stays due", async () => {
      const id = await sell({ ...RENEWING, hold_policy: HOLDS })
      await service.enqueueCharges(100)
      await clock("2027-02-20T12:00:00.000Z")
      const change = (verb: object) =>
        service.changeSeats({
          ...{ membership_id: id, actor: ACTOR, asker: { type: "staff", reason: "Sick" }, preview: false },
          verb,
        } as never)
      const dates = { starts_on: "2027-02-22", resumes_on: "2027-03-15" }
      await change({
        ...{ verb: "hold", seat_id: null, ...dates, kind: "hold", fee: null, merge: false, reason: null },
      })
      await service.enqueueCharges(100)
      const isDue = async () => (await service.dueInstants()).due.reminders.is_due
      const note = () => service.noteUpcomingCharges({ after: "", limit: 100 })
      await clock("2027-02-25T08:00:00.000Z")
      expect(await isDue()).toBe(true)
      await times(note)
      expect([await noticesOf(id), await isDue()]).toEqual([[], false])
      // Back before the day of the charge, it is owed after all, and told.
      await change({ verb: "resume", seat_id: null, resumes_on: "2027-02-26" })
      await service.enqueueCharges(100)
      expect(await isDue()).toBe(true)
      await note()
      expect(await noticesOf(id)).toMatchObject([{ kind: "upcoming_charge" }])
      expect(await isDue()).toBe(false)
    })

    it("BILL-3: where grace ends in a cancellation, it is canceled by itself as of that day, once, however late", async () => {
      const id = await sell()
      await cancelAfter(7)
      await due()
      await fail()
      // Nobody was there for a month: what could still be tried is tried first.
      await clock("2027-03-20T12:00:00.000Z")
      expect(await cancelUnpaid()).toEqual([])
      await fail()
      const canceled = await times(cancelUnpaid)
      expect(canceled.flat()).toEqual([id])
      expect(await statusOf(id)).toBe("canceled")
      expect(
        await sql(`select canceled_on, cancel_scope from membership_seat where membership_id = '${id}'`)
      ).toEqual([{ canceled_on: "2027-03-07", cancel_scope: "membership" }])
      expect(
        await sql(`select actor_type, actor_id from membership_audit_entry where action = 'cancel-unpaid'`)
      ).toEqual([{ actor_type: "system", actor_id: null }])
      // It is owed all the same; nothing is tried by itself, and staff can still collect it.
      await clock("2027-05-20T12:00:00.000Z")
      await service.enqueueCharges(100)
      expect(await claim()).toEqual({ tasks: [], free: [], without_method: [], undone: [] })
      const [owed] = await charges()
      expect(owed).toMatchObject({ status: "failed" })
      await service.recordChargeAnswers([
        { charge_id: owed!.id, membership_id: id, event: { type: "paid_by_hand" }, paid_by: "manual" },
      ])
      expect(await charges()).toMatchObject([{ status: "paid", paid_by: "manual" }])
      expect(await statusOf(id)).toBe("canceled")
      expect((await noticesOf(id)).map(({ kind }) => kind).sort()).toEqual(
        ["canceled_for_non_payment", "paid_after_failure", "payment_failed", "payment_failed"].sort()
      )
    })

    it("BILL-3: whoever lost access before the studio chose to cancel stays suspended; nobody is canceled while renewals are paused", async () => {
      const [before, after] = [await sell(), await sell()]
      await due()
      await service.recordChargeAnswers(
        (await claim()).tasks.filter(({ membership_id }) => membership_id === before).map(declined)
      )
      await clock("2027-03-08T00:00:00.000Z")
      await fail()
      await cancelAfter(7)
      await service.pauseRenewals({ actor: ACTOR, reason: null })
      await clock("2027-03-30T00:00:00.000Z")
      expect(await cancelUnpaid()).toEqual([])
      await service.continueRenewals({ actor: ACTOR })
      for (let tries = 0; tries < 3; tries += 1) await fail()
      await cancelUnpaid()
      await service.refreshStatuses(100)
      expect([await statusOf(before), await statusOf(after)]).toEqual(["suspended", "canceled"])
    })

    it("BILL-3, REMIND-2: a failure is told in its own commit, each occasion once, and handed to one sender", async () => {
      const id = await sell()
      await due()
      const { tasks } = await claim()
      await times(() => service.recordChargeAnswers(tasks.map(declined)))
      const failed = {
        ...{ kind: "payment_failed", customer_id: `cus_${id}` },
        data: {
          ...{ failure_code: "card_declined", next_try_at: "2027-02-28T23:00:00.000Z", action_url: null },
        },
      }
      expect(await noticesOf(id)).toMatchObject([failed])
      const claimed = await times(() => service.claimNotices(100))
      expect(claimed.flat()).toMatchObject([
        { ...failed, total_minor: 10_000, plan_name: expect.any(String) },
      ])
      const notice_id = claimed.flat()[0]!.id
      await service.settleNotices([{ id: notice_id, error: "No provider." }])
      expect(await service.claimNotices(100)).toEqual([])
      await clock("2027-02-28T01:00:00.000Z")
      expect(await service.claimNotices(100)).toHaveLength(1)
      await service.settleNotices([{ id: notice_id, error: null }])
      await clock("2027-03-07T23:00:00.000Z")
      expect(await service.claimNotices(100)).toEqual([])
      await service.refreshStatuses(100)
      await times(() => service.noteSuspensions())
      expect((await noticesOf(id)).map(({ kind }) => kind)).toEqual(["payment_failed", "suspended"])
    })

    describe("a pack that renews itself when it is used up", () => {
      const AGAIN: Partial<NewPlan> = {
        ...{ renewal: { mode: "on_exhaustion" }, validity: { unit: "month", count: 3 } },
        entitlement: { type: "credits", credits: 2, per: "term", scope: "shared" },
      }
      let uses = 0
      const use = (membership_id: string) => {
        const key = `use-${++uses}`
        const why = { cause: { type: "visit", id: key }, actor: ACTOR, reason: null }
        return service.useCredits({
          ...{ membership_id, seat_id: null, service_id: null, credits: 1, kind: "redeem", key, ...why },
        })
      }
      const undo = (of_key: string) =>
        service.settleCreditUse({
          ...{ of_key, verb: "undo", key: `undo-${of_key}`, actor: ACTOR, reason: "Wrong person" },
          cause: { type: "visit", id: of_key },
        })
      const enqueue = () => service.enqueueRepurchases(100)
      const grantsOf = async (membership_id: string) =>
        (await service.readCredits({ membership_id, limit: 50, offset: 0 })).grants.map(
          ({ period_index, available, value_minor, starts_on, expires_on }) =>
            [period_index, available, value_minor, starts_on, expires_on] as const
        )

      it("CREDIT-6, CREDIT-10: the use of the last credit buys one more pack, and a longer term; then again", async () => {
        const id = await sell(AGAIN)
        await clock("2027-03-10T12:00:00.000Z")
        await use(id)
        expect(await enqueue()).toMatchObject({ memberships: 0, charges: 0 })
        await use(id)
        const made = await times(enqueue)
        expect(made.reduce((sum, each) => sum + each.charges, 0)).toBe(1)
        const [charge] = await charges()
        expect(charge).toMatchObject({
          ...{ period_index: 1, period_starts_on: "2027-03-10", period_ends_on: "2027-06-10" },
          ...{ subtotal_minor: "10000", status: "scheduled" },
        })
        expect(charge!.period_key).toMatch(/^exhausted:mcgr_/)
        await tax()
        await clock("2027-03-12T12:00:00.000Z")
        const answers = (await claim()).tasks.map(sent)
        await times(() => service.recordChargeAnswers(answers))
        // Three months from the day on which it was paid.
        expect(await grantsOf(id)).toEqual([
          [0, 0, 10_000, "2027-01-31", "2027-04-30"],
          [1, 2, 10_000, "2027-03-12", "2027-06-12"],
        ])
        expect(await service.retrieveMembership(id)).toMatchObject({
          ...{ status: "active", ends_on: "2027-06-12", sold_ends_on: "2027-06-12" },
        })
        expect(await enqueue()).toMatchObject({ memberships: 0, charges: 0 })
        await use(id)
        await use(id)
        expect((await times(enqueue)).reduce((sum, each) => sum + each.charges, 0)).toBe(1)
        expect(await charges()).toHaveLength(2)
        expect(await service.verifyCreditLedger()).toEqual([])
      })

      it("CREDIT-6: those whose next pack cannot be charged keep nobody else's from being charged", async () => {
        const [bad, good] = [await sell(AGAIN), await sell(AGAIN)]
        const { plan_id } = await service.retrieveMembership(bad)
        for (const id of [bad, good]) for (let nth = 0; nth < 2; nth += 1) await use(id)
        await sql(
          `update membership_plan set validity = '{"unit": "fortnight", "count": 1}' where id = '${plan_id}'`
        )
        const { failed } = await service.enqueueRepurchases(1)
        expect(failed).toMatchObject([{ id: bad }])
        expect(await service.enqueueRepurchases(1, [bad])).toMatchObject({ memberships: 1, charges: 1 })
        expect(await service.enqueueRepurchases(1, [bad])).toMatchObject({ memberships: 0, charges: 0 })
      })

      it("CREDIT-6: a failed charge leaves the balance at zero, and the membership past due; paid, it goes on", async () => {
        const id = await sell(AGAIN)
        await use(id)
        await use(id)
        await enqueue()
        await tax()
        await service.recordChargeAnswers((await claim()).tasks.map(declined))
        const left = async () => (await grantsOf(id)).map(([, available]) => available)
        expect(await left()).toEqual([0])
        expect(await statusOf(id)).toBe("past_due")
        await expect(use(id)).rejects.toMatchObject({ code: "insufficient_credits" })
        await enqueue()
        await clock("2027-02-01T11:00:00.000Z")
        await service.recordChargeAnswers((await claim()).tasks.map(sent))
        expect(await left()).toEqual([0, 2])
        expect(await statusOf(id)).toBe("active")
        expect(await charges()).toHaveLength(1)
      })

      it("CREDIT-6, CREDIT-9: a last visit that is undone before its charge is made buys nothing; the next one does, once", async () => {
        const id = await sell(AGAIN)
        await use(id)
        const { key } = await use(id)
        await undo(key)
        expect(await enqueue()).toMatchObject({ memberships: 1, charges: 0 })
        expect(await enqueue()).toMatchObject({ memberships: 0, charges: 0 })
        const { key: again } = await use(id)
        expect(await enqueue()).toMatchObject({ memberships: 1, charges: 1 })
        // Undone after the charge was made, it gives its credit back, and asks for no second pack when it is used again.
        await undo(again)
        await use(id)
        expect(await enqueue()).toMatchObject({ memberships: 0, charges: 0 })
        expect(await charges()).toHaveLength(1)
      })

      it("CREDIT-6, CREDIT-7: where each seat has its own credits, the seat that used them up is charged", async () => {
        const id = await sellCredits(
          service,
          { ...AGAIN, audience: "shared", credits_belong_to: "seat" },
          { values: [10_000, 10_000] }
        )
        const { seats } = await service.retrieveMembership(id, { relations: ["seats"] })
        const [seat, other] = [...seats].sort((a, b) => a.position - b.position)
        const why = { cause: { type: "visit", id: "v" }, actor: ACTOR, reason: null }
        const both = { membership_id: id, service_id: null, credits: 2, kind: "redeem" as const, ...why }
        await service.useCredits({ ...both, seat_id: seat!.id, key: "own-1" })
        await enqueue()
        const [charge] = await sql<{ lines: { seat_id: string }[] }>("select lines from membership_charge")
        expect(charge!.lines.map(({ seat_id }) => seat_id)).toEqual([seat!.id])
        await service.useCredits({ ...both, seat_id: other!.id, key: "own-2" })
        await enqueue()
        expect(await charges()).toHaveLength(2)
      })

      it("CREDIT-6: a pack whose sale was undone asks for nothing more", async () => {
        const id = await sell(AGAIN)
        await use(id)
        await use(id)
        await sql(`update membership set voided_at = now() where id = '${id}'`)
        expect(await enqueue()).toMatchObject({ memberships: 1, charges: 0 })
        expect(await enqueue()).toMatchObject({ memberships: 0, charges: 0 })
      })
    })

    describe("of a membership that is made void", () => {
      const undo = async (id: string) => {
        const { order_id } = await service.retrieveMembership(id)
        return service.settleOrder({ order_id: order_id!, payment: { paid: false, canceled: true } })
      }
      const statuses = async () => (await charges()).map(({ status }) => status)

      it("SALE-8, BILL-3: what was declined, or not tried yet, is asked for no more; what is under way, once it came to nothing", async () => {
        const [refused, sent_one, untried] = [await sell(), await sell(), await sell()]
        const all = [refused, sent_one, untried]
        await due()
        const stored = await charges()
        const claimOf = async (id: string) => {
          const { id: charge_id } = stored.find(({ membership_id }) => membership_id === id)!
          return (await service.claimCharges({ limit: 1, lease_seconds: 300, charge_id })).tasks
        }
        await service.recordChargeAnswers((await claimOf(refused)).map(declined))
        expect(await claimOf(sent_one)).toHaveLength(1)
        for (const id of all) expect(await undo(id)).toMatchObject({ voided: [id] })
        const statusesBy = async () =>
          new Map((await charges()).map(({ membership_id, status }) => [membership_id, status]))
        const left = await statusesBy()
        expect(all.map((id) => left.get(id))).toEqual(["canceled", "processing", "canceled"])
        await clock("2027-03-20T00:00:00.000Z")
        await service.enqueueCharges(100)
        const { tasks } = await claim()
        expect(tasks.map(({ membership_id, task }) => [membership_id, task.do])).toEqual([
          [sent_one, "look_up"],
        ])
        const [{ id: charge_id, membership_id, attempt, asked_at }] = tasks as [ClaimedCharge]
        const found = { result: "failed", code: "card_declined" } as const
        await service.recordChargeAnswers([
          { charge_id, membership_id, event: { type: "looked_up", attempt, asked_at, found } },
        ])
        expect(await statuses()).toEqual(all.map(() => "canceled"))
        await clock("2027-04-20T00:00:00.000Z")
        expect(await claim()).toMatchObject({ tasks: [], free: [], without_method: [] })
        const told = await sql<{ membership_id: string; reason: string }>(
          "select membership_id, reason from membership_audit_entry where action = 'give-up-charge'"
        )
        expect(told.map((each) => each.membership_id).sort()).toEqual([refused, untried].sort())
        expect(told[0]!.reason).toBe("The order was canceled.")
      })

      it("SALE-8, BILL-4: money that was taken all the same is told", async () => {
        const id = await sell()
        await due()
        const { tasks } = await claim()
        await undo(id)
        expect(await statuses()).toEqual(["processing"])
        expect(await service.recordChargeAnswers(tasks.map(sent))).toMatchObject({ refused: [] })
        expect(await statuses()).toEqual(["paid"])
      })
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

    const priceNotices = async () =>
      sql<{ kind: string; customer_id: string; data: object; waits: boolean }>(
        `select kind, customer_id, data, send_at is not null as waits from membership_notice
         where kind like 'price_change%' order by kind, id`
      )

    it("CHART-10, REMIND-2: what is planned again is told again, and a letter that was withdrawn while it was sent stays so", async () => {
      const id = await sell()
      const migration = await nextVersion(id, [120])
      const taken = { ...migration, to_price_chart_id: null }
      await service.migratePrices({ ...migration, preview: false })
      const [claimed] = await service.claimNotices(10)
      await service.takeBackPrices(taken)
      await service.settleNotices([{ id: claimed!.id, error: "The provider was away." }])
      expect((await priceNotices()).map(({ kind, waits }) => [kind, waits])).toEqual([
        ["price_change_scheduled", false],
        ["price_change_taken_back", true],
      ])
      await service.migratePrices({ ...migration, preview: false })
      expect((await priceNotices()).map(({ kind, waits }) => [kind, waits])).toEqual([
        ["price_change_scheduled", false],
        ["price_change_scheduled", true],
        // That it would stay is not true any more either.
        ["price_change_taken_back", false],
      ])
    })

    it("CHART-10: each who pays is told once of an occasion, and what was taken back is charged as before", async () => {
      const id = await sell()
      const migration = await nextVersion(id, [120])
      await times(() => service.migratePrices({ ...migration, preview: false }))
      expect(await actions()).toEqual(["schedule-price-move"])
      const data = { starts_on: "2027-02-28", now_minor: 10000, then_minor: 12000 }
      const told = { customer_id: `cus_${id}`, data }
      expect(await priceNotices()).toEqual([{ ...told, kind: "price_change_scheduled", waits: true }])
      expect(await service.takeBackPrices({ ...migration, to_price_chart_id: null })).toEqual([id])
      expect(await service.takeBackPrices({ ...migration, to_price_chart_id: null })).toEqual([])
      // Nobody had sent it, and it is not true any more: who was told nothing is told nothing now.
      expect(await priceNotices()).toEqual([{ ...told, kind: "price_change_scheduled", waits: false }])
      expect(await service.claimNotices(10)).toEqual([])
      await due()
      expect(await charges()).toMatchObject([{ chart_version: 1, total_minor: "10000" }])
    })

    it("CHART-10, REMIND-2: whoever was told of a change is told that it does not come, once, and of what they were told", async () => {
      const id = await sell()
      const migration = await nextVersion(id, [120])
      const taken = { ...migration, to_price_chart_id: null }
      const sendAll = async () => {
        const claimed = await service.claimNotices(10)
        await service.settleNotices(claimed.map((notice) => ({ id: notice.id, error: null })))
        return claimed.map(({ kind, data }) => [kind, data])
      }
      const data = { starts_on: "2027-02-28", now_minor: 10000, then_minor: 12000 }
      await service.migratePrices({ ...migration, preview: false })
      expect(await sendAll()).toEqual([["price_change_scheduled", data]])
      await service.takeBackPrices(taken)
      expect(await sendAll()).toEqual([["price_change_taken_back", data]])
      // Planned and taken back again before anybody was told: nothing more is said.
      await service.migratePrices({ ...migration, preview: false })
      await service.takeBackPrices(taken)
      expect(await sendAll()).toEqual([])
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
      const all = { to_price_chart_id: null, only_waiting: false, limit: 10, offset: 0 }
      expect(await service.listPriceMoves({ ...all, plan_id: migration.plan_id })).toMatchObject({
        moves: [{ membership_id: id, state: "refused", refused: "seats_above_limit", now: 100, then: 120 }],
        count: 1,
      })
      expect(await service.listPriceMoves({ ...all, plan_id: "mplan_other" })).toEqual({
        moves: [],
        count: 0,
      })
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

import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listCaptures } from "../../src/providers/payment-sandbox"
import { orderCharges } from "../../src/workflows/billing/order-charges"
import { workOnCharges } from "../../src/workflows/billing/work-on-charges"
import { settleCreditsWorkflow } from "../../src/workflows/credits/settle-credits"
import { createDesk, type Desk, type Visitor } from "../support/desk"
import { createPlanOnSale, type PlanOverrides, type TestPlan } from "../support/sales"
import { saveSandboxCard } from "../support/cards"
import { answerOf, type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

/** From one plan to another, sold at noon on 1 March 2027 in Berlin; most changes are on 11 March: 21 of 31 days are left. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    let desk: Desk
    let people = 0
    let plans = 0
    beforeAll(async () => {
      desk = await createDesk(api, getContainer())
    })

    const membership = () => getContainer().resolve("membership")
    const captures = async () =>
      (await listCaptures(getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION))).captures
    const charges = async (membership_id: string): Promise<Json[]> =>
      (await membership().listMembershipCharges(
        { membership_id },
        { order: { period_index: "ASC" } }
      )) as Json[]
    const money = async (id: string) =>
      (await charges(id)).map(({ period_starts_on, status, total_minor }) => [
        ...[period_starts_on, status, Number(total_minor)],
      ])
    const work = () => workOnCharges(getContainer())
    /** Local midnights in Berlin. */
    const on = (day: string) => desk.clock(`${day}T10:00:00Z`)

    const plan = (amount: number, more: Partial<PlanOverrides> = {}): Promise<TestPlan> => {
      plans += 1
      const fields = {
        ...{ name: `Plan ${plans}`, kind: "membership", audience: "individual", proration: true },
        ...{ billing: { type: "recurring", interval: "month", interval_count: 1 } },
        ...{ validity: { unit: "month", count: 1 }, renewal: { mode: "period_end" } },
        ...more,
      } as PlanOverrides
      return createPlanOnSale(api, getContainer(), desk.shop, fields, [{ label: "Member", amount }])
    }
    const people_of = new Map<string, Visitor>()
    async function sold(to: TestPlan, card = "paid"): Promise<Json> {
      people += 1
      const who = await desk.person(`Petra${people}`)
      const one = await desk.sell(to, who)
      await saveSandboxCard(getContainer(), { customer_id: who.customer_id, name: card })
      people_of.set(one.id, who)
      return one
    }
    const ask = (path: string, body: Json, headers: Record<string, string> = {}) =>
      answerOf(api.post(path, body, { headers: { ...desk.shop.admin.headers, ...headers } }))
    const change = async ({ id }: Json, to: TestPlan, when: "now" | "renewal", more: Json = {}) => {
      const { preview } = await desk.post(`/admin/memberships/${id}/plan-change/preview`, {
        ...{ plan_id: to.id, when },
        ...more,
      })
      const done = await desk.post(`/admin/memberships/${id}/plan-change`, {
        ...{ plan_id: to.id, when },
        ...more,
      })
      return { preview, ...done } as { preview: Json; membership: Json; plan_change: Json }
    }
    const without_id = ({ id: _id, ...others }: Json) => others

    it("BILL-10, BILL-2: now to a dearer plan: the rest at the new price less the rest at the old one is charged, once", async () => {
      const [small, big] = [await plan(100), await plan(150)]
      const one = await sold(small)
      await on("2027-03-11")
      const { preview, plan_change, membership: after } = await change(one, big, "now")
      expect(preview).toMatchObject({
        ...{ id: null, direction: "upgrade", changes_on: "2027-03-11", days_lost: 0 },
        charge: {
          ...{ from_on: "2027-03-11", until_on: "2027-04-01", days: 21, of_days: 31 },
          amount: 101.61,
        },
        ...{ credit: { days: 21, amount: 67.74 }, due: 33.87, total: 33.87, carried: 0 },
      })
      expect(without_id(plan_change)).toEqual(without_id(preview))
      expect(after.plan.id).toBe(big.id)
      expect(after.seats[0].amount).toBe(150)
      expect(await money(one.id)).toEqual([["2027-03-11", "paid", 3387]])
      expect((await captures()).map(({ amount }) => amount)).toEqual([33.87])
      await Promise.all([work(), work()])
      await on("2027-04-01")
      await Promise.all([work(), work()])
      await on("2027-05-01")
      await work()
      expect(await money(one.id)).toEqual([
        ["2027-03-11", "paid", 3387],
        ["2027-04-01", "paid", 15_000],
        ["2027-05-01", "paid", 15_000],
      ])
      expect(await captures()).toHaveLength(3)
      await orderCharges(getContainer())
      const [first] = await charges(one.id)
      const { order } = await desk.get(
        `/admin/orders/${first!.order_id}?fields=*items,*items.adjustments,total`
      )
      expect(order).toMatchObject({ total: 33.87, items: [{ unit_price: 101.61 }] })
      expect(order.items[0].title).toMatch(/^Plan/)
    })

    it("BILL-10, MONEY-2: now to a cheaper plan: what is left over lowers the next charges to the cent", async () => {
      const [small, big] = [await plan(100), await plan(150)]
      const one = await sold(big)
      await on("2027-03-11")
      const { preview, plan_change } = await change(one, small, "now")
      expect(preview).toMatchObject({ direction: "downgrade", due: 0, total: 0, carried: 33.87 })
      expect(without_id(plan_change)).toEqual(without_id(preview))
      await on("2027-04-01")
      await work()
      await on("2027-05-01")
      await work()
      expect(await money(one.id)).toEqual([
        ["2027-03-11", "paid", 0],
        ["2027-04-01", "paid", 10_000 - 3387],
        ["2027-05-01", "paid", 10_000],
      ])
      expect(await captures()).toHaveLength(2)
    })

    it("BILL-10, BILL-6: dues that are let off use up nothing that was paid before: the next charge takes it, once", async () => {
      const [big, small] = [await plan(150), await plan(100)]
      const one = await sold(big, "declined")
      await on("2027-03-11")
      await change(one, small, "now")
      await on("2027-04-01")
      await work()
      const [, charge] = await charges(one.id)
      expect((await money(one.id)).at(-1)).toEqual(["2027-04-01", "failed", 10_000 - 3387])
      const path = `/admin/membership-charges/${charge!.id}/waive`
      const { effects } = (await desk.post(path, { preview: true })).preview
      expect(effects.slice(0, 2)).toEqual([
        { code: "charge_waived", amount: 66.13 },
        { code: "credit_given_back", amount: 33.87 },
      ])
      await desk.post(path, { reason: "The hall was closed" })
      expect((await ask(path, { reason: "Again" })).status).toBe(409)
      const { customer_id } = people_of.get(one.id)!
      await saveSandboxCard(getContainer(), { customer_id, name: "paid" })
      for (const day of ["2027-05-01", "2027-06-01"]) {
        await on(day)
        await work()
      }
      expect(await money(one.id)).toEqual([
        ["2027-03-11", "paid", 0],
        ["2027-04-01", "waived", 10_000 - 3387],
        ["2027-05-01", "paid", 10_000 - 3387],
        ["2027-06-01", "paid", 10_000],
      ])
    })

    it("BILL-10: twice in one period, each day is paid at the price of its plan", async () => {
      const [small, big] = [await plan(100), await plan(150)]
      const one = await sold(small)
      await on("2027-03-11")
      await change(one, big, "now")
      await on("2027-03-21")
      const { preview } = await change(one, small, "now")
      // 11 of the 21 days that were paid with 101.61, and 11 of 31 at 100.
      expect(preview).toMatchObject({
        ...{ credit: { days: 11, of_days: 21, amount: 53.22 }, charge: { amount: 35.48 } },
        ...{ due: 0, carried: 17.74 },
      })
      await on("2027-04-01")
      await work()
      expect((await money(one.id)).at(-1)).toEqual(["2027-04-01", "paid", 10_000 - 1774])
    })

    it("BILL-10: at renewal nothing is given back; the next period is charged at the new price", async () => {
      const [small, big] = [await plan(100), await plan(150)]
      const one = await sold(small)
      await on("2027-03-11")
      const { preview, membership: after, plan_change } = await change(one, big, "renewal")
      expect(preview).toMatchObject({
        changes_on: "2027-04-01",
        credit: null,
        due: 150,
        total: 150,
        carried: 0,
      })
      expect(without_id(plan_change)).toEqual(without_id(preview))
      expect(after.plan.id).toBe(small.id)
      const page = await desk.get(`/admin/memberships/${one.id}/plan-change`)
      expect(page.plan_change.planned).toMatchObject({
        ...{ when: "renewal", changes_on: "2027-04-01", plan: { id: big.id } },
      })
      const other = await ask(`/admin/memberships/${one.id}/plan-change`, { plan_id: big.id, when: "now" })
      expect([other.status, other.data.code]).toEqual([409, "plan_change_planned"])
      expect(await money(one.id)).toEqual([])
      await on("2027-04-01")
      await Promise.all([work(), work()])
      await on("2027-05-01")
      await work()
      expect(await money(one.id)).toEqual([
        ["2027-04-01", "paid", 15_000],
        ["2027-05-01", "paid", 15_000],
      ])
      expect((await desk.get(`/admin/memberships/${one.id}`)).membership).toMatchObject({
        ...{ plan: { id: big.id }, ends_on: "2027-06-01" },
      })
      expect((await desk.get(`/admin/memberships/${one.id}/plan-change`)).plan_change.planned).toBeNull()
    })

    it("BILL-10, SAFE-2: a planned change can be taken back until its period begins", async () => {
      const [small, big] = [await plan(100), await plan(150)]
      const one = await sold(small)
      await change(one, big, "renewal")
      const taken = await answerOf(api.delete(`/admin/memberships/${one.id}/plan-change`, desk.shop.admin))
      expect(taken).toMatchObject({ status: 200, data: { deleted: true } })
      const again = await answerOf(api.delete(`/admin/memberships/${one.id}/plan-change`, desk.shop.admin))
      expect([again.status, again.data.code]).toEqual([404, "not_found"])
      await on("2027-04-01")
      await work()
      expect(await money(one.id)).toEqual([["2027-04-01", "paid", 10_000]])
      const { history } = await desk.get(`/admin/memberships/${one.id}/history`)
      expect(history.map(({ action }: Json) => action)).toEqual(
        expect.arrayContaining(["schedule-plan-change", "take-back-plan-change"])
      )
    })

    it("BILL-10, TIME-3: another interval, or a plan that does not prorate, begins a full period on the day", async () => {
      const [monthly, yearly] = [
        await plan(100),
        await plan(900, {
          billing: { type: "recurring", interval: "year", interval_count: 1 },
          validity: { unit: "year", count: 1 },
        }),
      ]
      const one = await sold(monthly)
      await on("2027-03-11")
      const { preview, membership: after } = await change(one, yearly, "now", { reason: "They asked" })
      expect(preview).toMatchObject({
        charge: { from_on: "2027-03-11", until_on: "2028-03-11", amount: 900 },
        ...{ credit: { amount: 67.74 }, due: 832.26 },
      })
      expect(after).toMatchObject({ starts_on: "2027-03-11", ends_on: "2028-03-11" })
      await on("2027-06-01")
      await work()
      expect(await money(one.id)).toEqual([["2027-03-11", "paid", 83_226]])
      await on("2028-03-11")
      await work()
      expect((await money(one.id)).at(-1)).toEqual(["2028-03-11", "paid", 90_000])

      const stiff = await plan(120, { proration: false })
      const other = await sold(stiff)
      expect((await desk.get(`/admin/memberships/${other.id}`)).membership.starts_on).toBe("2028-03-11")
      await on("2028-03-20")
      const back = await change(other, monthly, "now", { reason: "They asked" })
      expect(back.preview).toMatchObject({ credit: null, days_lost: 22, due: 100, revokes_credits: false })
      await on("2028-04-20")
      await work()
      expect((await money(other.id)).map(([day]) => day)).toEqual(["2028-03-20", "2028-04-20"])
    })

    it("BILL-10, CREDIT-10: unused visits go with the money that is given back; the new plan's come with its charge", async () => {
      const visits = (credits: number): Partial<PlanOverrides> => ({
        entitlement: { type: "credits", credits, per: "period", scope: "shared" },
      })
      const [four, eight] = [await plan(100, visits(4)), await plan(150, visits(8))]
      const one = await sold(four)
      await desk.checkIn(people_of.get(one.id)!)
      expect(await desk.left(one.id)).toBe(3)
      await on("2027-03-11")
      const { preview } = await change(one, eight, "now")
      expect(preview.revokes_credits).toBe(true)
      // 21 of 31 days give six of the eight.
      expect(await desk.left(one.id)).toBe(6)
      await on("2027-04-01")
      await work()
      await settleCreditsWorkflow(getContainer()).run()
      expect(await desk.left(one.id)).toBe(8)
      const values = (await desk.credits(one.id)).map(({ credits, value_minor }) => [
        credits,
        Number(value_minor),
      ])
      expect(values).toEqual(
        expect.arrayContaining([
          [6, 10_161],
          [8, 15_000],
        ])
      )
      expect(await membership().verifyCreditLedger()).toEqual([])
    })

    it("BILL-10, CREDIT-10, PLAN-4: visits that were used are paid: nobody gets them back by going from plan to plan", async () => {
      const visits = (credits: number): Partial<PlanOverrides> => ({
        entitlement: { type: "credits", credits, per: "period", scope: "shared" },
      })
      const [four, same] = [await plan(100, visits(4)), await plan(100, visits(4))]
      const one = await sold(four)
      const who = people_of.get(one.id)!
      const comes = async (times: number) => {
        for (let n = 0; n < times; n++) {
          await desk.clock(`2027-03-${String(1 + n).padStart(2, "0")}T12:00:00Z`)
          expect((await desk.checkIn(who)).allowed).toBe(true)
        }
      }
      await comes(3)
      const { headers } = who
      const path = `/store/memberships/${one.id}/plan-change`
      const wish = { plan_id: same.id, when: "now" }
      const { preview } = (await api.post(`${path}/preview`, wish, { headers })).data
      // On the 3rd, 29 of 31 days are left, and one visit of four.
      expect(preview).toMatchObject({
        ...{ credit: { days: 29, of_days: 31, amount: 25 }, charge: { amount: 93.55 }, due: 68.55 },
      })
      await api.post(path, wish, { headers })
      expect(await desk.left(one.id)).toBe(4)
      expect(await money(one.id)).toEqual([["2027-03-03", "paid", 6855]])
      expect(await membership().verifyCreditLedger()).toEqual([])
    })

    it("BILL-10, CREDIT-5: a period of the former plan that is paid late gives what that plan gave, in its own days", async () => {
      const visits = (credits: number): Partial<PlanOverrides> => ({
        entitlement: { type: "credits", credits, per: "period", scope: "shared" },
      })
      const [four, eight] = [await plan(100, visits(4)), await plan(150, visits(8))]
      const one = await sold(four, "declined")
      await on("2027-04-01")
      await work()
      const { plan_change } = await change(one, eight, "renewal")
      expect(plan_change.changes_on).toBe("2027-05-01")
      await on("2027-05-01")
      await work()
      const [open] = await charges(one.id)
      await desk.post(`/admin/membership-charges/${open!.id}/record-payment`, { method: "cash" })
      await saveSandboxCard(getContainer(), { customer_id: people_of.get(one.id)!.customer_id, name: "paid" })
      const grants = (await membership().listMembershipCreditGrants({ membership_id: one.id })) as Json[]
      expect(grants.find(({ period_index }) => period_index === 1)).toMatchObject({
        ...{ credits: 4, starts_on: "2027-04-01", expires_on: "2027-05-01" },
      })
      await on("2027-06-01")
      await work()
      await settleCreditsWorkflow(getContainer()).run()
      expect((await money(one.id)).at(-1)).toEqual(["2027-06-01", "paid", 15_000])
      expect(await desk.left(one.id)).toBe(8)
      expect(await membership().verifyCreditLedger()).toEqual([])
    })

    it("BILL-10, BILL-3: a card that is declined leaves the charge to be tried again; the plan is the new one", async () => {
      const [small, big] = [await plan(100), await plan(150)]
      const one = await sold(small, "insufficient_funds_once")
      await on("2027-03-11")
      const { membership: after } = await change(one, big, "now")
      expect(after).toMatchObject({ status: "past_due", plan: { id: big.id } })
      expect(await money(one.id)).toEqual([["2027-03-11", "failed", 3387]])
      await on("2027-03-12")
      await work()
      expect(await money(one.id)).toEqual([["2027-03-11", "paid", 3387]])
      expect(await captures()).toHaveLength(1)
    })

    it("BILL-10, SAFE-1: refused with a code, and nothing is written", async () => {
      const [small, big] = [await plan(100), await plan(150)]
      const shared = await plan(90, { audience: "household", proration: false })
      const draft = await plan(90, { status: "draft" })
      const once = await plan(90, { billing: { type: "one_time" } })
      const one = await sold(small)
      const refusal = async (body: Json) => {
        const { status, data } = await ask(`/admin/memberships/${one.id}/plan-change`, {
          when: "now",
          ...body,
        })
        return [status, data.code, data.details?.reason ?? null]
      }
      expect(await refusal({ plan_id: small.id })).toEqual([400, "not_eligible", "same_plan"])
      expect(await refusal({ plan_id: shared.id })).toEqual([400, "not_eligible", "audience"])
      expect(await refusal({ plan_id: once.id })).toEqual([400, "not_eligible", "not_recurring"])
      expect(await refusal({ plan_id: draft.id })).toEqual([400, "plan_not_sellable", null])
      expect(await refusal({ plan_id: "mplan_none" })).toEqual([404, "not_found", null])
      expect(await refusal({ plan_id: big.id, price: 1 })).toEqual([400, "invalid_request", null])
      await saveSandboxCard(getContainer(), {
        customer_id: people_of.get(one.id)!.customer_id,
        name: "declined",
      })
      await on("2027-04-01")
      expect(await refusal({ plan_id: big.id })).toEqual([400, "not_eligible", "dues_unpaid"])
      await work()
      expect(await refusal({ plan_id: big.id })).toEqual([400, "not_eligible", "dues_unpaid"])
      expect(await membership().listMembershipPlanChanges({ membership_id: one.id })).toEqual([])
      const { options } = (await desk.get(`/admin/memberships/${one.id}/plan-change`)).plan_change
      const offered = options.find(({ plan_id }: Json) => plan_id === big.id)
      expect(offered).toMatchObject({
        ...{
          now: { can: false, code: "not_eligible" },
          renewal: { can: true, change: { charge: { amount: 150 } } },
        },
      })
    })

    it("BILL-10: the same key changes once; another body with it is refused", async () => {
      const [small, big] = [await plan(100), await plan(150)]
      const one = await sold(small)
      await on("2027-03-11")
      const path = `/admin/memberships/${one.id}/plan-change`
      const body = { plan_id: big.id, when: "now" }
      const key = { "Idempotency-Key": `change-${one.id}` }
      const first = await ask(path, body, key)
      const second = await ask(path, body, key)
      expect(second.data).toEqual(first.data)
      expect((await ask(path, { ...body, when: "renewal" }, key)).data.code).toBe("idempotency_key_reused")
      expect(await money(one.id)).toEqual([["2027-03-11", "paid", 3387]])
    })

    it("SEAT-4, BILL-10: a customer makes nobody else pay for another plan; whoever pays is asked by nobody", async () => {
      const [small, big] = [await plan(100), await plan(150)]
      const one = await sold(small)
      const who = people_of.get(one.id)!
      const parent = await desk.person(`Parent${people}`)
      await saveSandboxCard(getContainer(), { customer_id: parent.customer_id, name: "paid" })
      await desk.post(`/admin/memberships/${one.id}/payer`, {
        ...{ seat_ids: [one.seats[0].id], payer_customer_id: parent.customer_id },
      })
      await on("2027-03-11")
      const path = `/store/memberships/${one.id}/plan-change`
      const { headers } = who
      for (const when of ["now", "renewal"]) {
        const refused = await answerOf(api.post(path, { plan_id: big.id, when }, { headers }))
        expect([refused.status, refused.data.code, refused.data.details]).toEqual([
          ...[400, "not_eligible", { field: "plan_id", reason: "other_payer" }],
        ])
      }
      const { options } = (await api.get(path, { headers })).data.plan_change
      expect(options.find(({ plan_id }: Json) => plan_id === big.id).now).toMatchObject({ can: false })
      expect([await money(one.id), await captures()]).toEqual([[], []])
      expect((await change(one, big, "now")).plan_change.direction).toBe("upgrade")
    })

    it("BILL-10, PEOPLE-6, CANCEL-4: customers change what they manage, among the plans that they see, bound by commitment", async () => {
      const bound = { commitment_periods: 6, notice_days: 0 }
      const [small, big] = [await plan(100), await plan(150, { cancellation_policy: bound })]
      const hidden = await plan(150, {
        portal: { visible: false, featured: false, preselected: false, sort_order: 0 },
      })
      const one = await sold(big)
      const stranger = await desk.person("Stranger")
      await on("2027-03-11")
      const path = `/store/memberships/${one.id}/plan-change`
      const own = { headers: people_of.get(one.id)!.headers }
      const send = (body: Json, config = own, to = path) => answerOf(api.post(to, body, config))
      const { plan_change } = (await api.get(path, own)).data
      const offered: string[] = plan_change.options.map(({ plan_id }: Json) => plan_id)
      expect(offered).toContain(small.id)
      expect(offered).not.toContain(hidden.id)
      const less = await send({ plan_id: small.id, when: "now" })
      expect([less.data.code, less.data.details.earliest_on]).toEqual(["cancel_before_notice", "2027-09-01"])
      expect((await send({ plan_id: hidden.id, when: "now" })).status).toBe(404)
      expect((await send({ plan_id: small.id, when: "now", reason: "Please" })).data.code).toBe(
        "invalid_request"
      )
      expect((await send({ plan_id: small.id, when: "now" }, { headers: stranger.headers })).status).toBe(404)
      const planned = await send({ plan_id: small.id, when: "renewal" })
      expect(planned.data.plan_change).toMatchObject({ changes_on: "2027-09-01", direction: "downgrade" })
      expect(JSON.stringify(planned.data)).not.toMatch(/customer_id|metadata|note/)
      expect(await answerOf(api.delete(path, { headers: stranger.headers }))).toMatchObject({ status: 404 })
      expect(await answerOf(api.delete(path, own))).toMatchObject({ status: 200 })
    })
  },
})

import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listCaptures } from "../../src/providers/payment-sandbox"
import { orderCharges } from "../../src/workflows/billing/order-charges"
import { settleJoins } from "../../src/workflows/billing/settle-joins"
import { workOnCharges } from "../../src/workflows/billing/work-on-charges"
import { createJoining, type Joining } from "../support/joining"
import { answerOf, type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

/** From a plan of one's own to a seat of a shared membership; both run from 1 March, most join on 11 March 2027: 21 of 31 days are left. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    let joining: Joining
    let people = 0
    beforeAll(async () => {
      joining = await createJoining(api, getContainer())
    })

    const captures = async () =>
      (await listCaptures(getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION))).captures
    /** As the clock does it: charges, then whoever joins, then what they are charged. */
    async function work(): Promise<void> {
      await workOnCharges(getContainer())
      await settleJoins(getContainer())
      await workOnCharges(getContainer())
    }
    const on = (day: string) => joining.desk.clock(`${day}T10:00:00Z`)
    const named = (name: string, card?: string) => joining.person(`${name}${(people += 1)}`, card)
    const without_ids = ({ id: _id, seat, ...others }: Json) => ({ ...others, seat: { ...seat, id: null } })
    const holders = ({ seats }: Json) =>
      seats.map(
        ({ holders: of }: Json) => of.find((each: Json) => each.held_until === null)?.member.id ?? null
      )
    const status = async ({ id }: Json) => (await joining.membership(id)).status

    /** Mia has a plan of her own; Fred has a shared one with a seat for him and an empty one. */
    async function miaAndFred(card?: string) {
      const [mia, fred] = [await named("Mia"), await named("Fred", card)]
      const own = await joining.desk.sell(joining.own, mia)
      return { mia, fred, own, shared: await joining.sellShared(fred) }
    }

    it("BILL-10, SEAT-8: now, the seat pays its full price once, to whoever pays for the shared membership", async () => {
      const { mia, fred, own, shared } = await miaAndFred()
      await on("2027-03-11")
      const { data } = await joining.preview(own, shared)
      expect(data.preview).toMatchObject({
        ...{ id: null, changes_on: "2027-03-11", due: 40, total: 40, carried: 0, refundable: 42 },
        charge: { amount: 40 },
        credit: { days: 21, of_days: 31, amount: 42 },
        joins: { membership_id: shared.id, display_id: shared.display_id },
        seat: {
          id: null,
          label: "Third",
          amount: 40,
          is_paid_for: false,
          payer_customer_id: fred.customer_id,
        },
      })
      const done = await joining.join(own, shared)
      expect(done.status).toBe(200)
      expect(without_ids(done.data.join)).toEqual(without_ids(data.preview))
      expect(await status(own)).toBe("canceled")
      expect(holders(await joining.membership(shared.id))).toEqual([fred.member_id, null, mia.member_id])
      expect(await joining.charges(shared.id)).toEqual([["join", "2027-03-01", "paid", 4000]])
      await on("2027-04-01")
      await Promise.all([work(), work()])
      expect(await joining.charges(shared.id)).toEqual([
        ["join", "2027-03-01", "paid", 4000],
        ["period", "2027-04-01", "paid", 14_000],
      ])
      expect(await joining.charges(own.id)).toEqual([])
      expect((await captures()).map(({ amount }) => amount).sort()).toEqual([140, 40])
      await orderCharges(getContainer())
      const [charge] = (await getContainer()
        .resolve("membership")
        .listMembershipCharges({ membership_id: shared.id, period_index: 0 })) as unknown as Json[]
      const { order } = await joining.desk.get(`/admin/orders/${charge!.order_id}?fields=*items,total`)
      expect(order).toMatchObject({ total: 40, items: [{ unit_price: 40 }] })
    })

    it("BILL-10, MONEY-2: where the same person pays, unused days lower the seat's charge and the next ones to the cent", async () => {
      const { mia, own, shared } = await miaAndFred()
      await on("2027-03-11")
      const wish = { payer_customer_id: mia.customer_id }
      const { data } = await joining.preview(own, shared, wish)
      expect(data.preview).toMatchObject({ credit: { amount: 42 }, due: 0, carried: 2, refundable: 0 })
      expect(without_ids((await joining.join(own, shared, wish)).data.join)).toEqual(
        without_ids(data.preview)
      )
      await on("2027-04-01")
      await work()
      expect(await joining.charges(shared.id)).toEqual([
        ["join", "2027-03-01", "paid", 0],
        ...(await joining.charges(shared.id)).slice(1),
      ])
      const next = (await joining.charges(shared.id)).slice(1)
      expect(next.map(([, , , total]) => total).sort()).toEqual([10_000, 3800])
    })

    it("BILL-10: a seat that is paid for already costs nothing more", async () => {
      const { mia, fred, own, shared } = await miaAndFred()
      await on("2027-03-11")
      const [, empty] = shared.seats
      const done = await joining.join(own, shared, { seat_id: empty.id })
      expect(done.data.join).toMatchObject({ total: 0, due: 0, seat: { id: empty.id, is_paid_for: true } })
      expect(holders(await joining.membership(shared.id))).toEqual([fred.member_id, mia.member_id])
      expect([await status(own), await joining.charges(shared.id)]).toEqual(["canceled", []])
    })

    it("BILL-10: whoever was invited and sits there already only ends what they leave", async () => {
      const [mia, fred] = [await named("Mia"), await named("Fred")]
      const own = await joining.desk.sell(joining.own, mia)
      const shared = await joining.sellShared(fred, [mia])
      const path = `/store/memberships/${own.id}/join`
      const as_mia = { headers: mia.headers }
      const { join } = (await api.get(path, as_mia)).data
      expect(join.options).toMatchObject([
        { membership_id: shared.id, seats: [{ seat_id: shared.seats[1].id, is_theirs: true }] },
      ])
      expect(JSON.stringify(join)).not.toMatch(/Fred|fred|payer/)
      const body = { membership_id: shared.id, seat_id: shared.seats[1].id, when: "renewal" }
      const asked = await answerOf(api.post(path, body, as_mia))
      expect(asked.data.join).toMatchObject({ changes_on: "2027-04-01", total: 0, credit: null })
      await on("2027-04-01")
      await work()
      expect([await status(own), await joining.charges(own.id)]).toEqual(["canceled", []])
      expect(await joining.charges(shared.id)).toEqual([["period", "2027-04-01", "paid", 10_000]])
    })

    it("BILL-10: at renewal it waits, keeps the last day, and is done once by the clock", async () => {
      const { mia, fred, own, shared } = await miaAndFred()
      await on("2027-03-11")
      const { data } = await joining.preview(own, shared, { when: "renewal" })
      expect(data.preview).toMatchObject({
        ...{ changes_on: "2027-04-01", credit: null, days_lost: 0, total: 40 },
        charge: { from_on: "2027-04-01", until_on: "2027-05-01" },
      })
      const planned = await joining.join(own, shared, { when: "renewal" })
      expect(without_ids(planned.data.join)).toEqual(without_ids(data.preview))
      expect(planned.data.membership.planned_plan_change).toMatchObject({
        ...{ changes_on: "2027-04-01", joins: { membership_id: shared.id, display_id: shared.display_id } },
      })
      const other = await joining.join(own, shared)
      expect([other.status, other.data.code]).toEqual([409, "plan_change_planned"])
      await work()
      expect([await status(own), await joining.charges(shared.id)]).toEqual(["active", []])
      await on("2027-04-01")
      await Promise.all([work(), work(), work()])
      await work()
      expect(await status(own)).toBe("canceled")
      expect(await joining.charges(own.id)).toEqual([])
      expect(await joining.charges(shared.id)).toEqual([
        ["period", "2027-04-01", "paid", 10_000],
        ["join", "2027-04-01", "paid", 4000],
      ])
      expect(holders(await joining.membership(shared.id))).toEqual([fred.member_id, null, mia.member_id])
      expect(await captures()).toHaveLength(2)
    })

    it("BILL-10, TIME-5: the clock that moves on its own does it on its day", async () => {
      const { own, shared } = await miaAndFred()
      await joining.join(own, shared, { when: "renewal" })
      // It answers after some seconds, and goes on where it is asked again.
      for (let run: Json = {}; run.complete !== true;)
        ({ run } = (
          await api.post("/admin/studio-clock", { now: "2027-04-20T10:00:00Z" }, joining.desk.shop.admin)
        ).data)
      expect((await joining.membership(own.id)).seats[0].canceled_on).toBe("2027-04-01")
      expect((await joining.charges(shared.id)).map(([kind, day]) => [kind, day])).toEqual([
        ["period", "2027-04-01"],
        ["join", "2027-04-01"],
      ])
    })

    it("BILL-10, HOLD-4: a hold that ends early brings the day forward, so that no day is left without its dues", async () => {
      const { own, shared } = await miaAndFred()
      await on("2027-03-11")
      const path = `/admin/memberships/${own.id}`
      await joining.desk.post(`${path}/hold`, { starts_on: "2027-03-11", resumes_on: "2027-04-10" })
      const { data } = await joining.join(own, shared, { when: "renewal" })
      expect(data.join.changes_on).toBe("2027-05-01")
      await on("2027-03-13")
      await joining.desk.post(`${path}/resume`, {})
      await work()
      expect((await joining.membership(own.id)).planned_plan_change.changes_on).toBe("2027-04-03")
      await on("2027-04-03")
      await work()
      expect([await status(own), await joining.charges(own.id)]).toEqual(["canceled", []])
      expect((await joining.membership(own.id)).seats[0].canceled_on).toBe("2027-04-03")
    })

    it("BILL-10: taken back, the own plan renews as ever", async () => {
      const { own, shared } = await miaAndFred()
      await joining.join(own, shared, { when: "renewal" })
      await work()
      const path = `/admin/memberships/${own.id}/plan-change`
      expect((await answerOf(api.delete(path, joining.desk.shop.admin))).status).toBe(200)
      await on("2027-04-01")
      await work()
      expect(await joining.charges(own.id)).toEqual([["period", "2027-04-01", "paid", 6200]])
      expect(await joining.charges(shared.id)).toEqual([["period", "2027-04-01", "paid", 10_000]])
    })

    it("BILL-10, SAFE-2: where the seat is gone by then, the own plan goes on and staff are told", async () => {
      const [mia, fred, eve] = [await named("Mia"), await named("Fred"), await named("Eve")]
      const [own, hers] = [
        await joining.desk.sell(joining.own, mia),
        await joining.desk.sell(joining.own, eve),
      ]
      const shared = await joining.sellShared(fred)
      await joining.join(own, shared, { when: "renewal" })
      expect((await joining.join(hers, shared)).status).toBe(200)
      await on("2027-04-01")
      await work()
      await work()
      expect(await status(own)).toBe("active")
      expect(await joining.charges(own.id)).toEqual([["period", "2027-04-01", "paid", 6200]])
      const { history } = await joining.desk.get(`/admin/memberships/${own.id}/history`)
      expect(history.find(({ action }: Json) => action === "refuse-plan-change")).toMatchObject({
        changes: { refused: "seats_above_limit" },
      })
    })

    it("BILL-10, BILL-3: a charge that fails loses nothing: the seat is there, past due, and is paid later", async () => {
      const { own, shared } = await miaAndFred("declined")
      await on("2027-03-11")
      expect((await joining.join(own, shared)).status).toBe(200)
      expect([await status(own), await status(shared)]).toEqual(["canceled", "past_due"])
      const [charge] = (await getContainer()
        .resolve("membership")
        .listMembershipCharges({ membership_id: shared.id })) as unknown as Json[]
      await joining.desk.post(`/admin/membership-charges/${charge!.id}/record-payment`, { method: "cash" })
      expect(await status(shared)).toBe("active")
      expect(await joining.charges(shared.id)).toEqual([["join", "2027-03-01", "paid", 4000]])
    })

    it("BILL-10, PEOPLE-6: a customer joins only what they manage, and pays for the seat", async () => {
      const { mia, fred, own, shared } = await miaAndFred()
      const path = `/store/memberships/${own.id}/join`
      const body = { membership_id: shared.id, when: "now" }
      const stranger = await answerOf(api.post(path, body, { headers: mia.headers }))
      expect([stranger.status, stranger.data.code]).toEqual([404, "not_found"])
      expect((await api.get(path, { headers: mia.headers })).data.join.options).toEqual([])
      const household = { name: "Both", guardian_ids: [mia.member_id, fred.member_id], member_ids: [] }
      await joining.desk.post("/admin/households", household)
      const hers = await joining.sellShared(mia, [null])
      const { join } = (await api.get(path, { headers: mia.headers })).data
      expect(join.options.map((each: Json) => each.membership_id)).toEqual([hers.id])
      const paying = { ...body, membership_id: hers.id, payer_customer_id: fred.customer_id }
      expect((await answerOf(api.post(path, paying, { headers: mia.headers }))).status).toBe(400)
      const done = await answerOf(
        api.post(path, { ...body, membership_id: hers.id }, { headers: mia.headers })
      )
      // She sits there already: there is nothing to add, only something to leave.
      expect([done.status, done.data.code]).toEqual([409, "seat_taken"])
    })

    it.each([
      [
        "hold_not_allowed",
        async (one: Json) =>
          joining.desk.post(`/admin/memberships/${one.id}/hold`, {
            starts_on: "2027-03-01",
            resumes_on: "2027-03-15",
          }),
      ],
      [
        "already_canceled",
        async (one: Json) =>
          joining.desk.post(`/admin/memberships/${one.id}/cancel`, { way: { at: "renewal" } }),
      ],
    ])("BILL-10: %s keeps somebody where they are", async (code, prepare) => {
      const { own, shared } = await miaAndFred()
      await prepare(own)
      const refused = await joining.join(own, shared)
      expect(refused.data.code).toBe(code)
      expect(await joining.charges(shared.id)).toEqual([])
    })

    it("BILL-10, SAFE-1: the same key joins once, and nobody pays who pays in neither membership", async () => {
      const { own, shared } = await miaAndFred()
      const other = await named("Olga")
      const refused = await joining.preview(own, shared, { payer_customer_id: other.customer_id })
      expect(refused.data).toMatchObject({ code: "not_eligible", details: { field: "payer_customer_id" } })
      const { admin } = joining.desk.shop
      const config = { headers: { ...admin.headers, "Idempotency-Key": "join-1" } }
      const body = { membership_id: shared.id, when: "now" }
      const [once, again] = [
        await answerOf(api.post(`/admin/memberships/${own.id}/join`, body, config)),
        await answerOf(api.post(`/admin/memberships/${own.id}/join`, body, config)),
      ]
      expect([once.status, again.status]).toEqual([200, 200])
      expect(again.data.join).toEqual(once.data.join)
      expect(await joining.charges(shared.id)).toHaveLength(1)
    })
  },
})

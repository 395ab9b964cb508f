import { Modules } from "@medusajs/framework/utils"
import { SANDBOX_CARDS } from "../../src/providers/payment-sandbox"
import { tellDailyWorkflow } from "../../src/workflows/notices/tell-daily"
import { workOnCharges } from "../../src/workflows/billing/work-on-charges"
import { SANDBOX } from "../support/cards"
import type { Visitor } from "../support/desk"
import { createJoining, type Joining } from "../support/joining"
import { createCart, eventually } from "../support/sales"
import { answerOf, type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

/** What people are told who buy what they have already, or still owe for. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    let joining: Joining
    let people = 0
    beforeAll(async () => {
      joining = await createJoining(api, getContainer())
    })

    const named = (name: string, card?: string) => joining.person(`${name}${(people += 1)}`, card)
    const own_seat = { seats: [{ classification_id: null, count: 1 }] }
    const quote = async ({ headers }: Visitor): Promise<Json> =>
      (
        await api.post(
          `/store/membership-plans/${joining.own.id}/quote`,
          { currency_code: "eur", ...own_seat },
          { headers }
        )
      ).data.quote
    async function putIntoCart({ customer_id, headers }: Visitor, more: Json = {}) {
      const cart = await createCart(getContainer(), joining.desk.shop, { customer_id })
      const body = { plan_id: joining.own.id, ...own_seat, ...more }
      return answerOf(api.post(`/store/carts/${cart.id}/memberships`, body, { headers }))
    }
    const sell = ({ customer_id }: Visitor, more: Json = {}) => {
      const { region, admin } = joining.desk.shop
      const body = {
        plan_id: joining.own.id,
        customer_id,
        region_id: region.id,
        payment: "pending",
        ...own_seat,
      }
      return answerOf(api.post("/admin/memberships", { ...body, ...more }, admin))
    }
    const staffQuote = async ({ customer_id }: Visitor): Promise<Json> =>
      (
        await joining.desk.post(`/admin/membership-plans/${joining.own.id}/quote`, {
          ...{ currency_code: "eur", customer_id, ...own_seat },
        })
      ).quote
    /** The first renewal was declined. */
    async function owing(): Promise<{ mia: Visitor; own: Json }> {
      const mia = await named("Mia", "declined")
      const own = await joining.desk.sell(joining.own, mia)
      await joining.desk.clock("2027-04-01T10:00:00Z")
      await workOnCharges(getContainer())
      return { mia, own: await joining.membership(own.id) }
    }
    const drafts = async (customer_id: string) =>
      (await getContainer()
        .resolve("membership")
        .listMembershipSaleDrafts({ customer_id })) as unknown as Json[]

    it("BILL-11: nobody is told anything who has nothing", async () => {
      const mia = await named("Mia")
      expect((await quote(mia)).notices).toEqual([])
      expect((await putIntoCart(mia)).status).toBe(200)
      expect((await sell(mia)).status).toBe(200)
    })

    it("BILL-11: the quote says what is owed, the cart asks, and settling it takes the notice away", async () => {
      const { mia, own } = await owing()
      expect(own.status).toBe("past_due")
      const { notices, id } = await quote(mia)
      expect(notices).toEqual([
        {
          ...{ code: "dues_unpaid", membership_id: own.id, display_id: own.display_id, plan_name: "Solo" },
          ...{ currency_code: "eur", total: 62 },
          charges: [{ charge_id: expect.any(String), status: "failed", due_on: "2027-04-01", total: 62 }],
        },
      ])
      const refused = await putIntoCart(mia, { quote_id: id })
      expect([refused.status, refused.data.code, refused.data.details.codes]).toEqual([
        ...[409, "notices_unconfirmed", ["dues_unpaid"]],
      ])
      const { headers } = mia
      const { number: card_number } = SANDBOX_CARDS.find(({ name }) => name === "paid")!
      const card = { provider_id: SANDBOX, data: { card_number } }
      const { payment_method } = (await api.post("/store/payment-methods", card, { headers })).data
      const path = `/store/payment-methods/${payment_method.id}/pay-renewals`
      const paid = await api.post(path, {}, { headers })
      expect(paid.data.retried_charge_ids).toEqual([notices[0].charges[0].charge_id])
      await eventually(async () => {
        expect((await joining.membership(own.id)).status).toBe("active")
      })
      expect((await quote(mia)).notices).toMatchObject([{ code: "already_covered", until_on: null }])
    })

    it("BILL-11: a customer can go on all the same, and what they confirmed is kept", async () => {
      const { mia, own } = await owing()
      const { id } = await quote(mia)
      const done = await putIntoCart(mia, { quote_id: id, confirmed_notices: ["dues_unpaid"] })
      expect(done.status).toBe(200)
      expect((await drafts(mia.customer_id)).at(-1)!.confirmed_notices).toEqual([
        { code: "dues_unpaid", membership_id: own.id },
      ])
      const unknown = await putIntoCart(mia, { confirmed_notices: ["everything"] })
      expect(unknown.status).toBe(400)
    })

    it("BILL-11: whoever has the plan already is told until when, and so are staff", async () => {
      const mia = await named("Mia")
      const own = await joining.desk.sell(joining.own, mia)
      const covered = {
        code: "already_covered",
        membership_id: own.id,
        member_ids: [mia.member_id],
        until_on: null,
      }
      expect((await quote(mia)).notices).toMatchObject([covered])
      expect((await staffQuote(mia)).notices).toMatchObject([covered])
      expect((await putIntoCart(mia)).data.code).toBe("notices_unconfirmed")
      await joining.desk.post(`/admin/memberships/${own.id}/cancel`, { way: { at: "renewal" } })
      expect((await quote(mia)).notices).toMatchObject([{ until_on: "2027-04-01" }])
      await joining.desk.clock("2027-04-01T10:00:00Z")
      expect((await quote(mia)).notices).toEqual([])
    })

    it("BILL-11: a second shared membership of one plan is for its buyer, as long as nobody else is named", async () => {
      const fred = await named("Fred")
      const shared = await joining.sellShared(fred)
      const asked = { currency_code: "eur", seats: [{ classification_id: null, count: 2 }] }
      const path = `/store/membership-plans/${joining.shared.id}/quote`
      const { data } = await api.post(path, asked, { headers: fred.headers })
      expect(data.quote.notices).toMatchObject([{ code: "already_covered", membership_id: shared.id }])
      const people = [{ date_of_birth: "1990-01-01" }, { date_of_birth: "1991-01-01" }]
      const other = await named("Olga")
      const hers = await api.post(path, { currency_code: "eur", people }, { headers: other.headers })
      expect(hers.data.quote.notices).toEqual([])
    })

    it("BILL-11, SAFE-2: staff say why they sell it all the same", async () => {
      const mia = await named("Mia")
      const own = await joining.desk.sell(joining.own, mia)
      const refused = await sell(mia)
      expect([refused.status, refused.data.code, refused.data.details.field]).toEqual([
        ...[409, "notices_unconfirmed", "confirmed_notices"],
      ])
      // Going past who the plan is for is another matter, and confirms nothing.
      expect((await sell(mia, { reason: "A friend of the house" })).data.code).toBe("notices_unconfirmed")
      const sold = await sell(mia, {
        ...{ confirmed_notices: ["already_covered"], confirmed_reason: "She wants it for her mother" },
      })
      expect(sold.status).toBe(200)
      const { history } = await joining.desk.get(`/admin/memberships/${sold.data.membership.id}/history`)
      expect(JSON.stringify(history)).toContain("She wants it for her mother")
      const [draft] = (await drafts(mia.customer_id)).filter(({ id }) => id === sold.data.draft_id)
      expect(draft!.confirmed_notices).toEqual([
        { code: "already_covered", membership_id: own.id, reason: "She wants it for her mother" },
      ])
      expect(draft!.override_reason).toBeNull()
    })

    it("BILL-11, SALE-7: what is ordered and not paid yet is told like what is paid", async () => {
      const mia = await named("Mia")
      const first = await sell(mia, { payment: "pending" })
      expect(first.data.membership.status).toBe("pending")
      const ordered = { code: "already_ordered", membership_id: first.data.membership.id }
      expect((await quote(mia)).notices).toMatchObject([{ ...ordered, member_ids: [mia.member_id] }])
      expect((await staffQuote(mia)).notices).toMatchObject([ordered])
      const refused = await putIntoCart(mia)
      expect([refused.data.code, refused.data.details.codes]).toEqual([
        ...["notices_unconfirmed", ["already_ordered"]],
      ])
      expect((await putIntoCart(mia, { confirmed_notices: ["already_ordered"] })).status).toBe(200)
    })

    it("BILL-11, PEOPLE-6: somebody who sits in a membership is not told what its payer owes", async () => {
      const fred = await named("Fred", "declined")
      const mia = await named("Mia")
      const shared = await joining.sellShared(fred, [mia])
      await joining.desk.clock("2027-04-01T10:00:00Z")
      await workOnCharges(getContainer())
      expect((await joining.membership(shared.id)).status).toBe("past_due")
      const { data } = await api.post(
        `/store/membership-plans/${joining.shared.id}/quote`,
        { currency_code: "eur", people: [{ member_id: mia.member_id }, { date_of_birth: "1990-01-01" }] },
        { headers: mia.headers }
      )
      expect(data.quote.notices).toMatchObject([{ code: "already_covered" }])
      expect(JSON.stringify(data.quote.notices)).not.toMatch(/charge/)
    })

    it("BILL-11: where it happened all the same, as by a webhook, staff are told once", async () => {
      const mia = await named("Mia")
      const [first, second] = [
        await joining.desk.sell(joining.own, mia),
        await joining.desk.sell(joining.own, mia),
      ]
      const told = async () =>
        (await getContainer().resolve(Modules.NOTIFICATION).listNotifications({})).filter(({ data }) =>
          String((data as Json).title).includes("same plan twice")
        )
      await tellDailyWorkflow(getContainer()).run({ input: {} })
      await tellDailyWorkflow(getContainer()).run({ input: {} })
      const [notice, ...more] = await told()
      expect(more).toEqual([])
      expect((notice!.data as Json).description).toContain(`#${first.display_id} and #${second.display_id}`)
      await joining.desk.post(`/admin/memberships/${second.id}/cancel`, {
        way: { at: "now" },
        reason: "Twice",
      })
      expect(await getContainer().resolve("membership").doubleCoversToTell()).toEqual([])
    })

    it("BILL-11: deleting a customer stops what is owed from being tried, and says so", async () => {
      const { mia, own } = await owing()
      const { effects } = await joining.desk.get(`/admin/customers/${mia.customer_id}/membership-effects`)
      expect(effects).toContainEqual({ code: "charges_stopped", count: 1 })
      await getContainer()
        .resolve("membership")
        .eraseCustomer({ ...mia, heirs: {}, actor: { type: "system", id: null }, preview: false })
      const before = await joining.charges(own.id)
      await joining.desk.clock("2027-04-20T10:00:00Z")
      await workOnCharges(getContainer())
      expect(await joining.charges(own.id)).toEqual(before)
      const attempts = await getContainer().resolve("membership").listMembershipChargeAttempts({})
      expect(attempts).toHaveLength(1)
    })

    it("BILL-11, BILL-10: deleting whoever was to pay takes a planned move back", async () => {
      const [mia, fred] = [await named("Mia"), await named("Fred")]
      const own = await joining.desk.sell(joining.own, mia)
      const shared = await joining.sellShared(fred)
      expect((await joining.join(own, shared, { when: "renewal" })).status).toBe(200)
      const { effects } = await joining.desk.get(`/admin/customers/${fred.customer_id}/membership-effects`)
      expect(effects).toContainEqual({ code: "plan_changes_taken_back", count: 1 })
      await getContainer()
        .resolve("membership")
        .eraseCustomer({ ...fred, heirs: {}, actor: { type: "system", id: null }, preview: false })
      expect((await joining.membership(own.id)).planned_plan_change).toBeNull()
      await joining.desk.clock("2027-04-01T10:00:00Z")
      await workOnCharges(getContainer())
      expect(await joining.charges(own.id)).toEqual([["period", "2027-04-01", "paid", 6200]])
    })
  },
})

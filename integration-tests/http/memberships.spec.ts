import { Modules } from "@medusajs/framework/utils"
import { cancelOrderWorkflow, capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import {
  addDraft,
  addLines,
  completeByWebhook,
  createCart,
  createPlanOnSale,
  eventually,
  publishChart,
  type TestPlan,
} from "../support/sales"
import {
  answerOf,
  createAdmin,
  createShop,
  type Customer,
  type Json,
  type Shop,
  signUp,
} from "../support/shop"
import { studioTests } from "../support/studio-tests"

const PATH = "/admin/memberships"
const ISSUES = "/admin/membership-sale-issues"

studioTests({
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let jane: Customer
    let pack: TestPlan
    let friends: TestPlan

    beforeAll(async () => {
      const container = getContainer()
      shop = await createShop(api, container)
      jane = await signUp(api, shop.store)
      pack = await createPlanOnSale(api, container, shop, {
        name: "Ten visits",
        kind: "credit_pack",
        entitlement: { type: "credits", credits: 10, per: "term", scope: "shared" },
      })
      friends = await createPlanOnSale(api, container, shop, { name: "Friends", audience: "shared" }, [
        { label: "First", amount: 60, required: true },
        { label: "Further", amount: 40, unlimited: true },
      ])
    })

    const janesCart = async () => createCart(getContainer(), shop, { customer_id: jane.customer.id })
    const plain = (plan: TestPlan, quantity = 1) => ({ variant_id: plan.variant_id, quantity })
    const get = async (path: string) => (await api.get(path, shop.admin)).data
    const membershipsOf = async (order_id: string): Promise<Json[]> =>
      (await get(`${PATH}?order_id=${order_id}`)).memberships
    const expectMemberships = async (order_id: string, count: number): Promise<Json[]> =>
      eventually(async () => {
        const memberships = await membershipsOf(order_id)
        expect(memberships).toHaveLength(count)
        return memberships
      })
    const buy = async (cart: Json, count = 1) => {
      const order_id = await completeByWebhook(getContainer(), cart.id)
      return { order_id, memberships: await expectMemberships(order_id, count) }
    }
    const buyFriends = async (checked = true) => {
      const cart = await janesCart()
      await addDraft(getContainer(), cart, friends, { counts: [1, 2], signup_fee: 15, checked })
      return buy(cart)
    }

    it("SALE-3: two credit packs by plain add-to-cart are two memberships; a T-shirt beside them does not matter", async () => {
      const cart = await janesCart()
      await addLines(getContainer(), cart.id, [
        plain(pack, 2),
        { variant_id: shop.shirt.variants[0].id, quantity: 1 },
      ])
      const { memberships } = await buy(cart, 2)
      expect(memberships).toEqual([
        expect.objectContaining({
          status: "pending",
          customer_name: "Jane Doe",
          customer_id: jane.customer.id,
        }),
        expect.objectContaining({ status: "pending" }),
      ])
      const { membership } = await get(`${PATH}/${memberships[0]!.id}`)
      expect(membership.seats).toEqual([
        expect.objectContaining({
          position: 1,
          amount: 100,
          holders: [expect.objectContaining({ member: expect.objectContaining({ first_name: "Jane" }) })],
        }),
      ])
      expect((await get(ISSUES)).count).toBe(0)
    })

    it("SALE-7: a manual payment leaves it pending until staff record the money, then it is active", async () => {
      const { memberships } = await buyFriends()
      const [{ id, status }] = memberships as [Json]
      expect(status).toBe("pending")
      const record = async () =>
        answerOf(api.post(`${PATH}/${id}/record-payment`, { note: "cash" }, shop.admin))
      const recorded = await record()
      expect(recorded.data.membership).toMatchObject({
        status: "active",
        signup_fee: 15,
        price_chart: { version: 1 },
      })
      expect(
        recorded.data.membership.seats.map((seat: Json) => [seat.position, seat.label, seat.amount])
      ).toEqual([
        [1, "First", 60],
        [2, "Further", 40],
        [3, "Further", 40],
      ])
      const again = await record()
      expect({ status: again.status, code: again.data.code }).toEqual({
        status: 409,
        code: "membership_not_pending",
      })
      const { history } = await get(`${PATH}/${id}/history`)
      const entries = history.map((entry: Json) => [entry.action, entry.reason])
      // The platform's own event may come before or after the staff's note.
      expect(entries).toHaveLength(3)
      expect(entries).toEqual(
        expect.arrayContaining([
          ["activate-membership", null],
          ["record-payment", "cash"],
          ["activate-sale", null],
        ])
      )
      expect(history.find((entry: Json) => entry.action === "record-payment").actor_type).toBe("user")
    })

    it("SAFE-2: the history names who did what, in one request; of deleted staff it says that it was staff", async () => {
      const { memberships } = await buyFriends()
      const [{ id }] = memberships as [Json]
      const desk = await createAdmin(getContainer(), "desk@studio.test")
      const users = getContainer().resolve(Modules.USER)
      const [user] = await users.listUsers({ email: "desk@studio.test" })
      await users.updateUsers({ id: user!.id, first_name: "Dora", last_name: "Desk" })
      await api.post(`${PATH}/${id}/record-payment`, { note: "card" }, desk)
      const actorOfPayment = async () => {
        const { history } = await get(`${PATH}/${id}/history`)
        const { actor_type, actor_name } = history.find((entry: Json) => entry.action === "record-payment")
        return { actor_type, actor_name }
      }
      expect(await actorOfPayment()).toEqual({ actor_type: "user", actor_name: "Dora Desk" })
      await users.updateUsers({ id: user!.id, first_name: null, last_name: null } as never)
      expect(await actorOfPayment()).toEqual({ actor_type: "user", actor_name: "desk@studio.test" })
      await users.softDeleteUsers([user!.id])
      expect(await actorOfPayment()).toEqual({ actor_type: "user", actor_name: null })
      const page = await get(`${PATH}/${id}/history?limit=1&offset=1&fields=id,action`)
      expect({ count: page.count, entries: page.history.length }).toEqual({ count: 3, entries: 1 })
    })

    it("SALE-7: two clicks at once take the money once", async () => {
      const { memberships } = await buyFriends()
      const [{ id, order_id }] = memberships as [Json]
      const record = () => answerOf(api.post(`${PATH}/${id}/record-payment`, {}, shop.admin))
      await Promise.all([record(), record()])
      const { order } = (
        await api.get(
          `/admin/orders/${order_id}?fields=total,payment_collections.captured_amount`,
          shop.admin
        )
      ).data
      const captured = order.payment_collections.map((each: Json) => Number(each.captured_amount))
      expect(captured.reduce((sum: number, amount: number) => sum + amount, 0)).toBeCloseTo(
        Number(order.total),
        2
      )
    })

    it("SALE-7: a payment captured on the order's own page makes it active too", async () => {
      const { order_id, memberships } = await buyFriends()
      const { order } = await get(`/admin/orders/${order_id}?fields=payment_collections.payments.id`)
      const payment_id = order.payment_collections[0].payments[0].id
      await capturePaymentWorkflow(getContainer()).run({ input: { payment_id } })
      await eventually(async () => {
        expect((await get(`${PATH}/${memberships[0]!.id}`)).membership.status).toBe("active")
      })
    })

    it("SALE-8: a canceled order voids its memberships, and no payment can be recorded then", async () => {
      const { order_id, memberships } = await buyFriends()
      const id = memberships[0]!.id as string
      await cancelOrderWorkflow(getContainer()).run({ input: { order_id } })
      await eventually(async () => expect((await membershipsOf(order_id))[0].status).toBe("void"))
      const { status, data } = await answerOf(api.post(`${PATH}/${id}/record-payment`, {}, shop.admin))
      expect({ status, code: data.code }).toEqual({ status: 400, code: "payment_not_recordable" })
    })

    it("CHART-8: a version says how many memberships it sold and still prices; void ones are left out", async () => {
      const plan = await createPlanOnSale(api, getContainer(), shop, { name: "Counted" })
      const order = async (quantity: number) => {
        const cart = await janesCart()
        await addLines(getContainer(), cart.id, [plain(plan, quantity)])
        return buy(cart, quantity)
      }
      await order(2)
      const { order_id } = await order(1)
      await publishChart(getContainer(), plan.id, 2, plan.rows)
      const countsOf = async () => {
        const { price_charts } = await get(`/admin/membership-plans/${plan.id}/price-charts`)
        return price_charts.map((chart: Json) => [chart.version, chart.membership_count])
      }
      expect(await countsOf()).toEqual([
        [2, 0],
        [1, 3],
      ])
      await cancelOrderWorkflow(getContainer()).run({ input: { order_id } })
      await eventually(async () => expect((await membershipsOf(order_id))[0].status).toBe("void"))
      expect(await countsOf()).toEqual([
        [2, 0],
        [1, 2],
      ])
      expect((await get(`/admin/price-charts/${plan.chart_id}`)).price_chart.membership_count).toBe(2)
    })

    it("SALE-5: a stale draft that a webhook completed waits for staff with nothing lost; approved and paid it is active", async () => {
      const cart = await janesCart()
      await addDraft(getContainer(), cart, friends, { counts: [1, 1], checked: false })
      await publishChart(getContainer(), friends.id, 2, [...friends.rows])
      const { order_id, memberships } = await buy(cart)
      const id = memberships[0]!.id as string
      const { membership_sale_issues: issues } = await get(`${ISSUES}?order_id=${order_id}&resolved=false`)
      expect(issues).toEqual([
        expect.objectContaining({ code: "quote_stale", membership_id: id, resolved_at: null }),
      ])
      await eventually(async () => {
        const { notifications } = await get("/admin/notifications?channel=feed")
        expect(notifications).toEqual([
          expect.objectContaining({ data: expect.objectContaining({ description: issues[0].message }) }),
        ])
      })
      await api.post(`${PATH}/${id}/record-payment`, {}, shop.admin)
      expect((await membershipsOf(order_id))[0].status).toBe("pending")

      const resolve = async (body: Json) =>
        answerOf(api.post(`${ISSUES}/${issues[0].id}/resolve`, body, shop.admin))
      expect((await resolve({ action: "approve" })).status).toBe(400)
      const { data } = await resolve({ action: "approve", reason: "The old price is fine" })
      expect(data.membership_sale_issue).toMatchObject({
        resolution: "approved",
        reason: "The old price is fine",
      })
      expect((await membershipsOf(order_id))[0].status).toBe("active")
      const again = await resolve({ action: "dismiss", reason: "No" })
      expect({ status: again.status, code: again.data.code }).toEqual({
        status: 409,
        code: "issue_already_resolved",
      })
    })

    it("SALE-2: a quantity changed in the cart is an issue, and dismissing it voids the membership", async () => {
      const cart = await janesCart()
      const draft_id = await addDraft(getContainer(), cart, friends, { counts: [1, 1] })
      await addLines(getContainer(), cart.id, [
        {
          ...plain(friends, 2),
          unit_price: 1,
          metadata: { membership_draft_id: draft_id, membership_line: "seat:2" },
        },
      ])
      const { order_id } = await buy(cart)
      const [issue] = (await get(`${ISSUES}?order_id=${order_id}`)).membership_sale_issues
      const differences = [{ line: "seat:2", problem: "extra", sold: null, ordered: 2 }]
      expect(issue).toMatchObject({ code: "line_mismatch", details: { differences } })
      await api.post(`${ISSUES}/${issue.id}/resolve`, { action: "dismiss", reason: "Tampered" }, shop.admin)
      expect((await membershipsOf(order_id))[0].status).toBe("void")
    })

    it("SALE-3: a plan with choices bought by plain add-to-cart is an issue that holds the line", async () => {
      const cart = await janesCart()
      await addLines(getContainer(), cart.id, [plain(friends)])
      const order_id = await completeByWebhook(getContainer(), cart.id)
      const issue = await eventually(async () => {
        const { membership_sale_issues } = await get(`${ISSUES}?order_id=${order_id}`)
        expect(membership_sale_issues).toHaveLength(1)
        return membership_sale_issues[0]
      })
      expect(issue).toMatchObject({ code: "needs_choices", membership_id: null, plan_id: friends.id })
      expect(await membershipsOf(order_id)).toEqual([])
    })

    it("CRM-1: staff find memberships by what they know of them", async () => {
      const { memberships } = await buyFriends()
      const [{ id, display_id, order_id }] = memberships as [Json]
      const cart = await janesCart()
      await addLines(getContainer(), cart.id, [plain(pack)])
      const { memberships: packs } = await buy(cart)
      const { membership } = await get(`${PATH}/${packs[0]!.id}`)
      const member_id = membership.seats[0].holders[0].member.id
      const found = async (query: string) =>
        (await get(`${PATH}?fields=id&${query}`)).memberships.map((row: Json) => row.id)
      expect(await found("")).toEqual([packs[0]!.id, id])
      expect(await found(`q=${display_id}`)).toEqual([id])
      expect(await found("q=jane")).toEqual([packs[0]!.id, id])
      expect(await found("q=nobody")).toEqual([])
      expect(await found("kind=credit_pack")).toEqual([packs[0]!.id])
      expect(await found(`plan_id=${friends.id}&audience=shared&recurring=false`)).toEqual([id])
      expect(await found("recurring=true")).toEqual([])
      expect(await found(`member_id=${member_id}`)).toEqual([packs[0]!.id])
      expect(
        await found(`customer_id=${jane.customer.id}&status[]=pending&status[]=active&order_id=${order_id}`)
      ).toEqual([id])
      expect(await found("status=active")).toEqual([])
      expect((await answerOf(api.get(`${PATH}?status=gone`, shop.admin))).status).toBe(400)
      expect((await answerOf(api.get(`${PATH}/mship_none`, shop.admin))).status).toBe(404)
    })

    it("CRM-1: a search goes with every filter, with pages, and with another order", async () => {
      const member_id = await getContainer()
        .resolve("membership")
        .ensureMemberOfCustomer({
          ...{ customer_id: jane.customer.id, first_name: "Jane", last_name: null, email: null, phone: null },
          actor: { type: "system", id: null },
        })
      const cart = await janesCart()
      await addDraft(getContainer(), cart, friends, { counts: [1, 1], member_ids: [null, member_id] })
      const sold = [await buy(cart), await buyFriends(), await buyFriends()]
      const ids = sold.map(({ memberships }) => memberships[0]!.id as string)
      const page = async (query: string) => {
        const { memberships, count, offset, limit } = await get(`${PATH}?fields=id&${query}`)
        return { ids: memberships.map((row: Json) => row.id), count, offset, limit }
      }
      const newestFirst = ids.toReversed()
      expect(await page("q=jane%20doe&limit=2")).toEqual({
        ...{ ids: newestFirst.slice(0, 2), count: 3, offset: 0, limit: 2 },
      })
      expect(await page("q=jane&limit=2&offset=2")).toEqual({ ids: [ids[0]], count: 3, offset: 2, limit: 2 })
      expect(await page("q=jane&limit=2&offset=4")).toEqual({ ids: [], count: 3, offset: 4, limit: 2 })
      expect(await page("q=jane&limit=2&order=display_id")).toEqual({
        ...{ ids: ids.slice(0, 2), count: 3, offset: 0, limit: 2 },
      })
      for (const q of ["", "q=jane&"]) {
        const all = `plan_id=${friends.id}&kind=membership&audience[]=shared&recurring=false&status=pending`
        expect((await page(`${q}${all}&customer_id=${jane.customer.id}`)).ids).toEqual(newestFirst)
        expect((await page(`${q}id[]=${ids[0]}&id[]=${ids[2]}`)).ids).toEqual([ids[2], ids[0]])
        expect((await page(`${q}order_id=${sold[1]!.order_id}`)).ids).toEqual([ids[1]])
        expect((await page(`${q}member_id=${member_id}`)).ids).toEqual([ids[0]])
        for (const none of [
          "recurring=true",
          "location_id=sloc_none",
          "revenue_category=None",
          "status=void",
        ]) {
          expect(await page(`${q}${none}`)).toMatchObject({ ids: [], count: 0 })
        }
      }
      expect((await page("q=50%25_off")).ids).toEqual([])
      expect((await page("q=jane%20nobody")).ids).toEqual([])
    })

    it("the list counts seats; one membership names its location, whom its seats are for, who pays and who accepted", async () => {
      const { membership_classification: child } = (
        await api.post("/admin/membership-classifications", { name: "Child", max_age: 17 }, shop.admin)
      ).data
      const { stock_location } = (await api.post("/admin/stock-locations", { name: "Harbour" }, shop.admin))
        .data
      const family = await createPlanOnSale(
        api,
        getContainer(),
        shop,
        { name: "Two of us", audience: "household" },
        [
          { label: "Parent", amount: 60, required: true },
          { label: "Kid", amount: 20, classification_id: child.id },
        ]
      )
      const terms = await getContainer()
        .resolve("membership")
        .createMembershipPlanTerms({ plan_id: family.id, version: 1, text: "Be kind." } as never)
      const cart = await janesCart()
      await addDraft(getContainer(), cart, family, {
        ...{
          counts: [1, 1],
          location_id: stock_location.id,
          accepted_terms_id: (terms as unknown as Json).id,
        },
      })
      const { memberships } = await buy(cart)
      const [{ id }] = memberships as [Json]
      expect(memberships[0]!.seat_count).toBe(2)
      const { membership } = await get(`${PATH}/${id}?fields=%2Baccepted_terms.terms.text`)
      const paidByJane = { payer_name: "Jane Doe", payer_email: "jane@example.test" }
      expect(membership).toMatchObject({
        location_name: "Harbour",
        seats: [
          { label: "Parent", classification_name: null, ...paidByJane },
          { label: "Kid", classification_name: "Child", ...paidByJane },
        ],
        accepted_terms: [{ terms: { version: 1, text: "Be kind." } }],
      })
      const bare = (await get(`${PATH}/${id}?fields=id`)).membership
      expect(bare).toEqual({ id })
    })

    it("SEAT-9: a customer sees what they manage and what they hold, nobody else's, and no date of birth", async () => {
      const tom = await signUp(api, shop.store, "tom@example.test")
      const eve = await signUp(api, shop.store, "eve@example.test")
      const member = await getContainer()
        .resolve("membership")
        .ensureMemberOfCustomer({
          ...{ customer_id: tom.customer.id, first_name: "Tom", last_name: null, email: null, phone: null },
          actor: { type: "system", id: null },
        })
      const cart = await janesCart()
      await addDraft(getContainer(), cart, friends, { counts: [1, 1], member_ids: [null, member] })
      const { memberships } = await buy(cart)
      const id = memberships[0]!.id as string
      const own = async (customer: Customer, query = "") =>
        (await api.get(`/store/memberships${query}`, customer)).data.memberships
      expect(await own(jane, "?role=managed")).toEqual([expect.objectContaining({ id, status: "pending" })])
      expect((await own(jane))[0].seats).toHaveLength(2)
      expect(await own(jane, "?role=mine")).toEqual([])
      expect(await own(tom, "?role=managed")).toEqual([])
      const [held] = await own(tom, "?role=mine")
      expect(held.seats).toEqual([expect.objectContaining({ position: 2, label: "Further" })])
      expect(JSON.stringify(held)).not.toContain("date_of_birth")
      expect((await api.get(`/store/memberships/${id}`, tom)).data.membership.id).toBe(id)
      expect((await answerOf(api.get(`/store/memberships/${id}`, eve))).status).toBe(404)
      expect((await answerOf(api.get(`/store/memberships/${id}`, shop.store))).status).toBe(401)
      const asked = await answerOf(
        api.get(`/store/memberships/${id}?fields=+seats.holders.member.date_of_birth`, jane)
      )
      expect(JSON.stringify(asked.data)).not.toContain('"date_of_birth":')
    })

    it("CRM-1: a customer's memberships are those they bought, pay for, or sit in now", async () => {
      const ann = await signUp(api, shop.store, "ann@example.test")
      const bob = await signUp(api, shop.store, "bob@example.test")
      const module = getContainer().resolve("membership")
      const member = await module.ensureMemberOfCustomer({
        ...{ customer_id: ann.customer.id, first_name: "Ann", last_name: null, email: null, phone: null },
        actor: { type: "system", id: null },
      })
      const cartOf = async (customer: Customer) =>
        createCart(getContainer(), shop, { customer_id: customer.customer.id })
      const sell = async (customer: Customer, member_ids: (string | null)[]) => {
        const cart = await cartOf(customer)
        await addDraft(getContainer(), cart, friends, { counts: [1, 1], member_ids })
        return (await buy(cart)).memberships[0]!.id as string
      }
      const seated = await sell(jane, [null, member])
      const paid = await sell(jane, [null, null])
      const bought = await sell(ann, [null, null])
      const foreign = await sell(jane, [null, null])
      const seatsOf = async (id: string): Promise<Json[]> => (await get(`${PATH}/${id}`)).membership.seats
      const payer = { id: (await seatsOf(paid))[1]!.id as string, payer_customer_id: ann.customer.id }
      await module.updateMembershipSeats([payer] as never)

      const related = async (query: string) => {
        const { memberships, count } = await get(`${PATH}?fields=id&${query}`)
        return { ids: memberships.map((row: Json) => row.id), count }
      }
      const anns = `related_customer_id=${ann.customer.id}`
      expect(await related(anns)).toEqual({ ids: [bought, paid, seated], count: 3 })
      expect(await related(`${anns}&limit=1&offset=1`)).toEqual({ ids: [paid], count: 3 })
      const { display_id } = (await get(`${PATH}/${paid}`)).membership
      expect(await related(`${anns}&q=${display_id}`)).toEqual({ ids: [paid], count: 1 })
      expect((await related(`related_customer_id=${jane.customer.id}`)).ids).toEqual(
        expect.arrayContaining([foreign, paid, seated])
      )
      expect(await related(`related_customer_id=${bob.customer.id}`)).toEqual({ ids: [], count: 0 })

      const [holder] = (await seatsOf(seated))[1]!.holders as [Json]
      await module.updateMembershipSeatHolders([{ id: holder.id, held_until: new Date(1) }] as never)
      expect((await related(anns)).ids).toEqual([bought, paid])
    })

    it("links lead both ways: order and customer to memberships, and back", async () => {
      const { order_id, memberships } = await buyFriends()
      const id = memberships[0]!.id as string
      const { order } = await get(`/admin/orders/${order_id}?fields=id,memberships.id`)
      expect(order.memberships).toEqual([expect.objectContaining({ id })])
      const { customer } = await get(`/admin/customers/${jane.customer.id}?fields=id,memberships.id`)
      expect(customer.memberships).toEqual([expect.objectContaining({ id })])
      const { membership } = await get(`${PATH}/${id}?fields=id,order.display_id,customer.email`)
      expect(membership).toMatchObject({
        order: { display_id: expect.any(Number) },
        customer: { email: jane.customer.email },
      })
    })
  },
})

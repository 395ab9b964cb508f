import { obligations } from "../../src/domain/credits/obligations"
import { startOfLocalDay } from "../../src/domain/time/calendar"
import type { CreditEntry } from "../../src/domain/credits/types"
import { createPlanOnSale, eventually, publishChart, type TestPlan } from "../support/sales"
import { createFamily, type Family } from "../support/seats"
import { answerOf, type Customer, type Headers, type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

/** Credits over HTTP: what staff see and change, and what customers do with their own. */
studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    let family: Family
    let plan: TestPlan
    let pooled: TestPlan
    let sold: Json
    let first: Json
    beforeAll(async () => {
      family = await createFamily(api, getContainer())
      plan = await friends("Each their own", { credits_belong_to: "seat" })
      pooled = await friends("Together", {})
      const { members } = family
      first = await family.sell({ plan, counts: [1, 1], member_ids: [members.jane, members.bob] })
    })
    // A test that sells once more does so for itself.
    beforeEach(() => {
      sold = first
    })

    const friends = async (name: string, change: Json): Promise<TestPlan> =>
      createPlanOnSale(
        api,
        getContainer(),
        family.shop,
        {
          ...{ name, audience: "shared", validity: null },
          billing: { type: "recurring", interval: "month", interval_count: 1 },
          access: {
            ...{ service_ids: ["yoga", "spin"], facility_ids: null, time_windows: null },
            ...{ visit_limits: [], members_only_services: true },
          },
          entitlement: { type: "credits", credits: 4, per: "period", scope: "separate" },
          credit_exchanges: [
            { from_service_id: "yoga", to_service_id: "spin", from_credits: 2, to_credits: 1 },
          ],
          credits_transferable: true,
          ...change,
        },
        [
          { label: "First", required: true, amount: 60 },
          { label: "Further", unlimited: true, amount: 40 },
        ]
      )
    const module = () => getContainer().resolve("membership")
    const clock = (now: string) => api.post("/admin/studio-clock", { now, run: false }, family.shop.admin)
    const staff = async (path: string, body: Json, headers: Json = {}): Promise<Json> => {
      const config = { headers: { ...family.shop.admin.headers, ...headers } }
      const { status, data } = await answerOf(api.post(`/admin${path}`, body, config))
      return { status, ...data }
    }
    const read = async (id: string, query = "", who: Headers = family.shop.admin, side = "admin") =>
      (await api.get(`/${side}/memberships/${id}/credits${query}`, { headers: who.headers })).data
    const own = async ({ headers }: Customer, path: string, body: Json): Promise<Json> => {
      const { status, data } = await answerOf(
        api.post(`/store/memberships/${sold.id}/credits${path}`, body, { headers })
      )
      return { status, ...data }
    }
    const seat = (position: number): string => sold.seats[position - 1].id
    const usable = async (id: string) =>
      Object.fromEntries(
        (await read(id)).credits.balances.map(({ seat_id, service_ids, usable: left }: Json) => [
          `${Number(sold.seats.findIndex((each: Json) => each.id === seat_id)) + 1} ${service_ids}`,
          left,
        ])
      )
    const grantOf = async (position: number, service: string): Promise<Json> =>
      (await read(sold.id)).credits.grants.find(
        ({ seat_id, service_ids }: Json) => seat_id === seat(position) && service_ids[0] === service
      )

    it("CREDIT-10, PLAN-5: staff read balances, grants and the ledger, page by page, with money as decimals", async () => {
      const { credits, entries, ...page } = await read(sold.id, "?limit=3&offset=1")
      expect(page).toEqual({ count: 4, limit: 3, offset: 1 })
      expect(entries).toHaveLength(3)
      expect(entries[0]).toMatchObject({
        ...{ kind: "grant", available: 4, actor_type: "system", actor_name: null, reason: null },
      })
      expect(credits).toMatchObject({
        ...{ currency_code: "eur", belongs_to: "seat", transferable: true },
        next: { on: "2027-03-10", credits: 4 },
      })
      expect(credits.balances).toHaveLength(4)
      expect(credits.balances).toContainEqual({
        ...{ seat_id: seat(2), service_ids: ["spin"], usable: 4, given: 4, reserved: 0, coming: 0 },
        ...{ expires_on: "2027-03-10", value: 20 },
      })
      expect(await grantOf(1, "yoga")).toMatchObject({ value: 30, value_left: 30, source: "period" })
      const none = await answerOf(api.get("/admin/memberships/mship_none/credits", family.shop.admin))
      expect(none).toMatchObject({ status: 404, data: { code: "not_found" } })
    })

    it("CREDIT-9, SAFE-2: an adjustment is previewed and done alike, once per key, with its reason in the ledger", async () => {
      const { id } = await grantOf(1, "yoga")
      const path = `/credit-grants/${id}/adjust`
      const { preview } = await staff(path, { credits: -1, preview: true })
      expect(preview.effects).toEqual([
        {
          ...{ code: "credits_taken", grant_id: id, membership_id: sold.id, seat_id: seat(1) },
          ...{ service_ids: ["yoga"], credits: 1, value: 7.5, left: 3, expires_on: "2027-03-10" },
        },
      ])
      expect(await usable(sold.id)).toMatchObject({ "1 yoga": 4 })
      const body = { credits: -1, reason: "Counted twice" }
      const done = await staff(path, body, { "Idempotency-Key": "adjust-1" })
      expect(done).toMatchObject({ status: 200, effects: preview.effects })
      expect(await staff(path, body, { "Idempotency-Key": "adjust-1" })).toEqual(done)
      expect(await staff(path, { ...body, credits: -2 }, { "Idempotency-Key": "adjust-1" })).toMatchObject({
        ...{ status: 422, code: "idempotency_key_reused" },
      })
      expect(await usable(sold.id)).toMatchObject({ "1 yoga": 3 })
      expect((await read(sold.id, "?limit=1")).entries[0]).toMatchObject({
        ...{ kind: "adjust", available: -1, available_value: -7.5, reason: "Counted twice" },
        ...{ actor_type: "user", actor_name: expect.any(String) },
      })
      const { history } = (await api.get(`/admin/memberships/${sold.id}/history`, family.shop.admin)).data
      expect(history[0]).toMatchObject({ action: "adjust-credits", reason: "Counted twice" })
    })

    it("SAFE-1: refusals name the field, or the rule, and change nothing", async () => {
      const { id } = await grantOf(1, "yoga")
      const adjust = (body: Json) => staff(`/credit-grants/${id}/adjust`, body)
      const give = (body: Json) =>
        staff(`/memberships/${sold.id}/credits/adjust`, { reason: "Sorry", ...body })
      const field = (name: string) => ({ status: 400, details: { problems: [{ field: name }] } })
      expect(await adjust({ credits: 1 })).toMatchObject({
        code: "reason_required",
        details: { field: "reason" },
      })
      expect(await adjust({ credits: 0, reason: "x" })).toMatchObject(field("credits"))
      expect(await adjust({ credits: 1.5, reason: "x" })).toMatchObject(field("credits"))
      expect(await adjust({ credits: -5, reason: "x" })).toMatchObject({
        ...{ status: 409, code: "insufficient_credits", details: { wanted: 5, left: 4 } },
      })
      expect(await staff("/credit-grants/mcgr_none/adjust", { credits: 1, reason: "x" })).toMatchObject({
        ...{ status: 404, code: "not_found" },
      })
      expect(await give({ credits: 1, amount: 5 })).toMatchObject(field("amount"))
      expect(await give({ credits: 1, service_ids: [] })).toMatchObject(field("service_ids"))
      expect(await give({ credits: 1, expires_on: "2027-02-30" })).toMatchObject({
        details: { field: "expires_on" },
      })
      expect(await give({ credits: 1, expires_on: "2027-02-10" })).toMatchObject({
        ...{ code: "credits_ended", details: { field: "expires_on" } },
      })
      expect(await give({ credits: 1, seat_id: "mseat_none" })).toMatchObject({ status: 404 })
      expect((await read(sold.id)).count).toBe(4)
    })

    it("CREDIT-9: what staff give has its own expiry and no money", async () => {
      const { effects, credits } = await staff(`/memberships/${sold.id}/credits/adjust`, {
        ...{ credits: 2, seat_id: seat(2), service_ids: ["spin"], expires_on: "2027-02-20", reason: "Sorry" },
      })
      expect(effects).toMatchObject([
        { code: "credits_added", grant_id: null, credits: 2, value: 0, left: 2 },
      ])
      expect(credits.balances).toContainEqual(
        expect.objectContaining({ seat_id: seat(2), usable: 6, expires_on: "2027-02-20", value: 20 })
      )
    })

    it("CREDIT-8: exchange at the plan's ratio and transfer to another seat, the same in the preview", async () => {
      const exchange = `/memberships/${sold.id}/credits/exchange`
      const wish = { seat_id: seat(1), from_service_id: "yoga", to_service_id: "spin", times: 1 }
      const { preview } = await staff(exchange, { ...wish, preview: true })
      expect(preview.effects).toMatchObject([
        { code: "credits_taken", credits: 2, service_ids: ["yoga"], left: 2, value: 15 },
        { code: "credits_added", credits: 1, service_ids: ["spin"], left: 1, value: 15 },
      ])
      expect((await staff(exchange, wish)).effects).toEqual(preview.effects)
      expect(
        await staff(exchange, { ...wish, from_service_id: "spin", to_service_id: "yoga" })
      ).toMatchObject({
        code: "exchange_not_allowed",
      })
      const transfer = { seat_id: seat(1), service_id: "yoga", credits: 2, to_seat_id: seat(2) }
      await staff(`/memberships/${sold.id}/credits/transfer`, transfer)
      expect(await usable(sold.id)).toEqual({ "1 yoga": 0, "1 spin": 5, "2 yoga": 6, "2 spin": 4 })
    })

    it("PEOPLE-6: a customer sees the credits of their seats, without money, reasons or names", async () => {
      const { id } = await grantOf(2, "yoga")
      await staff(`/credit-grants/${id}/adjust`, { credits: 1, reason: "Secret" })
      const seen = await read(sold.id, "", family.bob, "store")
      expect(seen.count).toBe(3)
      expect(new Set(seen.credits.balances.map(({ seat_id }: Json) => seat_id))).toEqual(new Set([seat(2)]))
      for (const word of ["Secret", "value", "actor", "reason"])
        expect(JSON.stringify(seen)).not.toContain(word)
      expect((await read(sold.id, "", family.jane, "store")).credits.balances).toHaveLength(4)
      const { headers } = family.stranger
      const none = await answerOf(api.get(`/store/memberships/${sold.id}/credits`, { headers }))
      expect(none.status).toBe(404)
    })

    it("PEOPLE-6, CREDIT-8: a customer exchanges and gives away what is on their seat, and nothing else", async () => {
      const { jane, bob, stranger } = family
      const wish = { from_service_id: "yoga", to_service_id: "spin", times: 1 }
      expect(await own(bob, "/exchange", { ...wish, seat_id: seat(2) })).toMatchObject({ status: 200 })
      expect(await own(bob, "/exchange", { ...wish, seat_id: seat(1) })).toMatchObject({ status: 404 })
      expect(await own(bob, "/exchange", wish)).toMatchObject({ status: 403, code: "not_your_seat" })
      expect(await own(stranger, "/exchange", { ...wish, seat_id: seat(2) })).toMatchObject({ status: 404 })
      expect(await own(bob, "/exchange", { ...wish, seat_id: seat(2), reason: "Me" })).toMatchObject({
        ...{ status: 400, code: "invalid_request" },
      })
      const gift = { service_id: "yoga", credits: 1 }
      expect(await own(jane, "/transfer", { ...gift, seat_id: seat(1), to_seat_id: seat(2) })).toMatchObject({
        status: 200,
      })
      // Bob does not see Jane's seat.
      expect(await own(bob, "/transfer", { ...gift, seat_id: seat(2), to_seat_id: seat(1) })).toMatchObject({
        ...{ status: 404, details: { field: "to_seat_id" } },
      })
      expect(await usable(sold.id)).toEqual({ "1 yoga": 3, "1 spin": 4, "2 yoga": 3, "2 spin": 5 })
    })

    it("PEOPLE-6, CREDIT-7: what all seats share is not one member's to exchange, nor the ledger of it to read", async () => {
      const { members, bob, jane } = family
      sold = await family.sell({ plan: pooled, counts: [1, 1], member_ids: [members.jane, members.bob] })
      const seen = await read(sold.id, "", bob, "store")
      expect(seen).toMatchObject({ count: 0, entries: [] })
      expect(seen.credits.balances).toMatchObject([{ usable: 4 }, { usable: 4 }])
      expect((await read(sold.id, "", jane, "store")).count).toBe(2)
      const wish = { from_service_id: "yoga", to_service_id: "spin", times: 1 }
      expect(await own(bob, "/exchange", { ...wish, seat_id: seat(2) })).toMatchObject({
        ...{ status: 409, code: "insufficient_credits" },
      })
      expect(await own(jane, "/exchange", wish)).toMatchObject({ status: 200 })
    })

    describe("SEAT-8: credits of seats that are sold later", () => {
      const add = (payment: string) =>
        staff(`/memberships/${sold.id}/seats`, { seats: [{ classification_id: null, count: 1 }], payment })
      const third = async () =>
        (await read(sold.id)).credits.grants.filter(
          ({ seat_id }: Json) => seat_id !== seat(1) && seat_id !== seat(2)
        )

      it("SEAT-8, CREDIT-7, CREDIT-10: paid, the seat gives those of the running period, worth what was paid for it", async () => {
        await clock("2027-03-15T12:00:00Z")
        await add("paid")
        expect(await third()).toMatchObject([
          { period_index: 1, available: 4, value: 20, expires_on: "2027-04-10" },
          { period_index: 1, available: 4, value: 20, expires_on: "2027-04-10" },
        ])
      })

      it("SEAT-8, SALE-7: a pending seat gives none, and nothing of it can be reserved, until its order is paid", async () => {
        const { order } = await add("pending")
        const [grant] = await third()
        expect(grant).toMatchObject({ available: 0, granted_at: null })
        const booking = { credits: 1, service_id: grant.service_ids[0], seat_id: grant.seat_id }
        const cause = { type: "booking", id: "b" }
        await expect(
          module().useCredits({
            ...{ ...booking, membership_id: sold.id, kind: "reserve", key: `b-${sold.id}` },
            ...{ cause, actor: { type: "system", id: null }, reason: null },
          })
        ).rejects.toMatchObject({ code: "insufficient_credits" })
        await staff(`/memberships/${sold.id}/record-payment`, { order_id: order.id })
        await eventually(async () =>
          expect(await third()).toMatchObject([
            { available: 4, value_left: 20 },
            { available: 4, value_left: 20 },
          ])
        )
      })

      it("SEAT-8, SALE-8: canceled with its order, what is left of them is revoked", async () => {
        const { order } = await add("pending")
        await staff(`/memberships/${sold.id}/record-payment`, { order_id: order.id })
        await module().settleOrder({ order_id: order.id, payment: { paid: false, canceled: true } })
        expect(await third()).toMatchObject([
          { available: 0, value_left: 0 },
          { available: 0, value_left: 0 },
        ])
        const kinds = (await read(sold.id)).entries.map(({ kind }: Json) => kind)
        expect(kinds.filter((kind: string) => kind === "revoke")).toHaveLength(2)
        expect(await usable(sold.id)).toMatchObject({ "1 yoga": 4, "2 spin": 4 })
      })

      it("SEAT-8, CREDIT-7: a shared balance gets nothing more in the running period", async () => {
        sold = await family.sell({ plan: pooled, counts: [1, 1], member_ids: [] })
        await add("paid")
        expect((await read(sold.id)).credits.balances).toMatchObject([{ usable: 4 }, { usable: 4 }])
      })
    })

    describe("REPORT-2: obligations", () => {
      const report = async (query: string): Promise<Json[]> =>
        (await api.get(`/admin/membership-credit-obligations?${query}`, family.shop.admin)).data.obligations

      it("REPORT-2: opening + granted − used − expired − revoked = closing, and the next range opens with it", async () => {
        const of = `plan_id=${plan.id}`
        const { id } = await grantOf(1, "yoga")
        await staff(`/credit-grants/${id}/adjust`, { credits: -1, reason: "x" })
        const [february] = await report(`from=2027-02-01&to=2027-03-01&${of}`)
        const [march] = await report(`from=2027-03-01&to=2027-04-01&${of}`)
        expect(february).toMatchObject({ currency_code: "eur", opening: { credits: 0, value: 0 } })
        expect(february!.revoked.credits).toBeGreaterThan(0)
        expect(march!.opening).toEqual(february!.closing)
        for (const { opening, granted, used, expired, revoked, closing } of [february!, march!])
          for (const unit of ["credits", "value"]) {
            const sum = (...of: Json[]) => of.reduce((total: number, each) => total + Number(each[unit]), 0)
            expect(sum(opening, granted) - sum(used, expired, revoked)).toBeCloseTo(sum(closing), 9)
          }
        expect(await report(`from=2027-02-01&to=2027-03-01&plan_id=mplan_none`)).toEqual([])
      })

      it("SAFE-1, REPORT-2: a range needs two days in order", async () => {
        const refused = async (query: string) =>
          (await answerOf(api.get(`/admin/membership-credit-obligations?${query}`, family.shop.admin))).data
        expect(await refused("from=2027-02-01")).toMatchObject({ message: expect.stringContaining("to") })
        expect(await refused("from=2027-02-01&to=2027-02-01")).toMatchObject({ details: { field: "to" } })
        expect(await refused("from=2027-02-31&to=2027-03-01")).toMatchObject({ details: { field: "from" } })
      })

      it("REPORT-2: over random ledgers SQL and the rule say the same", async () => {
        const seed = Date.now() % 100_000
        console.info(`obligations seed ${seed}`)
        let state = seed
        const random = (below: number) => {
          state = (state * 1103515245 + 12345) % 2147483648
          return Math.floor((state / 2147483648) * below)
        }
        for (let step = 0; step < 40; step++) {
          const day = String(1 + Math.floor(step / 2)).padStart(2, "0")
          await clock(`2027-04-${day}T1${random(9)}:00:00Z`)
          if (step === 0) sold = await family.sell({ plan, counts: [1, 1], member_ids: [] })
          const { credits } = await read(sold.id)
          const grant = credits.grants[random(credits.grants.length)]
          const amount = random(4) - 2
          const from = { seat_id: seat(1), from_service_id: "yoga", to_service_id: "spin", times: 1 }
          const key = `random-${step}`
          const why = { cause: { type: "visit", id: key }, actor: { type: "system", id: null }, reason: null }
          const [service_id] = grant.service_ids
          const visit = {
            membership_id: sold.id,
            seat_id: grant.seat_id,
            service_id,
            credits: 1,
            key,
            ...why,
          }
          // Each kind of command once, then whatever comes.
          const kind = (["redeem", "reserve"] as const)[step < 5 ? step % 2 : random(2)]!
          const chosen = step < 5 ? step : random(5)
          if (chosen === 0)
            await staff(`/credit-grants/${grant.id}/adjust`, { credits: amount || 1, reason: "x" })
          else if (chosen === 1) await staff(`/memberships/${sold.id}/credits/exchange`, from)
          else if (chosen === 2)
            await staff(`/memberships/${sold.id}/credits/adjust`, {
              ...{ credits: 1 + random(3), seat_id: seat(2), service_ids: ["spin"], reason: "x" },
              expires_on: `2027-04-${String(22 + random(8)).padStart(2, "0")}`,
            })
          else
            await module()
              .useCredits({ ...visit, kind } as never)
              .catch(() => null)
        }
        await clock("2027-05-20T12:00:00Z")
        await module().settleCredits(200)
        const all = (await module().listMembershipCreditEntries({}, { take: 100_000 })) as unknown as Json[]
        const entries = all.map((each) => ({
          ...each,
          at: new Date(each.at).toISOString(),
          available_value_minor: Number(each.available_value_minor),
          reserved_value_minor: Number(each.reserved_value_minor),
        })) as unknown as CreditEntry[]
        for (let round = 0; round < 12; round++) {
          const from = 1 + random(20)
          const to = from + 1 + random(15)
          const day = (n: number) => new Date(Date.UTC(2027, 3, n)).toISOString().slice(0, 10)
          const range = { from: day(from), to: day(to), location_id: null, plan_id: null }
          const [told] = await module().creditObligations(range)
          const at = (date: string) => startOfLocalDay(date, sold.time_zone)
          const instants = { from: at(range.from), until: at(range.to) }
          expect({ seed, ...told }).toEqual({ seed, currency_code: "eur", ...obligations(entries, instants) })
        }
        expect(new Set(entries.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(6)
      })
    })

    it("CHART-8, SEAT-8: a later price of the plan does not change what added seats' credits are worth", async () => {
      await publishChart(
        getContainer(),
        plan.id,
        2,
        plan.rows.map((row) => ({ ...row, amount: 99 }))
      )
      const wish = { seats: [{ classification_id: null, count: 1 }], payment: "paid" }
      await staff(`/memberships/${sold.id}/seats`, wish)
      const { balances } = (await read(sold.id)).credits
      expect(balances.filter(({ value }: Json) => value === 20)).toHaveLength(4)
    })
  },
})

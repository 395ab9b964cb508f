import { workOnCharges } from "../../src/workflows/billing/work-on-charges"
import { createFamily, type Family } from "../support/seats"
import { answerOf, type Headers, type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

/** What staff do with the seats of a family's membership, over HTTP. */
studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    let family: Family
    let sold: Json
    let first: Json
    beforeAll(async () => {
      family = await createFamily(api, getContainer())
      sold = await family.sell()
      // As the job of each minute would in between: it looks once at whatever was sold.
      await workOnCharges(getContainer())
      first = await read()
    })
    // A test that sells once more does so for itself.
    beforeEach(() => {
      sold = first
    })

    const admin = (): Headers => family.shop.admin
    const clock = (body: Json) => api.post("/admin/studio-clock", { ...body, run: false }, admin())
    const seat = (position: number): string => sold.seats[position - 1].id
    const call = (path: string, body: Json) =>
      answerOf(api.post(`/admin/memberships/${sold.id}${path}`, body, admin()))
    const done = async (path: string, body: Json): Promise<Json> => {
      const { status, data } = await call(path, body)
      expect({ status, data }).toMatchObject({ status: 200 })
      return data
    }
    const refused = async (path: string, body: Json): Promise<Json> => {
      const { status, data } = await call(path, body)
      return { status, code: data.code, details: data.details }
    }
    const read = async (): Promise<Json> =>
      (await api.get(`/admin/memberships/${sold.id}`, admin())).data.membership
    const history = async (): Promise<Json[]> =>
      (await api.get(`/admin/memberships/${sold.id}/history`, admin())).data.history
    const holderOf = ({ seats }: Json, position: number): string | null =>
      seats[position - 1].holders.find((holder: Json) => holder.held_until === null)?.member.id ?? null
    const codes = ({ effects }: Json): string[] => effects.map(({ code }: Json) => code)

    describe("people", () => {
      it("SEAT-1, SEAT-3: an empty seat is given to a child of the household, then to another; who held it is kept", async () => {
        const { tom, kim } = family.members
        expect(holderOf(sold, 5)).toBeNull()
        const { membership, effects } = await done(`/seats/${seat(5)}/assign`, { member_id: tom })
        expect(effects).toEqual([{ code: "member_seated", seat_id: seat(5), member_id: tom }])
        expect(holderOf(membership, 5)).toBe(tom)
        await done(`/seats/${seat(4)}/unassign`, {})
        await done(`/seats/${seat(5)}/assign`, {
          member_id: kim,
          replaces_member_id: tom,
          reason: "Tom is away",
        })
        const { holders } = (await read()).seats[4]
        expect(holders.map(({ member, held_until }: Json) => [member.id, held_until === null])).toEqual(
          expect.arrayContaining([
            [tom, false],
            [kim, true],
          ])
        )
      })

      it("SEAT-2: refused for the wrong age, a stranger to the household, somebody who sits already, a seat that is taken", async () => {
        const { tom, ann, kim, jane } = family.members
        expect(await refused(`/seats/${seat(3)}/assign`, { member_id: tom })).toMatchObject({
          ...{ status: 400, code: "classification_not_met" },
        })
        expect(await refused(`/seats/${seat(5)}/assign`, { member_id: ann })).toMatchObject({
          ...{ status: 400, code: "household_only" },
        })
        expect(await refused(`/seats/${seat(5)}/assign`, { member_id: kim })).toMatchObject({
          ...{ status: 409, code: "seat_taken" },
        })
        expect(await refused(`/seats/${seat(4)}/assign`, { member_id: tom })).toMatchObject({
          ...{ status: 409, code: "seat_taken" },
        })
        expect(await refused(`/seats/${seat(5)}/assign`, { member_id: "nobody" })).toMatchObject({
          ...{ status: 404, code: "not_found" },
        })
        expect(await refused(`/seats/none/assign`, { member_id: jane })).toMatchObject({ status: 404 })
        expect(await read()).toEqual(sold)
      })

      it("SEAT-2: candidates are the household first, those who fit before those who do not, with the reason", async () => {
        const { tom, kim } = family.members
        const candidates = async (q = ""): Promise<Json[]> =>
          (await api.get(`/admin/memberships/${sold.id}/seats/${seat(5)}/candidates?q=${q}`, admin())).data
            .candidates
        const found = await candidates()
        expect(found).toHaveLength(4)
        expect(found[0]).toEqual({
          ...{ member: expect.objectContaining({ id: tom, first_name: "Tom" }), age: 15 },
          ...{ in_household: true, refusal: null },
        })
        const kims = found.find(({ member }) => member.id === kim)
        expect(kims).toMatchObject({ age: 6, refusal: { code: "seat_taken" } })
        // Nobody else may sit in a family's membership, so nobody else is found.
        expect(await candidates("Ann")).toEqual([])
        expect(JSON.stringify(found)).not.toMatch(/date_of_birth|2011-06-01/)
      })

      it("CANCEL-4, HOLD-6: what can be chosen is told before", async () => {
        const { next_seats, ...options } = (await api.get(`/admin/memberships/${sold.id}/options`, admin()))
          .data.options
        expect(next_seats).toContainEqual(expect.objectContaining({ label: "Child", amount: 10 }))
        expect(options).toEqual({
          ...{
            today: "2027-02-10",
            currency_code: "eur",
            next_period_on: "2027-03-10",
            dues_per_period: 150,
          },
          cancellation: { earliest_on: "2027-02-10", renewal_on: "2027-03-10" },
          hold: expect.objectContaining({
            allowed: true,
            earliest_on: "2027-02-10",
            fee: 0,
            effect: "skip_dues",
          }),
        })
      })

      it("SEAT-7: two adults change places; a child among them refuses the whole, naming who does not fit", async () => {
        const { jane, bob, kim } = family.members
        const swap = (first: string, second: string) => [
          { seat_id: seat(1), member_id: first },
          { seat_id: seat(2), member_id: second },
        ]
        const { membership } = await done("/reorder", { order: swap(bob, jane) })
        expect([holderOf(membership, 1), holderOf(membership, 2)]).toEqual([bob, jane])
        const order = [
          { seat_id: seat(1), member_id: kim },
          { seat_id: seat(4), member_id: bob },
        ]
        const { code, details } = await refused("/reorder", { order })
        expect(code).toBe("classification_not_met")
        expect(details.people.map(({ member_id }: Json) => member_id)).toEqual([kim, bob])
        expect(await refused("/reorder", { order: [...order, order[0]] })).toMatchObject({
          code: "invalid_request",
        })
        expect(holderOf(await read(), 1)).toBe(bob)
      })

      it("SEAT-4: another payer from the next charge on; nobody's id is refused", async () => {
        const { id } = family.bob.customer
        const { membership, effects } = await done(`/seats/${seat(2)}/payer`, { payer_customer_id: id })
        expect(codes({ effects })).toEqual(["payer_changes"])
        expect(membership.seats[1]).toMatchObject({ payer_customer_id: id, payer_email: "bob@example.test" })
        const seat_ids = [seat(1), seat(2)]
        expect(codes(await done("/payer", { seat_ids, payer_customer_id: id }))).toEqual(["payer_changes"])
        expect(await refused("/payer", { seat_ids, payer_customer_id: id })).toMatchObject({
          code: "payer_unchanged",
        })
        expect(await refused("/payer", { seat_ids, payer_customer_id: "cus_none" })).toMatchObject({
          ...{ status: 404, details: { field: "payer_customer_id" } },
        })
      })
    })

    describe("holds", () => {
      const march = { starts_on: "2027-03-01", resumes_on: "2027-04-01" }

      it("HOLD-1, HOLD-8: a preview tells dates and money and writes nothing; the hold does both", async () => {
        const { preview } = await done(`/seats/${seat(1)}/hold`, { ...march, fee: 5, preview: true })
        expect(preview.effects).toEqual([
          { code: "seat_on_hold", seat_id: seat(1), ...march },
          { code: "hold_fee", seats: 1, total: 5 },
          { code: "paid_days_on_hold", from_on: "2027-03-01", until_on: "2027-03-10", days: 9, total: 19.29 },
          { code: "dues_change", from_on: "2027-03-10", before: 150, after: 90 },
        ])
        expect(await read()).toEqual(sold)
        const { membership, effects } = await done(`/seats/${seat(1)}/hold`, {
          ...march,
          fee: 5,
          reason: "Sick",
        })
        expect(effects).toEqual(preview.effects)
        expect(membership.seats[0].holds).toEqual([
          expect.objectContaining({ ...march, kind: "hold", fee: 5, reason: "Sick" }),
        ])
        expect(membership.status).toBe("active")
      })

      it("HOLD-2, HOLD-3: the whole on hold: a seat already on hold keeps its start and takes the new end", async () => {
        await done(`/seats/${seat(1)}/hold`, { starts_on: "2027-02-10", resumes_on: "2027-03-10" })
        const { membership, effects } = await done("/hold", {
          starts_on: "2027-02-20",
          resumes_on: "2027-03-05",
          fee: 10,
        })
        const dates = membership.seats.map(({ holds }: Json) =>
          holds.map(({ starts_on, resumes_on }: Json) => [starts_on, resumes_on])
        )
        expect(dates).toEqual([
          [["2027-02-10", "2027-03-05"]],
          ...Array(4).fill([["2027-02-20", "2027-03-05"]]),
        ])
        expect(effects).toContainEqual({ code: "hold_fee", seats: 5, total: 50 })
        await clock({ now: "2027-02-25T12:00:00Z" })
        expect((await read()).status).toBe("on_hold")
        expect((await done("/resume", {})).membership.status).toBe("active")
        await clock({ now: "2027-03-20T12:00:00Z" })
        expect((await read()).status).toBe("active")
      })

      it("HOLD-6, HOLD-7: overlaps are refused, or merged when staff say so; the past needs a reason", async () => {
        await done(`/seats/${seat(1)}/hold`, march)
        const later = { starts_on: "2027-03-20", resumes_on: "2027-05-01" }
        expect(await refused(`/seats/${seat(1)}/hold`, later)).toMatchObject({
          status: 409,
          code: "hold_overlaps",
        })
        const { membership } = await done(`/seats/${seat(1)}/hold`, { ...later, merge: true })
        expect(membership.seats[0].holds).toMatchObject([
          { starts_on: "2027-03-01", resumes_on: "2027-05-01" },
        ])
        const past = { starts_on: "2027-02-10", resumes_on: "2027-02-20" }
        await clock({ now: "2027-02-15T12:00:00Z" })
        expect(await refused(`/seats/${seat(2)}/hold`, past)).toMatchObject({ code: "hold_not_allowed" })
        await done(`/seats/${seat(2)}/hold`, { ...past, reason: "Was ill, told us late" })
        const [entry] = await history()
        expect(entry).toMatchObject({
          action: "hold-seats",
          reason: "Was ill, told us late",
          subject_id: seat(2),
        })
        expect(entry!.changes.overridden).toEqual(["back_dated"])
      })

      it("HOLD-4: a payment holiday is staff's, with a reason", async () => {
        const holiday = { ...march, kind: "payment_holiday" }
        expect(await refused(`/seats/${seat(1)}/hold`, holiday)).toMatchObject({ code: "hold_not_allowed" })
        const { membership } = await done(`/seats/${seat(1)}/hold`, { ...holiday, reason: "Building works" })
        expect(membership.seats[0].holds).toMatchObject([{ kind: "payment_holiday" }])
      })
    })

    describe("ends", () => {
      it("CANCEL-1, CANCEL-3: a seat ends at the renewal, and is taken back until then", async () => {
        const { membership, effects } = await done(`/seats/${seat(5)}/cancel`, { way: { at: "renewal" } })
        expect(membership.seats[4].canceled_on).toBe("2027-03-10")
        expect(effects).toEqual([
          { code: "seat_ends", seat_id: seat(5), canceled_on: "2027-03-10" },
          { code: "dues_change", from_on: "2027-03-10", before: 150, after: 140 },
        ])
        expect(await refused(`/seats/${seat(5)}/cancel`, { way: { at: "now" } })).toMatchObject({
          code: "already_canceled",
        })
        expect((await done(`/seats/${seat(5)}/uncancel`, {})).membership.seats[4].canceled_on).toBeNull()
        expect(await refused(`/seats/${seat(5)}/uncancel`, {})).toMatchObject({ code: "not_canceled" })
      })

      it("SEAT-6: a required seat is refused with the ways out; after one of them its holder leaves", async () => {
        await done(`/seats/${seat(5)}/assign`, { member_id: family.members.tom })
        const { status, code, details } = await refused(`/seats/${seat(1)}/cancel`, {
          way: { at: "renewal" },
        })
        expect({ status, code }).toEqual({ status: 409, code: "seat_required" })
        // Nobody but the two adults fits an adult's seat, and both of those are required.
        expect(details.ways_out).toEqual({
          reorders: [],
          is_complete: true,
          leave_empty: true,
          cancel_all: true,
        })
        await done(`/seats/${seat(1)}/unassign`, {})
        expect(holderOf(await read(), 1)).toBeNull()
      })

      it("SEAT-6: where somebody else fits, the ways out name the reorders", async () => {
        const { jane, bob, tom } = family.members
        await api.post(`/admin/members/${tom}`, { date_of_birth: "2000-01-01" }, admin())
        sold = await family.sell({ counts: [1, 1, 0, 0, 1], member_ids: [jane, bob, tom] })
        const { details } = await refused(`/seats/${seat(1)}/cancel`, { way: { at: "renewal" } })
        const [order] = details.ways_out.reorders
        expect(order).toEqual([
          { seat_id: seat(1), member_id: tom },
          { seat_id: seat(3), member_id: jane },
        ])
        await done("/reorder", { order })
        // A shared membership keeps two seats, and has exactly those.
        expect((await done(`/seats/${seat(3)}/cancel`, { way: { at: "now" } })).membership.status).toBe(
          "active"
        )
        await api.post(`/admin/members/${tom}`, { date_of_birth: "2011-06-01" }, admin())
      })

      it("CANCEL-2, CANCEL-5: all of it ends today; the unused part is told, the status follows", async () => {
        await done(`/seats/${seat(5)}/cancel`, { way: { at: "renewal" } })
        const { membership, effects } = await done("/cancel", { way: { at: "now" }, reason: "Moves away" })
        expect(codes({ effects })).toEqual(
          [...Array(4).fill("seat_ends"), "cancellation_kept", "dues_change"].concat("unused_part")
        )
        expect(effects.at(-1)).toEqual({
          code: "unused_part",
          from_on: "2027-02-10",
          until_on: "2027-03-10",
          total: 140,
        })
        // The seat with a date of its own is there until then.
        expect(membership.status).toBe("active")
        await clock({ now: "2027-03-10T00:00:00Z" })
        expect((await read()).status).toBe("canceled")
        expect(await refused("/hold", { starts_on: "2027-03-11" })).toMatchObject({
          code: "already_canceled",
        })
      })

      it("CANCEL-4: commitment and notice bind, and staff go past them with a reason", async () => {
        const cancellation_policy = { commitment_periods: 3, notice_days: 14 }
        await api.post(`/admin/membership-plans/${family.plan.id}`, { cancellation_policy }, admin())
        const { code, details } = await refused("/cancel", { way: { at: "now" } })
        expect({ code, details }).toEqual({
          ...{ code: "cancel_before_notice", details: { field: "on", earliest_on: "2027-05-10" } },
        })
        const { membership } = await done("/cancel", { way: { at: "renewal" } })
        expect(membership.seats[0].canceled_on).toBe("2027-05-10")
        await done("/uncancel", {})
        await done("/cancel", { way: { at: "now" }, reason: "We agreed" })
        const none = { commitment_periods: 0, notice_days: 0 }
        await api.post(`/admin/membership-plans/${family.plan.id}`, { cancellation_policy: none }, admin())
      })
    })

    it("TERM-5: what has no end is not extended, what has begun does not begin anew, and staff say why", async () => {
      expect(await refused("/extend", { ends_on: "2028-01-01" })).toMatchObject({ code: "reason_required" })
      const reason = "Closed in January"
      expect(await refused("/extend", { ends_on: "2028-01-01", reason })).toMatchObject({
        code: "term_unlimited",
      })
      expect(await refused("/start", { starts_on: "2027-04-01", reason })).toMatchObject({
        code: "already_started",
      })
    })

    it("SAFE-1: bad input names the field", async () => {
      const fields = async (path: string, body: Json) =>
        (await refused(path, body)).details.problems.map(({ field }: Json) => field)
      expect(await fields("/hold", { starts_on: "soon" })).toEqual(["starts_on"])
      expect(await fields("/cancel", {})).toEqual(["way"])
      expect(await fields("/cancel", { way: { at: "date" } })).toEqual(["way.on"])
      expect(await fields(`/seats/${seat(1)}/assign`, {})).toEqual(["member_id"])
      expect(await fields("/reorder", { order: [] })).toEqual(["order"])
    })

    it("SAFE-2: each change is in the history with who, when, why and what; a preview is not", async () => {
      const before = (await history()).length
      await done("/hold", { starts_on: "2027-03-10", preview: true })
      await done("/hold", { starts_on: "2027-03-10", reason: "Renovation" })
      const entries = await history()
      expect(entries).toHaveLength(before + 1)
      expect(entries[0]).toMatchObject({ action: "hold-seats", actor_type: "user", reason: "Renovation" })
      expect(entries[0]!.changes.changed.seats).toHaveLength(5)
    })
  },
})

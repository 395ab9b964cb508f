import { createDesk, type Desk, type Visitor } from "../support/desk"
import { answerOf, type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const TEN = { type: "credits" as const, credits: 10, per: "term" as const, scope: "shared" as const }

const ANYTHING = { service_ids: null, facility_ids: null, time_windows: null, members_only_services: true }

studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    let desk: Desk
    let yoga: string
    let device: { headers: Record<string, string> }
    beforeAll(async () => {
      desk = await createDesk(api, getContainer())
      yoga = await desk.service({ name: "Yoga" })
      const gate = { name: "Gate", location_id: desk.berlin_id }
      const { token } = await desk.post("/admin/front-desk-devices", gate)
      device = { headers: { authorization: `Bearer ${token}` } }
    })
    beforeEach(() => desk.clock("2027-03-01T11:00:00Z"))

    let people = 0
    const anybody = () => desk.person(`Person${++people}`)
    /** Somebody with ten credits. */
    async function tenner(fields: Json = {}): Promise<{ who: Visitor; sold: Json }> {
      const who = await anybody()
      const plan = await desk.plan({
        name: `Ten ${people}`,
        kind: "credit_pack",
        entitlement: TEN,
        ...fields,
      })
      return { who, sold: await desk.sell(plan, who) }
    }
    const left = (membership_id: string) => desk.left(membership_id)
    const undo = (id: string, reason: string | undefined = "A mistake") =>
      answerOf(api.post(`/admin/check-ins/${id}/undo`, { reason }, desk.shop.admin))
    const listed = async (query: string) => (await desk.get(`/admin/check-ins?${query}`)).check_ins as Json[]

    it("ACCESS-1, CREDIT-2: a check-in takes a credit, records the visit, and says what is left", async () => {
      const { who, sold } = await tenner()
      const { data } = await desk.checkIn(who, { service_id: yoga })
      expect(data).toMatchObject({
        repeated: false,
        decision: { allowed: true, reasons: [], with: { pays_with: "credits", cost: 1, credits_left: 9 } },
        visit: {
          ...{ is_allowed: true, code: null, credits: 1, member_id: who.member_id, membership_id: sold.id },
          ...{ service_name: "Yoga", location_name: "Berlin", local_on: "2027-03-01", kind: "visit" },
        },
      })
      expect(await left(sold.id)).toBe(9)
      expect(await desk.get(`/admin/memberships/${sold.id}/visits`)).toMatchObject({
        ...{ count: 1, visits: [{ id: data.visit.id, seat_id: sold.seats[0].id }] },
      })
    })

    it("ACCESS-1: asking writes nothing, and answers what the check-in answers", async () => {
      const { who, sold } = await tenner()
      const asked = await desk.decide(who, { service_id: yoga })
      expect(await left(sold.id)).toBe(10)
      expect(await listed(`member_id=${who.member_id}`)).toEqual([])
      expect((await desk.checkIn(who, { service_id: yoga })).data.decision).toEqual(asked)
    })

    it("ACCESS-4: the same key checks in once and answers the same; with another body it is refused", async () => {
      const { who, sold } = await tenner()
      const key = { "Idempotency-Key": "gate-1" }
      const first = await desk.checkIn(who, {}, key)
      await desk.clock("2027-03-01T15:00:00Z")
      const again = await desk.checkIn(who, {}, key)
      expect([again.data.repeated, again.data.visit.id, again.data.decision]).toEqual([
        ...[true, first.data.visit.id, first.data.decision],
      ])
      const other = await desk.checkIn(who, { service_id: yoga }, key)
      expect([other.status, other.data.code]).toEqual([422, "idempotency_key_reused"])
      expect(await left(sold.id)).toBe(9)
    })

    it("ACCESS-4: a key of another guest, choice or override is refused; the same is answered the same", async () => {
      const { who, sold } = await tenner({ guest_passes_per_period: 1 })
      const { id: grant_id } = (await desk.credits(sold.id))[0]!
      const requests: Json[] = [
        {},
        { guest: { name: "Ada" } },
        { guest: { name: "Bea" } },
        { membership_id: sold.id },
        { grant_id },
        { override_reason: "Trial class" },
        { override_reason: "A friend of the house" },
      ]
      for (const [mine, body] of requests.entries()) {
        const key = { "Idempotency-Key": `desk-${mine}` }
        const first = await desk.checkIn(who, body, key)
        for (const [theirs, other] of requests.entries()) {
          const { status, data } = await desk.checkIn(who, other, key)
          if (mine === theirs) expect([data.repeated, data.visit.id]).toEqual([true, first.data.visit.id])
          else expect([body, other, status, data.code]).toEqual([body, other, 422, "idempotency_key_reused"])
        }
        // No double tap of the one before.
        await desk.clock(`2027-03-01T12:0${mine}:30Z`)
      }
    })

    it("ACCESS-4: a double tap within a minute is the same visit; later it is another one", async () => {
      const { who, sold } = await tenner()
      const { data } = await desk.checkIn(who)
      await desk.clock("2027-03-01T11:00:59Z")
      expect((await desk.checkIn(who)).data).toMatchObject({ repeated: true, visit: { id: data.visit.id } })
      await desk.clock("2027-03-01T11:01:01Z")
      expect((await desk.checkIn(who)).data.repeated).toBe(false)
      expect(await left(sold.id)).toBe(8)
    })

    it("ACCESS-4: ten gates at once let one person in once", async () => {
      const { who, sold } = await tenner()
      const taps = await Promise.all(Array.from({ length: 10 }, () => desk.checkIn(who)))
      expect(new Set(taps.map(({ data }) => data.visit.id)).size).toBe(1)
      expect(taps.filter(({ data }) => !data.repeated)).toHaveLength(1)
      expect(await left(sold.id)).toBe(9)
    })

    it("ACCESS-5: a denied check-in is recorded with its reasons, and has nothing to undo", async () => {
      const who = await anybody()
      const { allowed, codes, data } = await desk.checkIn(who)
      expect([allowed, codes, data.visit.code]).toEqual([false, ["no_membership"], "no_membership"])
      expect(data.decision.reasons[0]).toMatchObject({ next_step: "sell_membership" })
      expect(await listed(`member_id=${who.member_id}&result=denied`)).toMatchObject([{ is_allowed: false }])
      expect((await undo(data.visit.id)).data.code).toBe("conflict")
    })

    it("ACCESS-5, CREDIT-9: an undone visit gives its credit back once, with a reason", async () => {
      const { who, sold } = await tenner()
      const { id } = (await desk.checkIn(who, { service_id: yoga })).data.visit
      expect((await undo(id, "")).status).toBe(400)
      const undone = await Promise.all([undo(id), undo(id), undo(id)])
      expect(undone.map(({ status }) => status)).toEqual([200, 200, 200])
      expect(undone[0].data.check_in).toMatchObject({
        undo_reason: "A mistake",
        actor_name: expect.anything(),
      })
      expect(await left(sold.id)).toBe(10)
      expect(await listed(`member_id=${who.member_id}&result=undone`)).toHaveLength(1)
      // It counts no more, so that the same person comes in at once.
      expect((await desk.checkIn(who, { service_id: yoga })).data.repeated).toBe(false)
      const { history } = await desk.get(`/admin/memberships/${sold.id}/history`)
      expect(history).toContainEqual(
        expect.objectContaining({ action: "undo-check-in", reason: "A mistake" })
      )
    })

    it("CREDIT-6, TERM-4: the last credit is taken once, and the membership is exhausted", async () => {
      const { who, sold } = await tenner({ entitlement: { ...TEN, credits: 1 } })
      expect((await desk.checkIn(who)).data.decision.with).toMatchObject({ credits_left: 0 })
      await desk.clock("2027-03-01T12:00:00Z")
      expect((await desk.checkIn(who)).codes).toEqual(["no_credits"])
      expect((await desk.get(`/admin/memberships/${sold.id}`)).membership.status).toBe("exhausted")
    })

    it("TERM-2, PLAN-3: the first visit begins the term; undone, it waits again", async () => {
      const { who, sold } = await tenner({
        starts: "first_visit",
        must_start_within: { unit: "day", count: 60 },
      })
      expect([sold.status, sold.starts_on]).toEqual(["upcoming", null])
      await desk.clock("2027-03-20T23:30:00Z")
      const { data } = await desk.checkIn(who)
      expect(data.visit).toMatchObject({ starts_term: true, local_on: "2027-03-21" })
      const read = async () => (await desk.get(`/admin/memberships/${sold.id}`)).membership
      expect(await read()).toMatchObject({ status: "active", starts_on: "2027-03-21", ends_on: "2027-04-21" })
      expect(await desk.credits(sold.id)).toMatchObject([{ available: 9, expires_on: "2027-04-21" }])
      await undo(data.visit.id)
      expect(await read()).toMatchObject({ status: "upcoming", starts_on: null, ends_on: null })
      expect(await left(sold.id)).toBe(10)
    })

    it("ACCESS-3: unlimited before credits; staff choose otherwise", async () => {
      const { who, sold } = await tenner()
      const unlimited = await desk.sell(await desk.plan({ name: `Unlimited ${people}` }), who)
      expect((await desk.decide(who)).options.map(({ membership_id }: Json) => membership_id)).toEqual([
        ...[unlimited.id, sold.id],
      ])
      const { data } = await desk.checkIn(who, { membership_id: sold.id })
      expect(data.visit.membership_id).toBe(sold.id)
    })

    it("ACCESS-5: staff let in against the rules with a reason; nothing is taken", async () => {
      const { who, sold } = await tenner({ locations: { sold_at: null, valid_at: [desk.york_id] } })
      expect((await desk.checkIn(who)).codes).toEqual(["location_not_covered"])
      const { data } = await desk.checkIn(who, { override_reason: "The other branch is closed" })
      expect(data.visit).toMatchObject({
        is_allowed: true,
        override_reason: "The other branch is closed",
        credits: 0,
      })
      expect(await left(sold.id)).toBe(10)
    })

    it("SAFE-2: undoing a visit that no membership paid for is in the audit trail too", async () => {
      const who = await anybody()
      const override_reason = "Trial class"
      const { id } = (await desk.checkIn(who, { override_reason })).data.visit
      expect((await undo(id, "Never came")).status).toBe(200)
      const { membership_audit_entries: entries } = await desk.get(
        "/admin/membership-audit-entries?action=undo-check-in&order=-created_at"
      )
      expect(entries[0]).toMatchObject({ subject_id: id, membership_id: null, reason: "Never came" })
    })

    it("ACCESS-6: a guest is named and uses a pass; of several at once no more come in than there are passes", async () => {
      const who = await anybody()
      await desk.sell(await desk.plan({ name: `Guests ${people}`, guest_passes_per_period: 2 }), who)
      const names = ["Ada", "Bea", "Cyd", "Dee"]
      const guests = await Promise.all(names.map((name) => desk.checkIn(who, { guest: { name } })))
      expect(guests.map(({ codes }) => codes.join()).sort()).toEqual([
        "",
        "",
        "no_guest_pass",
        "no_guest_pass",
      ])
      const [let_in] = guests.filter(({ allowed }) => allowed)
      expect(let_in!.data.visit).toMatchObject({
        kind: "guest",
        guest_name: expect.stringMatching(/^\w{3}$/),
      })
      await undo(let_in!.data.visit.id)
      expect((await desk.checkIn(who, { guest: { name: "Eve" } })).allowed).toBe(true)
      expect((await desk.checkIn(who, { guest: { name: "Flo" } })).codes).toEqual(["no_guest_pass"])
    })

    it("PEOPLE-6: with whom brought them, guests lose their names, and that is told before", async () => {
      const who = await anybody()
      await desk.sell(await desk.plan({ name: `Guests ${people}`, guest_passes_per_period: 1 }), who)
      const { id } = (await desk.checkIn(who, { guest: { name: "Zora Quark" } })).data.visit
      const remove = (query = "") =>
        answerOf(api.delete(`/admin/members/${who.member_id}${query}`, desk.shop.admin))
      const told = { code: "guests_erased", count: 1 }
      expect((await remove("?preview=true")).data.preview.effects).toContainEqual(told)
      const read = async () => (await desk.get(`/admin/check-ins/${id}`)).check_in
      expect(await read()).toMatchObject({ guest_name: "Zora Quark" })
      expect((await remove()).data.effects).toContainEqual(told)
      expect(await read()).toMatchObject({ kind: "guest", guest_name: "" })
    })

    it("PLAN-11: a limit of one visit a day holds, however many gates are used at once", async () => {
      const who = await anybody()
      const access = { ...ANYTHING, visit_limits: [{ count: 1, per: "day" as const }] }
      await desk.sell(await desk.plan({ name: `Daily ${people}`, access }), who)
      const services = await Promise.all(
        ["A", "B", "C", "D"].map((name) => desk.service({ name: `${name}${people}` }))
      )
      const taps = await Promise.all(services.map((service_id) => desk.checkIn(who, { service_id })))
      expect(taps.map(({ codes }) => codes.join()).sort()).toEqual([
        ...["", "visit_limit_reached", "visit_limit_reached", "visit_limit_reached"],
      ])
      await desk.clock("2027-03-01T23:00:00Z")
      expect((await desk.checkIn(who)).allowed).toBe(true)
    })

    it("SAFE-1: wrong input names the field; nothing is written", async () => {
      const who = await anybody()
      const cases: [Json, number, string][] = [
        [{ member_id: "mmemb_none" }, 404, "member_id"],
        [{ service_id: "msvc_none" }, 404, "service_id"],
        [{ guest: { name: " " } }, 400, "guest.name"],
        [{ credits: 0 }, 400, "credits"],
      ]
      for (const [body, status, field] of cases) {
        const answer = await desk.checkIn(who, body)
        expect(answer.status).toBe(status)
        expect(JSON.stringify(answer.data)).toContain(field)
      }
      expect(await listed(`member_id=${who.member_id}`)).toEqual([])
    })

    describe("at the front desk", () => {
      const at = (path: string, body: Json) => answerOf(api.post(`/front-desk${path}`, body, device))
      const find = async (q: string): Promise<Json> =>
        (await answerOf(api.get(`/front-desk/members?q=${encodeURIComponent(q)}`, device))).data

      it("ACCESS-7, PEOPLE-6: people are found by name, e-mail, phone or code, and no date of birth leaves", async () => {
        await desk.post("/admin/membership-classifications", { name: "Grown-up", min_age: 18 })
        const { member_id } = await desk.person("Zoe", {
          ...{
            first_name: "Zoë",
            last_name: "Åkerström",
            email: "zoe@example.test",
            phone: "+46 70-123 45 67",
          },
        })
        const path = `/admin/members/${member_id}/access-codes`
        await desk.post(path, { kind: "card", code: "4006381333931" })
        for (const q of ["zo", "Zoë åker", "zoe@example", "070-123", "4670123", "4006381333931"]) {
          const { members } = await find(q)
          expect([q, members]).toMatchObject([
            q,
            [{ id: member_id, first_name: "Zoë", age_band: "Grown-up" }],
          ])
          expect(Object.keys(members[0]).sort()).toEqual([
            ...["age_band", "first_name", "id", "last_name", "photo_url"],
          ])
        }
        expect((await find("nobody at all")).members).toEqual([])
        expect((await find(" ")).members).toEqual([])
      })

      it("ACCESS-7: a scanned code checks in; one that was revoked or is unknown does not", async () => {
        const { who } = await tenner()
        const path = `/admin/members/${who.member_id}/access-codes`
        const { access_code } = await desk.post(path, { kind: "card", code: `card-${people}` })
        const { data } = await at("/check-ins", { code: `card-${people}`, service_id: yoga })
        expect(data).toMatchObject({ decision: { allowed: true }, member: { id: who.member_id } })
        expect(data.visit).not.toHaveProperty("membership_id")
        const { check_ins } = (await api.get("/front-desk/check-ins", device)).data
        expect(check_ins[0]).toMatchObject({ id: data.visit.id, service_name: "Yoga" })
        await api.delete(`${path}/${access_code.id}`, desk.shop.admin)
        expect((await at("/check-ins", { code: `card-${people}` })).data.code).toBe("code_revoked")
        expect((await at("/check-ins", { code: "no such card" })).data.code).toBe("code_unknown")
      })

      it("ACCESS-7: a device checks in at its own location alone, and lets nobody in against the rules", async () => {
        const { who } = await tenner()
        const elsewhere = await at("/check-ins", {
          ...{ member_id: who.member_id },
          location_id: desk.york_id,
        })
        expect(elsewhere.data.visit.location_id).toBe(desk.berlin_id)
        const override = { member_id: who.member_id, override_reason: "I may" }
        expect((await at("/check-ins", override)).data.code).toBe("not_eligible")
        const both = { member_id: who.member_id, code: "1" }
        expect((await at("/check-ins", both)).status).toBe(400)
        const there = await desk.checkIn(who, { location_id: desk.york_id })
        expect((await at(`/check-ins/${there.data.visit.id}/undo`, { reason: "Not mine" })).status).toBe(404)
        const here = elsewhere.data.visit.id
        expect(
          (await at(`/check-ins/${here}/undo`, { reason: "Wrong person" })).data.check_in.undone_at
        ).not.toBeNull()
      })

      it("ACCESS-7: staff say where they are; a stranger is refused", async () => {
        const { who } = await tenner()
        const staff = (body: Json) =>
          answerOf(api.post("/front-desk/access-decisions", body, desk.shop.admin))
        const { member_id } = who
        expect((await staff({ member_id })).status).toBe(400)
        expect((await staff({ member_id, location_id: desk.berlin_id })).data.decision.allowed).toBe(true)
        for (const headers of [{}, who.headers])
          expect((await answerOf(api.post("/front-desk/check-ins", { member_id }, { headers }))).status).toBe(
            401
          )
      })
    })
  },
})

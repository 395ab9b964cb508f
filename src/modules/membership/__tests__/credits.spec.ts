import { SYSTEM } from "../../../domain/actor"
import { obligations } from "../../../domain/credits/obligations"
import { CLOCK_CHANGES } from "../../../domain/credits/__tests__/clock-changes"
import { addDays } from "../../../domain/time/calendar"
import type { SettleUseInput, UseCreditsInput } from "../types"
import { ACTOR, MONTHLY, NOW, sellCredits } from "./credit-sale"
import { moduleTests } from "./module-tests"

moduleTests({
  testSuite: ({ service, sql, clock }) => {
    beforeEach(() => clock(NOW))

    const visit = (key: string) => ({ key, cause: { type: "visit", id: key }, actor: SYSTEM, reason: null })
    const use = (membership_id: string, key: string, change: Partial<UseCreditsInput> = {}) =>
      service.useCredits({
        ...{ membership_id, seat_id: null, service_id: null, credits: 1, kind: "redeem" },
        ...visit(key),
        ...change,
      })
    const settle = (verb: SettleUseInput["verb"], of_key: string, key = `${verb}-${of_key}`) =>
      service.settleCreditUse({ verb, of_key, ...visit(key) })
    const read = (membership_id: string) => service.readCredits({ membership_id, limit: 200, offset: 0 })
    const held = async (membership_id: string) =>
      (await read(membership_id)).grants.map(
        ({ source, available, reserved, available_value_minor: value }) => ({
          ...{ source, available, reserved, value },
        })
      )
    const kinds = async (membership_id: string) =>
      (await read(membership_id)).entries.map(({ kind }) => kind).reverse()
    const expectCoherent = async () => expect(await service.verifyCreditLedger()).toEqual([])
    const insufficient = { code: "insufficient_credits" }

    it("PLAN-4, SALE-7, CREDIT-10: a paid sale gives its credits with their value, once; one that waits gives none", async () => {
      const id = await sellCredits(service, {}, { values: [10_001] })
      expect((await read(id)).grants).toMatchObject([
        {
          ...{
            available: 10,
            available_value_minor: 10_001,
            reserved: 0,
            period_index: 0,
            service_ids: null,
          },
          ...{ starts_on: "2027-03-10", expires_on: "2027-04-10", expires_at: "2027-04-09T22:00:00.000Z" },
        },
      ])
      const waiting = await sellCredits(service, {}, { paid: false })
      expect(await held(waiting)).toMatchObject([{ available: 0 }])
      await expect(use(waiting, "early")).rejects.toMatchObject(insufficient)
      await expect(use(waiting, "booked", { kind: "reserve" })).rejects.toMatchObject(insufficient)
      const { order_id } = await service.retrieveMembership(waiting)
      const payment = { paid: true, canceled: false }
      await Promise.all([1, 2, 3].map(() => service.settleOrder({ order_id: order_id!, payment })))
      expect(await held(waiting)).toMatchObject([{ available: 10, value: 10_000 }])
      await expectCoherent()
    })

    it("PLAN-5, CREDIT-7: separate balances for each service and each seat", async () => {
      const id = await sellCredits(
        service,
        {
          ...{ audience: "shared", credits_belong_to: "seat" },
          access: {
            ...{ service_ids: ["yoga", "spin", "swim"], facility_ids: null, time_windows: null },
            ...{ visit_limits: [], members_only_services: true },
          },
          entitlement: { type: "credits", credits: 2, per: "term", scope: "separate" },
        },
        { values: [100, 50] }
      )
      const { grants } = await read(id)
      expect(grants).toHaveLength(6)
      expect(grants.map(({ available_value_minor }) => available_value_minor).sort()).toEqual([
        16, 17, 17, 33, 33, 34,
      ])
      const { seat_id } = grants[0]!
      await use(id, "a", { seat_id, service_id: "yoga", credits: 2 })
      await expect(use(id, "b", { seat_id, service_id: "yoga" })).rejects.toMatchObject(insufficient)
      await expect(use(id, "c", { service_id: "spin" })).rejects.toMatchObject(insufficient)
      await use(id, "d", { seat_id, service_id: "spin" })
      await expectCoherent()
    })

    it("CREDIT-3: a use takes all it needs over several grants, or nothing", async () => {
      const id = await sellCredits(service)
      const gift = { membership_id: id, seat_id: null, service_ids: ["yoga"], reason: "Sorry", actor: ACTOR }
      await service.giveCredits({ ...gift, credits: 3, expires_on: null, key: "gift" })
      await expect(use(id, "a", { credits: 14, service_id: "yoga" })).rejects.toMatchObject({
        ...insufficient,
        details: { wanted: 14, left: 13 },
      })
      const { takes } = await use(id, "b", { credits: 5, service_id: "yoga" })
      // CREDIT-2: the narrowest scope first.
      expect(takes.map(({ credits }) => credits)).toEqual([3, 2])
      expect(await held(id)).toMatchObject([
        { source: "period", available: 8, value: 8000 },
        { source: "adjust", available: 0 },
      ])
      await expectCoherent()
    })

    it("CREDIT-1: the same key takes once, also when many send it at once and nothing is left afterwards", async () => {
      const id = await sellCredits(service)
      const used = await Promise.all(Array.from({ length: 8 }, () => use(id, "one", { credits: 10 })))
      expect(new Set(used.map((each) => JSON.stringify(each))).size).toBe(1)
      expect(await held(id)).toMatchObject([{ available: 0, value: 0 }])
      expect(await kinds(id)).toEqual(["grant", "redeem"])
      await expectCoherent()
    })

    it("CREDIT-4, CREDIT-9: a booking reserves, is attended or released; a visit is undone once", async () => {
      const id = await sellCredits(service)
      const used_at = "2027-03-20T12:00:00.000Z"
      await use(id, "b1", { kind: "reserve", used_at })
      await use(id, "b2", { kind: "reserve", used_at })
      expect(await held(id)).toEqual([{ source: "period", available: 8, reserved: 2, value: 8000 }])
      await Promise.all([
        settle("release", "b1", "x"),
        settle("redeem", "b1", "y"),
        settle("release", "b1", "z"),
      ])
      await settle("redeem", "b2")
      await settle("undo", "redeem-b2")
      await settle("undo", "redeem-b2", "again")
      const [grant] = await held(id)
      expect(grant!.reserved).toBe(0)
      expect([9, 10]).toContain(grant!.available)
      await expectCoherent()
    })

    it("CREDIT-5: an expired credit is not usable though no job has run, and the job may come late and twice", async () => {
      const id = await sellCredits(service)
      await use(id, "visit")
      await clock("2027-04-09T21:59:59.999Z")
      await use(id, "last-minute")
      await clock("2027-04-09T22:00:00.000Z")
      await expect(use(id, "late")).rejects.toMatchObject(insufficient)
      // A visit told afterwards does not bring it back either.
      await expect(use(id, "told", { used_at: "2027-04-09T12:00:00.000Z" })).rejects.toMatchObject(
        insufficient
      )
      await clock("2027-06-01T12:00:00.000Z")
      await Promise.all([service.settleCredits(100), service.settleCredits(100)])
      expect(await service.settleCredits(100)).toBe(0)
      expect(await held(id)).toMatchObject([{ available: 0, value: 0 }])
      const { entries } = await read(id)
      expect(entries[0]).toMatchObject({ kind: "expire", available: -8, at: "2027-04-09T22:00:00.000Z" })
      await settle("undo", "visit")
      expect(await held(id)).toMatchObject([{ available: 0, value: 0 }])
      expect(await kinds(id)).toEqual(["grant", "redeem", "redeem", "expire", "release", "expire"])
      await expectCoherent()
    })

    it.each(CLOCK_CHANGES)(
      "TERM-6, CREDIT-5, TIME-4: in %s clocks go %s on %s: a pack holds through %s and is over at %s, for a late job and for two",
      async (time_zone, _change, last_day, last_instant, ends_at) => {
        await service.setLocation({ stock_location_id: "branch", time_zone, actor: ACTOR })
        await clock(`${addDays(last_day, -29)}T12:00:00.000Z`)
        const days = { validity: { unit: "day", count: 30 } } as const
        const id = await sellCredits(service, days, { location_id: "branch" })
        await clock(last_instant)
        expect(await service.settleCredits(100)).toBe(0)
        await use(id, "last-minute")
        await clock(ends_at)
        await expect(use(id, "late")).rejects.toMatchObject(insufficient)
        await clock(`${addDays(last_day, 9)}T12:00:00.000Z`)
        await expect(use(id, "told", { used_at: last_instant })).rejects.toMatchObject(insufficient)
        await Promise.all([service.settleCredits(100), service.settleCredits(100)])
        expect(await service.settleCredits(100)).toBe(0)
        const { entries } = await read(id)
        expect(entries[0]).toMatchObject({ kind: "expire", available: -9, at: ends_at })
        expect(await kinds(id)).toEqual(["grant", "redeem", "expire"])
        await expectCoherent()
      }
    )

    it("PLAN-7, CREDIT-5: unused credits roll over at the local instant, capped, and expire with the next period", async () => {
      const id = await sellCredits(service, {
        ...MONTHLY,
        rollover: { mode: "up_to", max: 3, expires_after_periods: 1 },
      })
      await clock("2027-04-09T22:00:00.000Z")
      await service.settleCredits(100)
      expect(await held(id)).toMatchObject([
        { source: "period", available: 0 },
        { source: "roll_over", available: 3, value: 7500 },
      ])
      const seats = (await service.retrieveMembership(id, { relations: ["seats"] })).seats
      const paid = seats.map(({ id: seat_id }) => ({ seat_id, value_minor: 4000 }))
      const renewal = { membership_id: id, period_index: 1, seats: paid, cause: { type: "charge", id: "c1" } }
      expect(await Promise.all([1, 2].map(() => service.givePeriodCredits(renewal)))).toContain(true)
      expect(await service.givePeriodCredits(renewal)).toBe(false)
      // The rolled ones expire sooner, or at once with the new ones and are older.
      const { takes } = await use(id, "visit", { credits: 4 })
      expect(takes.map(({ credits }) => credits)).toEqual([3, 1])
      await clock("2027-05-20T12:00:00.000Z")
      expect(await held(id)).toMatchObject([
        { available: 0 },
        { available: 0 },
        { source: "period", available: 0 },
        { source: "roll_over", available: 3, value: 3000 },
      ])
      await expectCoherent()
    })

    it("TERM-3: a booking reserves from the period that is still to come, which gives the rest when it is paid", async () => {
      const id = await sellCredits(service, MONTHLY)
      const used_at = "2027-04-20T12:00:00.000Z"
      await use(id, "next", { kind: "reserve", credits: 3, used_at })
      await expect(use(id, "more", { kind: "reserve", credits: 2, used_at })).rejects.toMatchObject(
        insufficient
      )
      expect(await held(id)).toMatchObject([{ available: 4 }, { available: -3, reserved: 3, value: 0 }])
      await expectCoherent()
      await clock("2027-04-20T12:00:00.000Z")
      await expect(settle("redeem", "next")).rejects.toMatchObject(insufficient)
      const [seat] = (await service.retrieveMembership(id, { relations: ["seats"] })).seats
      await service.givePeriodCredits({
        ...{ membership_id: id, period_index: 1, cause: { type: "charge", id: "c1" } },
        seats: [{ seat_id: seat!.id, value_minor: 4001 }],
      })
      await settle("redeem", "next")
      expect((await held(id))[1]).toEqual({ source: "period", available: 1, reserved: 0, value: 1000 })
      await expectCoherent()
    })

    it("SALE-8: an undone sale takes what is left, what bookings reserved as well; a release afterwards changes nothing", async () => {
      const id = await sellCredits(service)
      await use(id, "visit")
      await use(id, "booked", { kind: "reserve", used_at: "2027-03-20T12:00:00.000Z" })
      const { order_id } = await service.retrieveMembership(id)
      const payment = { paid: true, canceled: true }
      await service.settleOrder({ order_id: order_id!, payment })
      await service.settleOrder({ order_id: order_id!, payment })
      await settle("release", "booked")
      expect(await held(id)).toEqual([{ source: "period", available: 0, reserved: 0, value: 0 }])
      expect(await kinds(id)).toEqual(["grant", "redeem", "reserve", "revoke"])
      await expectCoherent()
    })

    it("CANCEL-1, HOLD-4: credits end with their membership, move with a hold, and come back with a cancellation taken back", async () => {
      const id = await sellCredits(service)
      const change = (verb: Parameters<typeof service.changeSeats>[0]["verb"]) =>
        service.changeSeats({
          ...{ membership_id: id, verb, preview: false, actor: ACTOR },
          asker: { type: "staff", reason: "Because" },
        })
      const dates = async () =>
        (await read(id)).grants.map(({ expires_on, revokes_at }) => [expires_on, revokes_at])
      await change({
        ...{ verb: "hold", seat_id: null, starts_on: "2027-03-12", resumes_on: "2027-03-22" },
        ...{ kind: "hold", fee: null, merge: false, reason: null },
      })
      expect(await dates()).toEqual([["2027-04-20", null]])
      await change({ verb: "cancel", seat_id: null, way: { at: "date", on: "2027-03-30" }, reason: null })
      expect(await dates()).toEqual([["2027-04-20", "2027-03-29T22:00:00.000Z"]])
      await change({ verb: "uncancel", seat_id: null })
      expect(await dates()).toEqual([["2027-04-20", null]])
      await change({ verb: "cancel", seat_id: null, way: { at: "now" }, reason: null })
      await expect(use(id, "visit")).rejects.toMatchObject(insufficient)
      expect(await kinds(id)).toEqual(["grant", "revoke"])
      await expectCoherent()
    })

    it("CREDIT-6: the use that takes the last credit asks for one renewal, also after it was undone and made again", async () => {
      const id = await sellCredits(service, {
        ...{ renewal: { mode: "on_exhaustion" }, validity: null },
        entitlement: { type: "credits", credits: 2, per: "term", scope: "shared" },
      })
      const requests = () => service.listMembershipChargeRequests({ membership_id: id })
      await use(id, "v1")
      expect(await requests()).toEqual([])
      await Promise.allSettled([use(id, "v2"), use(id, "v3")])
      expect(await requests()).toHaveLength(1)
      await settle("undo", "v1")
      await use(id, "v4")
      expect(await requests()).toHaveLength(1)
      const [seat] = (await service.retrieveMembership(id, { relations: ["seats"] })).seats
      await service.givePeriodCredits({
        ...{ membership_id: id, period_index: 1, cause: { type: "charge", id: "c1" } },
        seats: [{ seat_id: seat!.id, value_minor: 2000 }],
      })
      await use(id, "v5", { credits: 2 })
      expect(await requests()).toHaveLength(2)
      await expectCoherent()
    })

    it("CREDIT-8: exchange at the plan's ratio, and transfer where the plan allows", async () => {
      const id = await sellCredits(
        service,
        {
          ...{ audience: "shared", credits_belong_to: "seat", credits_transferable: true },
          access: {
            ...{ service_ids: ["yoga", "spin"], facility_ids: null, time_windows: null },
            ...{ visit_limits: [], members_only_services: true },
          },
          entitlement: { type: "credits", credits: 4, per: "term", scope: "separate" },
          credit_exchanges: [
            { from_service_id: "yoga", to_service_id: "spin", from_credits: 2, to_credits: 1 },
          ],
        },
        { values: [800, 800] }
      )
      const [seat, other] = (await service.retrieveMembership(id, { relations: ["seats"] })).seats
      const staff = { membership_id: id, seat_id: seat!.id, reason: "Asked", actor: ACTOR }
      const services = { from_service_id: "yoga", to_service_id: "spin" }
      await service.exchangeCredits({ ...staff, ...services, times: 1, key: "x1" })
      await service.exchangeCredits({ ...staff, ...services, times: 1, key: "x1" })
      await expect(
        service.exchangeCredits({
          ...staff,
          from_service_id: "spin",
          to_service_id: "yoga",
          times: 1,
          key: "x2",
        })
      ).rejects.toMatchObject({ code: "exchange_not_allowed" })
      const exchanged = (await read(id)).grants.filter(({ source }) => source === "exchange")
      expect(exchanged).toMatchObject([{ service_ids: ["spin"], available: 1, available_value_minor: 200 }])
      const gift = {
        ...staff,
        service_id: "spin",
        grant_id: null,
        credits: 2,
        to_seat_id: other!.id,
        key: "t1",
      }
      await expect(service.transferCredits(gift)).rejects.toMatchObject({ code: "seat_empty" })
      const member_id = await service.createMember({ first_name: "Jane", actor: ACTOR })
      await sql(`insert into membership_seat_holder (id, seat_id, membership_id, member_id, held_from)
        values ('h1', '${other!.id}', '${id}', '${member_id}', now())`)
      await service.transferCredits(gift)
      await use(id, "theirs", { seat_id: other!.id, service_id: "spin", credits: 6 })
      await expectCoherent()
    })

    it("CREDIT-9: staff adjust with a reason, never below zero; the history names them", async () => {
      const id = await sellCredits(service)
      const [grant] = (await read(id)).grants
      const adjust = (credits: number, key: string, reason: string | null = "Miscounted") =>
        service.adjustCreditGrant({ grant_id: grant!.id, credits, key, reason, actor: ACTOR })
      await adjust(-3, "a1")
      await adjust(2, "a2")
      await adjust(2, "a2")
      expect(await held(id)).toMatchObject([{ available: 9, value: 7000 }])
      await expect(adjust(-10, "a3")).rejects.toMatchObject(insufficient)
      await expect(adjust(1, "a4", " ")).rejects.toMatchObject({ code: "reason_required" })
      const history = await service.listMembershipAuditEntries({
        membership_id: id,
        action: "adjust-credits",
      })
      expect(history.map(({ actor_id, reason }) => [actor_id, reason])).toEqual([
        ["user_1", "Miscounted"],
        ["user_1", "Miscounted"],
      ])
      await expectCoherent()
    })

    it("TERM-4: a one-time membership is exhausted with its last credit, and active again when a visit is undone", async () => {
      const id = await sellCredits(service)
      const status = async () => {
        await service.refreshStatuses(100)
        return [(await service.statusesOf([id])).get(id), (await service.retrieveMembership(id)).status]
      }
      await use(id, "all", { credits: 10 })
      expect(await status()).toEqual(["exhausted", "exhausted"])
      await settle("undo", "all")
      expect(await status()).toEqual(["active", "active"])
    })

    it("CREDIT-1: the database refuses to change or delete an entry, to delete a grant, and a balance below zero", async () => {
      const id = await sellCredits(service)
      await expect(sql(`update membership_credit_entry set available = 99`)).rejects.toThrow(
        /never changed or deleted/
      )
      await expect(sql(`delete from membership_credit_entry`)).rejects.toThrow(/never changed or deleted/)
      await expect(sql(`delete from membership_credit_grant`)).rejects.toThrow(/kept with its entries/)
      await expect(
        sql(`update membership_credit_grant set available = -1, available_value_minor = 0`)
      ).rejects.toThrow(/CK_membership_credit_grant_credits/i)
      const [entry] = (await read(id)).entries
      expect(entry).toMatchObject({ kind: "grant", cause: { type: "sale", id }, actor: SYSTEM })
    })

    it("CREDIT-1: the checker finds a balance that its entries do not give, and cannot write", async () => {
      const id = await sellCredits(service)
      await use(id, "visit")
      await expectCoherent()
      await sql(`update membership_credit_grant set available = available + 1`)
      expect(await service.verifyCreditLedger()).toMatchObject([
        { membership_id: id, balance: { available: 10 }, entries: { available: 9 } },
      ])
    })

    it("REPORT-2: obligations reconcile from the stored entries", async () => {
      const id = await sellCredits(service)
      await use(id, "visit", { credits: 3 })
      await clock("2027-05-01T12:00:00.000Z")
      const { entries } = await read(id)
      const range = { from: "2027-03-01T00:00:00.000Z", until: "2027-05-01T00:00:00.000Z" }
      expect(obligations(entries, range)).toEqual({
        opening: { credits: 0, value_minor: 0 },
        granted: { credits: 10, value_minor: 10_000 },
        used: { credits: 3, value_minor: 3000 },
        expired: { credits: 7, value_minor: 7000 },
        revoked: { credits: 0, value_minor: 0 },
        closing: { credits: 0, value_minor: 0 },
      })
    })
  },
})

import { SYSTEM } from "../../../domain/actor"
import type { NewPlan } from "../../../domain/plans/defaults"
import type { MissedVisitPolicy } from "../../../domain/services/types"
import type { SettleBookingInput } from "../types"
import { ACTOR, MONTHLY, NOW, sellCredits } from "./credit-sale"
import { moduleTests } from "./module-tests"

const MONTH = { unit: "month", count: 1 } as const
const FINES: MissedVisitPolicy = { effect: "fine", fines: [{ currency_code: "eur", amount: 12.5 }] }
const STARTS_AT = "2027-03-12T17:00:00.000Z"
const NO_SHOW = { type: "no_show" } as const
const canceled = (at: string) => ({ type: "canceled", at }) as const
const IN_TIME = canceled("2027-03-12T15:00:00.000Z")
const LATE = canceled("2027-03-12T15:00:00.001Z")

interface StoredCharge {
  readonly id: string
  readonly membership_id: string
  readonly payer_key: string
  readonly period_key: string
  readonly status: string
  readonly subtotal_minor: string
}

moduleTests({
  testSuite: ({ service, sql, clock }) => {
    beforeEach(() => clock(NOW))

    const why = (key: string) => ({ key, cause: { type: "booking", id: key }, actor: SYSTEM, reason: null })
    const fines = () => sql<StoredCharge>("select * from membership_charge order by period_key, payer_key")
    const yoga = (missed_visit: MissedVisitPolicy = FINES) =>
      service.createService({
        ...{ name: "Yoga", kind: "class", actor: ACTOR, cancellation_window_minutes: 120, missed_visit },
      })
    const seatOf = async (membership_id: string) =>
      (
        await sql<{ id: string }>(`select id from membership_seat where membership_id = '${membership_id}'`)
      )[0]!.id
    /** A credit kept for a class, and what is told of it later. */
    const booked = async (of_key: string, membership_id: string, service_id: string) => {
      const seat_id = await seatOf(membership_id)
      const place = { membership_id, service_id, seat_id }
      await service.useCredits({
        ...{ ...place, credits: 1, kind: "reserve", used_at: STARTS_AT, ...why(of_key) },
      })
      return (outcome: SettleBookingInput["outcome"], key = `settle-${of_key}`) =>
        service.settleBooking({
          ...{ ...place, of_key, took_credits: true, starts_at: STARTS_AT, outcome, ...why(key) },
        })
    }
    const balance = async (membership_id: string) => {
      const { grants } = await service.readCredits({ membership_id, limit: 50, offset: 0 })
      return grants.map(({ available, reserved }) => [available, reserved])
    }

    it("CREDIT-4: a late cancellation gives the credit back and fines once, however many tell it and in which words", async () => {
      const id = await sellCredits(service)
      const settle = await booked("b1", id, await yoga())
      const told = await Promise.all(
        Array.from({ length: 8 }, (_, at) => settle(at % 2 ? LATE : NO_SHOW, `told-${at}`))
      )
      const [fine, ...others] = await fines()
      expect(others).toEqual([])
      expect(fine).toMatchObject({
        ...{ membership_id: id, payer_key: "purchaser", period_key: "fine:b1", status: "scheduled" },
        subtotal_minor: "1250",
      })
      expect(told.map(({ charge_id }) => charge_id)).toEqual(told.map(() => fine!.id))
      expect(told.filter(({ settled }) => settled)).toHaveLength(1)
      expect(await balance(id)).toEqual([[10, 0]])
      expect(await service.verifyCreditLedger()).toEqual([])
      const [entry] = await service.listMembershipAuditEntries({ action: "fine-missed-visit" })
      expect(entry).toMatchObject({
        subject_id: fine!.id,
        changes: { service_name: "Yoga", fine_minor: 1250 },
      })
    })

    it("CREDIT-4, negative control: a fine that forgot its booking would be charged again", async () => {
      const id = await sellCredits(service)
      const place = { membership_id: id, service_id: await yoga(), seat_id: await seatOf(id) }
      const settle = (key: string) =>
        service.settleBooking({
          ...{ ...place, of_key: "b1", took_credits: false, starts_at: STARTS_AT, outcome: NO_SHOW },
          ...why(key),
        })
      const race = () => Promise.allSettled(Array.from({ length: 4 }, (_, at) => settle(`told-${at}`)))
      await race()
      expect(await fines()).toHaveLength(1)
      await sql("update membership_charge set period_key = 'fine:forgotten'")
      await race()
      expect(await fines()).toHaveLength(2)
    })

    it("CREDIT-4, SEAT-4: whoever pays for the seat by now is not fined again", async () => {
      const id = await sellCredits(service)
      const settle = await booked("b1", id, await yoga())
      const { charge_id } = await settle(NO_SHOW)
      await sql("update membership_seat set payer_customer_id = 'cus_other'")
      expect(await settle(NO_SHOW)).toEqual({ settled: false, charge_id })
      expect(await fines()).toHaveLength(1)
    })

    it("CREDIT-4: the first outcome counts: canceled in time, attended or used up, nobody fines it later", async () => {
      const id = await sellCredits(service)
      const [fining, redeeming] = [
        await yoga(),
        await service.createService({ name: "Spin", kind: "class", actor: ACTOR }),
      ]
      const [early, came, missed] = [
        await booked("early", id, fining),
        await booked("came", id, fining),
        await booked("missed", id, redeeming),
      ]
      const settled = { settled: true, charge_id: null }
      expect(await early(IN_TIME)).toEqual(settled)
      expect(await came({ type: "attended" })).toEqual(settled)
      expect(await missed(NO_SHOW)).toEqual(settled)
      for (const settle of [early, came, missed])
        expect(await settle(NO_SHOW, "too-late")).toEqual({ settled: false, charge_id: null })
      expect(await fines()).toEqual([])
      expect(await balance(id)).toEqual([[8, 0]])
    })

    it("CREDIT-4: a visit without credits is fined too, once; where credits would be used up there is nothing", async () => {
      const id = await sellCredits(service, { entitlement: { type: "unlimited" } })
      const seat_id = await seatOf(id)
      const missed = async (of_key: string, service_id: string) =>
        service.settleBooking({
          ...{ of_key, took_credits: false, membership_id: id, seat_id, service_id, starts_at: STARTS_AT },
          ...{ outcome: NO_SHOW, ...why(`settle-${of_key}`) },
        })
      const fining = await yoga()
      const first = await missed("b1", fining)
      expect(first).toEqual({ settled: true, charge_id: expect.any(String) })
      expect(await missed("b1", fining)).toEqual({ ...first, settled: false })
      const redeeming = await service.createService({ name: "Spin", kind: "class", actor: ACTOR })
      expect(await missed("b2", redeeming)).toMatchObject({ charge_id: null })
      expect(await fines()).toHaveLength(1)
    })

    it.each<[string, number, Partial<NewPlan>]>([
      ["a membership that renews", 4, { ...MONTHLY, renewal: { mode: "period_end" }, validity: MONTH }],
      ["a pack that is bought again", 10, { renewal: { mode: "on_exhaustion" }, validity: MONTH }],
    ])(
      "CREDIT-4, CREDIT-5, CREDIT-6, TERM-6: paid or waived, a fine of %s gives no credits and no time",
      async (_what, credits, plan) => {
        const id = await sellCredits(service, plan)
        const fining = await yoga()
        const missed = [await booked("b1", id, fining), await booked("b2", id, fining)]
        await service.adjustStudioClock({ now: "2027-03-12T18:00:00.000Z", actor: ACTOR })
        for (const settle of missed) await settle(NO_SHOW)
        const untaxed = await service.listUntaxedCharges(10)
        await service.writeChargeTotals(
          untaxed.map(({ id: charge_id, charge }) => ({
            ...{ id: charge_id, is_tax_inclusive: false, tax_minor: 0, total_minor: 1250 },
            lines: charge.lines.map((line) => ({ ...line, taxes: [], tax_minor: 0 })),
          }))
        )
        // Whatever index stands on it: it is no period's, nor a pack's.
        await sql("update membership_charge set period_index = 1")
        const before = await service.retrieveMembership(id)
        const [one, two] = await fines()
        const change = (charge_id: string, verb: object) =>
          service.changeCharge({ charge_id, change: verb as never, actor: ACTOR, preview: false })
        const paid = await change(one!.id, {
          verb: "record_payment",
          paid_with: "cash",
          reference: null,
          note: null,
        })
        const waived = await change(two!.id, { verb: "waive", reason: "Was ill" })
        expect([paid, waived].map(({ effects }) => effects.map(({ code }) => code))).toEqual([
          ["charge_paid"],
          ["charge_waived"],
        ])
        const { grants } = await service.readCredits({ membership_id: id, limit: 50, offset: 0 })
        expect(
          grants.map(({ period_index, available, reserved }) => [period_index, available, reserved])
        ).toEqual([[0, credits, 0]])
        const { starts_on, ends_on, sold_ends_on, status } = before
        expect(await service.retrieveMembership(id)).toMatchObject({
          starts_on,
          ends_on,
          sold_ends_on,
          status,
        })
        expect((await fines()).map(({ status: now }) => now)).toEqual(["paid", "waived"])
      }
    )

    it("CREDIT-4, SALE-8: nobody is fined for what a sale that was undone had booked, nor for somebody else's booking", async () => {
      const [id, other] = [await sellCredits(service), await sellCredits(service)]
      const fining = await yoga()
      const settle = await booked("b1", id, fining)
      await expect(
        service.settleBooking({
          ...{ of_key: "b1", took_credits: true, membership_id: other, seat_id: await seatOf(other) },
          ...{ service_id: fining, starts_at: STARTS_AT, outcome: NO_SHOW, ...why("x") },
        })
      ).rejects.toMatchObject({ code: "not_found" })
      const { order_id } = await service.retrieveMembership(id)
      await service.settleOrder({ order_id: order_id!, payment: { paid: true, canceled: true } })
      expect(await settle(NO_SHOW)).toEqual({ settled: false, charge_id: null })
      expect(await fines()).toEqual([])
      expect(await service.verifyCreditLedger()).toEqual([])
    })
  },
})

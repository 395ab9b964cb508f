import type { NewPlan } from "../../../domain/plans/defaults"
import type { SeatVerb } from "../../../domain/seats/decide"
import type { ChargeVerb } from "../types"
import { ACTOR, MONTHLY, sellCredits } from "./credit-sale"
import { moduleTests } from "./module-tests"

const POLICY: NewPlan["hold_policy"] = {
  ...{ allowed: true, fees: [{ currency_code: "eur", amount: 10 }], min_days: null, max_days: null },
  ...{ max_days_a_year: null, notice_days: 0, effect: "extend", reprice_remaining: false },
}
const RENEWING: Partial<NewPlan> = {
  ...MONTHLY,
  ...{ renewal: { mode: "period_end" }, validity: { unit: "month", count: 1 }, hold_policy: POLICY },
}
const PASS: Partial<NewPlan> = { hold_policy: POLICY, validity: { unit: "month", count: 3 } }

moduleTests({
  testSuite: ({ service, sql, clock }) => {
    beforeEach(() => clock("2027-01-31T11:00:00.000Z"))

    /** "hold_fee: 1000", "period: 4000+1000" in the order in which they are due. */
    const charged = async () => {
      const charges = await sql<{ period_key: string; lines: { amount_minor: number }[] }>(
        "select period_key, lines from membership_charge order by due_at, period_key"
      )
      return charges.map(
        ({ period_key, lines }) =>
          `${period_key.split(":")[0]}: ${lines.map(({ amount_minor }) => amount_minor).join("+")}`
      )
    }
    /** A run on each of these days, and eight at once on the last. */
    const runOn = async (...days: string[]) => {
      for (const day of days) {
        await clock(`${day}T12:00:00.000Z`)
        await service.enqueueCharges(100)
      }
      await Promise.all(Array.from({ length: 8 }, () => service.enqueueCharges(100)))
    }
    const change = (membership_id: string, verb: SeatVerb) =>
      service.changeSeats({
        ...{ membership_id, verb, actor: ACTOR, preview: false },
        asker: { type: "staff", reason: "Sick" },
      })
    const hold = (id: string, starts_on: string, resumes_on: string | null, more: Partial<SeatVerb> = {}) =>
      change(id, {
        ...{ verb: "hold", seat_id: null, starts_on, resumes_on, kind: "hold", fee: null },
        ...{ merge: false, reason: "Sick", ...more },
      } as SeatVerb)
    const tax = async () => {
      const untaxed = await service.listUntaxedCharges(1000)
      await service.writeChargeTotals(
        untaxed.map(({ id, charge }) => ({
          ...{ id, is_tax_inclusive: false, tax_minor: 0, total_minor: charge.subtotal_minor },
          lines: charge.lines.map((line) => ({ ...line, taxes: [], tax_minor: 0 })),
        }))
      )
    }

    it("HOLD-3, BILL-1: of a pass that never renews it is charged by itself when the hold begins, once", async () => {
      const id = await sellCredits(service, PASS, { values: [10_000, 10_000] })
      await hold(id, "2027-02-10", "2027-02-20")
      await runOn("2027-02-09")
      expect(await charged()).toEqual([])
      await runOn("2027-02-10", "2027-02-11", "2027-06-30")
      // Fee 10 and two seats: one payer, one charge.
      expect(await charged()).toEqual(["hold_fee: 1000+1000"])
    })

    it.each<[string, ChargeVerb, string]>([
      ["paid", { verb: "record_payment", paid_with: "cash", reference: null, note: null }, "charge_paid"],
      ["let off", { verb: "waive", reason: "Sick" }, "charge_waived"],
    ])("HOLD-3, CREDIT-1, TERM-6: %s, it gives no credits and moves no term", async (_how, verb, code) => {
      const id = await sellCredits(service, PASS)
      await hold(id, "2027-02-10", "2027-02-20")
      await runOn("2027-02-10")
      await tax()
      const facts = async () => {
        const { ends_on, sold_ends_on } = (await service.retrieveMembership(id)) as never as Record<
          string,
          unknown
        >
        const entries = await sql("select kind, available from membership_credit_entry order by at, id")
        return { ends_on, sold_ends_on, entries }
      }
      const before = await facts()
      const [charge] = await sql<{ id: string }>("select id from membership_charge")
      const { effects } = await service.changeCharge({
        ...{ charge_id: charge!.id, actor: ACTOR, preview: false, change: verb },
      })
      expect(effects).toEqual([{ code, amount_minor: 1000 }])
      expect(await facts()).toEqual(before)
      const status = verb.verb === "waive" ? "waived" : "paid"
      expect(await sql("select status from membership_charge")).toEqual([{ status }])
    })

    it("HOLD-3, CANCEL-1: of what is canceled to the end of its period it is charged by itself, from then on", async () => {
      const id = await sellCredits(service, RENEWING)
      await hold(id, "2027-02-10", "2027-02-12")
      await runOn("2027-02-15")
      // It waits for the next period.
      expect(await charged()).toEqual([])
      await change(id, { verb: "cancel", seat_id: null, way: { at: "renewal" }, reason: "Moves" })
      await runOn("2027-02-16")
      expect(await charged()).toEqual(["hold_fee: 1000"])
      const [{ due_at }] = (await sql("select due_at from membership_charge")) as [{ due_at: Date }]
      // Not overdue since a hold that began before anybody knew.
      expect(new Date(due_at).toISOString()).toBe("2027-02-16T12:00:00.000Z")
      // Taken back, the next period comes after all, without the fee.
      await change(id, { verb: "uncancel", seat_id: null })
      await runOn("2027-03-05", "2027-04-05")
      expect((await charged()).slice(0, 2)).toEqual(["hold_fee: 1000", "period: 10000"])
      expect((await charged()).filter((each) => each.includes("1000+") || each.includes("+1000"))).toEqual([])
    })

    it("HOLD-2, HOLD-3: a hold that takes another resume date, or is merged, does not charge its fee again", async () => {
      const id = await sellCredits(service, { ...RENEWING, hold_policy: { ...POLICY, effect: "skip_dues" } })
      await hold(id, "2027-02-20", "2027-03-01")
      await runOn("2027-02-28")
      expect(await charged()).toEqual(["period: 1000"])
      const [seat] = (await service.listMembershipSeats({ membership_id: id })) as unknown as { id: string }[]
      const merged = await hold(id, "2027-03-01", "2027-03-10", { seat_id: seat!.id, merge: true })
      expect(merged.effects.map(({ code }) => code)).not.toContain("hold_fee")
      await hold(id, "2027-03-05", "2027-03-20")
      expect(
        await sql("select starts_on, resumes_on from membership_seat_hold where deleted_at is null")
      ).toEqual([{ starts_on: "2027-02-20", resumes_on: "2027-03-20" }])
      await runOn("2027-03-31", "2027-04-30")
      expect(await charged()).toEqual(["period: 1000", "period: 10000", "period: 10000"])
    })
  },
})

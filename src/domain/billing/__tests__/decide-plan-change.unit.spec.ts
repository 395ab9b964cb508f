import fc from "fast-check"
import { CUSTOMER, ends, held, seat, staffBecause } from "../../seats/__tests__/fixtures"
import { addDays, daysBetween, startOfLocalDay } from "../../time/calendar"
import { periodStart } from "../../time/periods"
import type { BilledMembership, BillingProgress } from "../billed-membership"
import type { Charge } from "../charges"
import { decidePlanChange, type PlanChangeFacts } from "../decide-plan-change"
import { dueCharges } from "../due-charges"

const zone = "Europe/Berlin"
const month = { unit: "month", count: 1 } as const
const year = { unit: "year", count: 1 } as const
const policy = { effect: "skip_dues", reprice_remaining: false } as const
const at = (day: string) => startOfLocalDay(day, zone)

/** Monthly for 30.00 from 31 January 2027, paid with the sale. */
const sold = (change: Partial<BilledMembership> = {}): BilledMembership => ({
  ...{ id: "ms_1", starts_on: "2027-01-31", interval: month, ends_on: null, renews: true, policy, zone },
  ...{ chart: { price_chart_id: "small", chart_version: 1 }, purchaser_customer_id: "cus_anna" },
  ...{ suspended_at: null, seats: [seat(1, { price_minor: 3000 })] },
  ...change,
})

const plan = (amount_minor: number, change: Partial<PlanChangeFacts["to"]> = {}): PlanChangeFacts["to"] => ({
  ...{ id: "mpchg_1", audience: "individual", proration: true, classifications: new Map(), unpaid_seats: [] },
  chart: { price_chart_id: "big", chart_version: 2 },
  rows: [
    {
      ...{ position: 1, label: "Member", classification_id: null, required: false, unlimited: false },
      ...{ price_minor: amount_minor, tax_rate: null },
    },
  ],
  plan: { plan_id: "plan_big", interval: month, validity: month, renews: true, policy },
  ...change,
})

const sale: BillingProgress = { after_index: 0, charged_hold_ids: [], discounts: [] }

const decide = (change: Partial<PlanChangeFacts> = {}) =>
  decidePlanChange({
    ...{ membership: sold(), progress: sale, to: plan(4500), when: "now", now: at("2027-02-10") },
    from: {
      ...{ plan_id: "plan_small", audience: "individual", proration: true, commitment_from_on: null },
      cancellation_policy: { commitment_periods: 0, notice_days: 0 },
    },
    ...{ paid: { amount_minor: 3000, from_on: null }, has_open_charges: false, asker: CUSTOMER },
    ...change,
  })

const days = (charges: readonly Charge[]) => charges.map(({ starts_on, ends_on }) => [starts_on, ends_on])
const nets = (charges: readonly Charge[]) =>
  charges.map(({ subtotal_minor, discount_minor }) => subtotal_minor - discount_minor)

/** What follows a change that was made at once. */
const after = ({ on_plan, from_index, credits }: ReturnType<typeof decide>, until: string) =>
  dueCharges(on_plan!.membership, { ...sale, after_index: from_index, credits }, at(until)).flatMap(
    ({ charges }) => charges
  )

describe("a membership that comes to another plan", () => {
  it("BILL-10, TIME-3: now, the rest of the period is one charge, and the next ones keep the anchor day", () => {
    const done = decide()
    expect(done.charges).toMatchObject([
      { period_key: "change:1", price_chart_id: "big", subtotal_minor: 2893, discount_minor: 1929 },
    ])
    const next = after(done, "2027-05-01")
    expect(next.map(({ period_key }) => period_key)).toEqual(["period:2", "period:3", "period:4"])
    expect(days(next)).toEqual([
      ["2027-02-28", "2027-03-31"],
      ["2027-03-31", "2027-04-30"],
      ["2027-04-30", "2027-05-31"],
    ])
    expect(nets(next)).toEqual([4500, 4500, 4500])
  })

  it("BILL-10: a credit that is more than the charges lowers as many as it takes", () => {
    const done = decide({ to: plan(200) })
    expect([nets(done.charges), done.change.carried_minor]).toEqual([[0], 1800])
    expect(nets(after(done, "2027-12-01"))).toEqual([...Array<number>(9).fill(0), 200])
  })

  it("BILL-10: at renewal, the charges of the period are those of the new plan, and its index goes on", () => {
    const { from_index, charges, on_plan } = decide({ when: "renewal" })
    expect([from_index, on_plan, days(charges), nets(charges)]).toEqual([
      ...[1, null, [["2027-02-28", "2027-03-31"]]],
      [4500],
    ])
    const membership = sold({ change: { ...plan(4500), from_index: 2 } })
    const due = dueCharges(membership, sale, at("2027-05-01"))
    expect(due.map(({ period, changed }) => [period.index, changed?.refused])).toEqual([
      ...[
        [1, undefined],
        [2, null],
        [3, undefined],
      ],
    ])
    expect(due.flatMap(({ charges: made }) => nets(made))).toEqual([3000, 4500, 4500])
  })

  it("BILL-10: whose seats find no row on the new plan by then stays on the old one", () => {
    const seats = [seat(1, { price_minor: 3000, classification_id: "adult" })]
    const membership = sold({ seats, change: { ...plan(4500), from_index: 1 } })
    const due = dueCharges(membership, sale, at("2027-04-01"))
    expect(due[0]!.changed).toMatchObject({ refused: "classification_unknown" })
    expect(due.flatMap(({ charges }) => nets(charges))).toEqual([3000, 3000])
  })

  it("BILL-10, HOLD-4: plans whose holds move periods differently begin anew, so that no day is paid twice", () => {
    const seats = [seat(1, { price_minor: 3000, holds: [held("2027-02-05", "2027-02-15")] })]
    const before = sold({ seats, policy: { ...policy, effect: "extend" } })
    const change = { ...plan(4500), from_index: 2 }
    const due = dueCharges({ ...before, change }, sale, at("2027-06-30"))
    const spans = days(due.flatMap(({ charges }) => charges))
    expect(spans.slice(1).map(([starts_on]) => starts_on)).toEqual(spans.slice(0, -1).map(([, ends]) => ends))
  })

  it("BILL-10, BILL-7: a plan that ends by itself begins a full period, so that its last one is not cut short", () => {
    const to = plan(4500)
    const quarter = { unit: "month", count: 3 } as const
    const done = decide({ to: { ...to, plan: { ...to.plan, renews: false, validity: quarter } } })
    const all = [...done.charges, ...after(done, "2028-01-01")]
    expect(done.on_plan?.sold_ends_on).toBe("2027-05-10")
    expect(days(all)).toEqual([
      ["2027-02-10", "2027-03-10"],
      ["2027-03-10", "2027-04-10"],
      ["2027-04-10", "2027-05-10"],
    ])
    expect(all.map(({ subtotal_minor }) => subtotal_minor)).toEqual([4500, 4500, 4500])
  })

  it("BILL-10, HOLD-4: at renewal, the preview tells the days that holds have put off, as they are charged then", () => {
    const seats = [seat(1, { price_minor: 3000, holds: [held("2027-02-05", "2027-02-15")] })]
    const extend = { ...policy, effect: "extend" } as const
    const to = plan(4500)
    const facts = {
      membership: sold({ seats, policy: extend }),
      now: at("2027-02-20"),
      when: "renewal",
    } as const
    const { change, charges } = decide({ ...facts, to: { ...to, plan: { ...to.plan, policy: extend } } })
    expect(days(charges)).toEqual([["2027-03-10", "2027-04-10"]])
    expect(change).toMatchObject({
      ...{ changes_on: "2027-03-10", commitment_from_on: "2027-03-10", anchor_on: "2027-01-31" },
      charge: { from_on: "2027-03-10", until_on: "2027-04-10", days: 31, of_days: 31, amount_minor: 4500 },
    })
  })

  describe("of several seats, to a plan by the year", () => {
    const family = (third: Parameters<typeof seat>[1]) =>
      sold({ seats: [seat(1), seat(2), seat(3, third)].map((each) => ({ ...each, price_minor: 3000 })) })
    const yearly = plan(36_000, { audience: "household", proration: false })
    const [row] = yearly.rows
    const to = {
      ...{ ...yearly, rows: [{ ...row!, unlimited: true }] },
      plan: { ...yearly.plan, interval: year, validity: year },
    }
    const from = {
      ...({
        plan_id: "plan_small",
        audience: "household",
        proration: false,
        commitment_from_on: null,
      } as const),
      cancellation_policy: { commitment_periods: 0, notice_days: 0 },
    }
    const charged = ({ charges }: ReturnType<typeof decide>) =>
      charges.flatMap(({ lines }) => lines.map(({ seat_id, amount_minor }) => [seat_id, amount_minor]))

    it("BILL-10, SEAT-8: now, a seat that was added today pays the new period as the others do", () => {
      const done = decide({ membership: family({ starts_on: "2027-02-10" }), to, from })
      expect(charged(done)).toEqual(["s1", "s2", "s3"].map((id) => [id, 36_000]))
      expect(done.change).toMatchObject({ charge: { amount_minor: 108_000 }, due_minor: 108_000 })
      expect(nets(after(done, "2028-02-10"))).toEqual([108_000])
    })

    it("BILL-10, CANCEL-1: now, a seat that ends with what is paid owes nothing more", () => {
      const cancellation = { ...ends("2027-02-28"), at_renewal: true }
      const done = decide({ membership: family({ cancellation }), to, from })
      expect(charged(done)).toEqual(["s1", "s2"].map((id) => [id, 36_000]))
      expect(done.change).toMatchObject({ charge: { amount_minor: 72_000 }, due_minor: 72_000 })
    })

    it("SEAT-8, BILL-10: a seat whose order is not paid yet has a row of the new plan too, once it is paid", () => {
      const { seats } = family({})
      const planned = { ...to, unpaid_seats: [seats[2]!], from_index: 1 }
      const membership = { ...family({}), seats: seats.slice(0, 2), change: planned }
      const [due] = dueCharges(membership, sale, at("2027-02-28"))
      expect(charged({ charges: due!.charges } as ReturnType<typeof decide>)).toHaveLength(2)
      expect(due!.changed).toMatchObject({
        seats: ["s1", "s2", "s3"].map((id) => ({ id, price_minor: 36_000 })),
      })
    })
  })

  it.each([
    ["same_plan", { from: { plan_id: "plan_big" } }],
    ["dues_unpaid", { has_open_charges: true }],
    // The renewal is due, and nobody has made its charge yet.
    ["dues_unpaid", { now: at("2027-02-28") }],
  ])("BILL-10: refused: %s", (reason, facts) => {
    const from = { plan_id: "plan_small", audience: "individual", proration: true, commitment_from_on: null }
    const cancellation_policy = { commitment_periods: 0, notice_days: 0 }
    const given = { ...facts, from: { ...from, cancellation_policy, ...("from" in facts ? facts.from : {}) } }
    expect(() => decide(given as Partial<PlanChangeFacts>)).toThrow(
      expect.objectContaining({ code: "not_eligible", details: expect.objectContaining({ reason }) })
    )
  })

  const cases = fc.record({
    anchor: fc.integer({ min: 0, max: 800 }).map((count) => addDays("2026-01-01", count)),
    offset: fc.nat(30),
    paid: fc.nat(100_000),
    dues: fc.nat(100_000),
    prorates: fc.boolean(),
    interval: fc.constantFrom(
      month,
      { unit: "month", count: 3 } as const,
      { unit: "week", count: 1 } as const
    ),
  })

  it("BILL-10, MONEY-2: every day is charged once, and what is paid in all is what the charges are worth", () => {
    fc.assert(
      fc.property(cases, ({ anchor, offset, paid, dues, prorates, interval }) => {
        const length = daysBetween({ from: anchor, to: periodStart(anchor, month, 1) })
        const today = addDays(anchor, offset % length)
        const membership = sold({ starts_on: anchor, seats: [seat(1, { price_minor: paid })] })
        const to = plan(dues, { proration: prorates })
        const done = decide({
          ...{ membership, to: { ...to, plan: { ...to.plan, interval } }, now: at(today) },
          ...{ paid: { amount_minor: paid, from_on: null }, asker: staffBecause("property") },
        })
        const charges = [...done.charges, ...after(done, addDays(anchor, 400))]
        const spans = days(charges)
        expect(spans[0]![0]).toBe(today)
        expect(spans.slice(1).map(([starts_on]) => starts_on)).toEqual(
          spans.slice(0, -1).map(([, ends_on]) => ends_on)
        )
        expect(new Set(charges.map(({ period_key }) => period_key)).size).toBe(charges.length)
        const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
        const worth = sum(charges.map(({ subtotal_minor }) => subtotal_minor))
        const credit = done.change.credit?.amount_minor ?? 0
        expect(sum(nets(charges))).toBe(Math.max(0, worth - credit))
      })
    )
  })
})

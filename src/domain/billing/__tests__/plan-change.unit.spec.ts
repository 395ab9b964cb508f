import fc from "fast-check"
import { CUSTOMER, staffBecause } from "../../seats/__tests__/fixtures"
import { addDays, compareDates, daysBetween } from "../../time/calendar"
import { periodStart } from "../../time/periods"
import { calendar } from "./fixtures"
import { changePlan, type PlanChangeInput, type PricedPlan } from "../plan-change"

const month = { unit: "month", count: 1 } as const
const year = { unit: "year", count: 1 } as const

const plan = (dues_minor: number, change: Partial<PricedPlan> = {}): PricedPlan => ({
  ...{ audience: "individual", proration: true, interval: month, dues_minor },
  ...change,
})
const shared = (dues_minor: number) => plan(dues_minor, { audience: "household", proration: false })

/** A monthly plan of 30.00 from 15 January 2027, on 25 April: 20 of the 30 days of April's period are left. */
const change = (to: PricedPlan, of: Partial<PlanChangeInput> = {}, from: Partial<PricedPlan> = {}) =>
  changePlan({
    from: { ...plan(3000, from), cancellation_policy: { commitment_periods: 0, notice_days: 0 } },
    ...{ to, anchor_on: "2027-01-15", today: "2027-04-25", when: "now", joins: null },
    running: { starts_on: "2027-04-15", ends_on: "2027-05-15", paid_minor: 3000 },
    ...{ is_on_hold: false, dues_settled: true, asker: CUSTOMER, after_index: 0 },
    calendar: calendar({ starts_on: of.anchor_on ?? "2027-01-15", interval: from.interval ?? month }),
    ...of,
  })

describe("a membership on another plan", () => {
  it.each<[string, PricedPlan, Partial<PricedPlan>, object]>([
    [
      "upgrade: the rest of the period at the new price, less the rest at the old one",
      plan(4500),
      {},
      { direction: "upgrade", due_minor: 1000, carried_minor: 0, anchor_on: "2027-01-15", days_lost: 0 },
    ],
    [
      "downgrade: what is left over lowers the charges that follow",
      plan(1500),
      {},
      { direction: "downgrade", due_minor: 0, carried_minor: 1000, anchor_on: "2027-01-15" },
    ],
    ["the same price costs nothing", plan(3000), {}, { direction: "same", due_minor: 0, carried_minor: 0 }],
    [
      "another interval: a full period from today, less the unused days",
      plan(30_000, { interval: year }),
      {},
      {
        due_minor: 28_000,
        anchor_on: "2027-04-25",
        charge: { until_on: "2028-04-25", days: 366, of_days: 366 },
      },
    ],
    [
      "a plan that does not prorate: a full period from today, less the unused days of the one that does",
      plan(4500, { proration: false }),
      {},
      { due_minor: 2500, anchor_on: "2027-04-25", charge: { until_on: "2027-05-25", amount_minor: 4500 } },
    ],
    [
      "from a plan that does not prorate nothing is given back, and that is said",
      plan(4500),
      { proration: false },
      { credit: null, days_lost: 20, due_minor: 4500, anchor_on: "2027-04-25", revokes_credits: false },
    ],
    [
      "BILL-7: a shared membership is never prorated, whatever its plan says",
      shared(9000),
      { audience: "household", proration: true },
      { credit: null, days_lost: 20, due_minor: 9000, anchor_on: "2027-04-25" },
    ],
  ])("BILL-10: now, %s", (_, to, from, expected) => {
    expect(change(to, {}, from)).toMatchObject({ changes_on: "2027-04-25", ...expected })
  })

  it.each([
    // 20 of 30 days are left: 20.00 of 30.00.
    [3000, 2000, true],
    [2000, 2000, true],
    [750, 750, true],
    [0, 0, false],
  ])(
    "BILL-10, CREDIT-10: of visits that are worth %i no more than that is given back",
    (unused_minor, given, revokes) => {
      const running = { starts_on: "2027-04-15", ends_on: "2027-05-15", paid_minor: 3000, unused_minor }
      expect(change(plan(4500), { running })).toMatchObject({
        credit: { days: 20, of_days: 30, amount_minor: given },
        ...{ due_minor: 3000 - given, revokes_credits: revokes },
      })
    }
  )

  it("BILL-10, SEAT-8: to a seat of a shared membership: its full price for the running period, less the unused days", () => {
    const joins = () => ({ starts_on: "2027-04-01", ends_on: "2027-05-01" })
    expect(change(shared(2500), { joins })).toMatchObject({
      charge: { from_on: "2027-04-01", until_on: "2027-05-01", amount_minor: 2500, days: 30, of_days: 30 },
      ...{ credit: { amount_minor: 2000 }, due_minor: 500, revokes_credits: true },
    })
  })

  it.each<[string, PricedPlan, Partial<PlanChangeInput>, object]>([
    [
      "on the anchor's day",
      plan(4500),
      {},
      { changes_on: "2027-05-15", anchor_on: "2027-01-15", due_minor: 4500 },
    ],
    [
      "TIME-3: the anchor day is kept over a short month",
      plan(4500),
      {
        ...{ anchor_on: "2027-01-31", today: "2027-02-10" },
        running: { starts_on: "2027-01-31", ends_on: "2027-02-28", paid_minor: 3000 },
      },
      {
        anchor_on: "2027-01-31",
        charge: { from_on: "2027-02-28", until_on: "2027-03-31", amount_minor: 4500 },
      },
    ],
    [
      "another interval counts from there",
      plan(9000, { interval: year }),
      {},
      { changes_on: "2027-05-15", anchor_on: "2027-05-15", due_minor: 9000 },
    ],
    [
      "on hold or with dues unpaid it can be planned",
      plan(4500),
      { is_on_hold: true, dues_settled: false },
      { changes_on: "2027-05-15" },
    ],
  ])("BILL-10: at renewal, nothing is given back: %s", (_, to, of, expected) => {
    expect(change(to, { when: "renewal", ...of })).toMatchObject({
      ...{ credit: null, days_lost: 0, revokes_credits: false, carried_minor: 0 },
      ...expected,
    })
  })

  const committed = {
    from: { ...plan(3000), cancellation_policy: { commitment_periods: 6, notice_days: 0 } },
  }

  it("BILL-10, CANCEL-4: to pay less, a customer waits for the commitment to end; to pay more, nobody has to", () => {
    const less = plan(1500)
    expect(() => change(less, committed)).toThrow(
      expect.objectContaining({
        code: "cancel_before_notice",
        details: { field: "on", earliest_on: "2027-07-15" },
      })
    )
    expect(change(less, { ...committed, when: "renewal" }).changes_on).toBe("2027-07-15")
    const asker = staffBecause("Moved away")
    expect(change(less, { ...committed, asker }).changes_on).toBe("2027-04-25")
    expect(change(plan(4500), committed)).toMatchObject({
      ...{ changes_on: "2027-04-25", commitment_from_on: "2027-04-25" },
    })
  })

  it.each([
    ["hold_not_allowed", { is_on_hold: true }],
    ["not_eligible", { dues_settled: false }],
  ])("BILL-10, HOLD-8: now is refused with %s", (code, of) => {
    expect(() => change(plan(4500), of)).toThrow(expect.objectContaining({ code }))
  })

  it("BILL-10: a longer interval that costs more in all may be cheaper by the day", () => {
    expect(change(plan(30_000, { interval: year })).direction).toBe("downgrade")
    expect(change(plan(40_000, { interval: year })).direction).toBe("upgrade")
  })

  const cases = fc.record({
    anchor: fc.integer({ min: 0, max: 800 }).map((days) => addDays("2026-01-01", days)),
    index: fc.nat(30),
    offset: fc.nat(30),
    paid: fc.nat(1_000_000),
    dues: fc.nat(1_000_000),
    interval: fc.constantFrom(month, year),
    audience: fc.constantFrom("individual" as const, "household" as const),
    proration: fc.boolean(),
  })

  it("BILL-10, MONEY-2: no unit is made or lost: charge less credit is what is due less what is carried on", () => {
    fc.assert(
      fc.property(cases, ({ anchor, index, offset, paid, dues, ...to }) => {
        const starts_on = periodStart(anchor, month, index)
        const ends_on = periodStart(anchor, month, index + 1)
        const length = daysBetween({ from: starts_on, to: ends_on })
        const today = addDays(starts_on, offset % length)
        const running = { starts_on, ends_on, paid_minor: paid }
        const asker = staffBecause("property")
        const done = change(
          plan(dues, to),
          { anchor_on: anchor, running, today, asker },
          { dues_minor: paid }
        )
        const { charge, credit, due_minor, carried_minor, changes_on } = done
        expect(due_minor - carried_minor).toBe(charge.amount_minor - credit!.amount_minor)
        expect(Math.min(due_minor, carried_minor)).toBe(0)
        expect(charge.amount_minor).toBeLessThanOrEqual(dues)
        expect(credit!.amount_minor).toBeLessThanOrEqual(paid)
        expect(compareDates(changes_on, charge.until_on)).toBe(-1)
        if (offset % length === 0) expect(credit!.amount_minor).toBe(paid)
        // To the very same plan and back nothing moves.
        const same = change(plan(paid), { anchor_on: anchor, running, today, asker }, { dues_minor: paid })
        expect([same.due_minor, same.carried_minor, same.anchor_on]).toEqual([0, 0, anchor])
      }),
      { numRuns: 200 }
    )
  })
})

import fc from "fast-check"
import { held, seat } from "../../seats/__tests__/fixtures"
import { addDays, startOfLocalDay } from "../../time/calendar"
import type { BilledMembership, BillingProgress } from "../billed-membership"
import { dueCharges } from "../due-charges"
import { chargesUntil } from "./fixtures"

const zone = "Europe/Berlin"
const sold = (change: Partial<BilledMembership> = {}): BilledMembership => ({
  ...{
    id: "ms_1",
    starts_on: "2027-01-31",
    interval: { unit: "month", count: 1 },
    ends_on: null,
    renews: true,
  },
  ...{ policy: { effect: "skip_dues", reprice_remaining: false }, purchaser_customer_id: "cus_anna", zone },
  ...{ chart: { price_chart_id: "chart_1", chart_version: 1 }, suspended_at: null },
  seats: [
    seat(1),
    seat(2, {
      ...{ payer_customer_id: "cus_ben", price_minor: 600 },
      holds: [{ ...held("2027-03-15", "2027-04-15"), fee_minor: 200 }],
    }),
  ],
  ...change,
})
const fresh: BillingProgress = {
  ...{ after_index: 0, charged_hold_ids: [] },
  discounts: [{ id: "spring", code: "SPRING", kind: "percent", value: 50, cycles_left: 2 }],
}
const dayStart = (day: string) => startOfLocalDay(day, zone)

describe("what is going to be charged", () => {
  it("BILL-9: to whom, for what and why", () => {
    const charges = chargesUntil({ membership: sold(), progress: fresh }, dayStart("2027-05-01"))
    const told = charges.map(
      ({ period_key, payer_key, starts_on, subtotal_minor, discount_minor, lines }) => [
        ...[period_key, payer_key, starts_on, subtotal_minor, discount_minor],
        lines.map(({ key }) => key).join(),
      ]
    )
    expect(told).toEqual([
      ["period:1", "cus_anna", "2027-02-28", 1000, 500, "seat:s1"],
      ["period:1", "cus_ben", "2027-02-28", 600, 300, "seat:s2"],
      ["period:2", "cus_anna", "2027-03-31", 1000, 500, "seat:s1"],
      ["period:2", "cus_ben", "2027-03-31", 200, 0, "hold_fee:2027-03-15"],
      ["period:3", "cus_anna", "2027-04-30", 1000, 0, "seat:s1"],
      ["period:3", "cus_ben", "2027-04-30", 600, 0, "seat:s2"],
    ])
  })

  it("BILL-3, BILL-8: who has no access pays for no period that begins then, and afterwards on the same days", () => {
    const suspended = sold({ suspended_at: dayStart("2027-03-10") })
    const due = dueCharges(suspended, fresh, dayStart("2027-05-01"))
    expect(due.map(({ period, charges }) => [period.index, charges.length])).toEqual([
      [1, 2],
      [2, 0],
      [3, 0],
    ])
    const { progress } = due.at(-1)!
    const next = dueCharges(sold(), progress, dayStart("2027-06-01"))
    expect(next.map(({ period: { index, starts_on } }) => [index, starts_on])).toEqual([[4, "2027-05-31"]])
    // The fee of a hold that began meanwhile is not lost.
    expect(next[0]!.charges.flatMap(({ lines }) => lines.map(({ key }) => key))).toContain(
      "hold_fee:2027-03-15"
    )
  })

  const offset = fc.integer({ min: 0, max: 400 })
  const seats = fc
    .array(
      fc.record({
        price_minor: fc.nat(5000),
        payer_customer_id: fc.constantFrom(null, "cus_anna", "cus_ben"),
        hold: fc.option(fc.tuple(offset, fc.integer({ min: 1, max: 90 }), fc.nat(500)), { nil: null }),
      }),
      { minLength: 1, maxLength: 4 }
    )
    .map((list) =>
      list.map(({ hold, ...each }, at) =>
        seat(at + 1, {
          ...each,
          holds: hold
            ? [
                {
                  ...held(addDays("2027-01-31", hold[0]), addDays("2027-01-31", hold[0] + hold[1]), `h${at}`),
                  fee_minor: hold[2],
                },
              ]
            : [],
        })
      )
    )
  const policies = fc.record({
    effect: fc.constantFrom("extend" as const, "skip_dues" as const),
    reprice_remaining: fc.boolean(),
  })

  it("BILL-9: the preview equals the charges made, however many runs make them, and no hold fee comes twice", () => {
    const steps = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(seats, policies, steps, (of, policy, days) => {
        const membership = sold({ seats: of, policy })
        let day = "2027-01-31"
        let progress = fresh
        const made = days.flatMap((count) => {
          day = addDays(day, count)
          const due = dueCharges(membership, progress, dayStart(day))
          progress = due.at(-1)?.progress ?? progress
          return due.flatMap(({ charges }) => charges)
        })
        expect(made).toEqual(chargesUntil({ membership, progress: fresh }, dayStart(day)))
        const keys = made.map(({ payer_key, period_key }) => `${payer_key} ${period_key}`)
        expect(new Set(keys).size).toBe(keys.length)
        const fees = made.flatMap(({ lines }) => lines.flatMap(({ hold_id }) => hold_id ?? []))
        expect(new Set(fees).size).toBe(fees.length)
      }),
      { numRuns: 40 }
    )
  })

  it("BILL-7, MONEY-3: after days on hold, the rest up to the common billing day costs its part, and says so", () => {
    const pass = sold({
      ...{ starts_on: "2027-01-01", first_on: "2027-01-17", keeps_billing_day: true },
      policy: { effect: "extend", reprice_remaining: false },
      seats: [seat(1, { holds: [{ ...held("2027-01-18", "2027-01-28"), fee_minor: 200 }] })],
    })
    const progress = { ...fresh, discounts: [] }
    const charges = chargesUntil({ membership: pass, progress }, dayStart("2027-03-02"))
    const told = charges.map(({ starts_on, subtotal_minor, lines }) => [
      ...[starts_on, subtotal_minor],
      lines.map(({ key, amount_minor, prorated = null }) => [key, amount_minor, prorated]),
    ])
    expect(told).toEqual([
      [
        ...["2027-02-11", 643 + 200],
        [
          ["seat:s1", 643, { days: 18, of_days: 28, full_minor: 1000 }],
          ["hold_fee:2027-01-18", 200, null],
        ],
      ],
      ["2027-03-01", 1000, [["seat:s1", 1000, null]]],
    ])
  })
})

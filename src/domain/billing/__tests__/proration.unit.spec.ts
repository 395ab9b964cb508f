import fc from "fast-check"
import { addDays, daysBetween } from "../../time/calendar"
import type { CalendarInterval } from "../../time/types"
import { assertProratable, firstShorterPeriod, prorate } from "../proration"

const month = { unit: "month", count: 1 } as const
const march = { starts_on: "2027-03-01", ends_on: "2027-04-01" }

describe("proration", () => {
  it.each([
    ["2027-03-01", 3100, 31, "the whole month"],
    ["2027-03-11", 2100, 21, "from the 11th"],
    ["2027-03-31", 100, 1, "its last day"],
    ["2027-04-01", 0, 0, "nothing is left"],
    ["2027-02-20", 3100, 31, "from before it began"],
  ])("BILL-7: of 31.00 for March, from %s on it is %i: %s", (day, amount_minor, days) => {
    expect(prorate(3100, march, day)).toMatchObject({
      amount_minor,
      days,
      of_days: 31,
      until_on: "2027-04-01",
    })
  })

  const firsts: [
    day: string,
    interval: CalendarInterval,
    until_on: string,
    days: number,
    of_days: number,
    amount_minor: number,
    why: string,
  ][] = [
    ["2027-01-20", month, "2027-02-01", 12, 31, 1200, "up to the first"],
    ["2027-02-01", month, "2027-03-01", 28, 28, 3100, "on the billing day: a full period"],
    ["2027-12-31", month, "2028-01-01", 1, 31, 100, "over the year"],
    ["2027-01-20", { unit: "month", count: 3 } as const, "2027-02-01", 12, 92, 404, "a quarter"],
    ["2027-01-20", { unit: "year", count: 1 } as const, "2027-02-01", 12, 365, 102, "a year"],
  ]
  it.each(firsts)(
    "BILL-7: from %s every %j, the first period ends on %s, %i of %i days, %i: %s",
    (day, interval, until_on, days, of_days, amount_minor) => {
      const first = firstShorterPeriod(3100, { billing_day: 1, interval }, day)
      expect(first).toEqual({ from_on: day, until_on, days, of_days, amount_minor })
    }
  )

  it.each([
    ["audience", { audience: "household", proration: true }],
    ["audience", { audience: "shared", proration: true }],
    ["audience", { audience: "corporate", proration: true }],
    ["proration", { audience: "individual", proration: false }],
  ] as const)("BILL-7: locked off by %s of %j", (field, plan) => {
    expect(() => assertProratable(plan)).toThrow(
      expect.objectContaining({ code: "proration_not_allowed", details: { field } })
    )
    expect(() => assertProratable({ audience: "individual", proration: true })).not.toThrow()
  })

  it.each([
    ["billing_day", { billing_day: 29, interval: month }],
    ["billing_day", { billing_day: 0, interval: month }],
    ["interval", { billing_day: 1, interval: { unit: "week", count: 1 } as const }],
  ])("SAFE-1: refuses %s of %j", (field, common) => {
    expect(() => firstShorterPeriod(3100, common, "2027-01-20")).toThrow(
      expect.objectContaining({ code: "proration_not_allowed", details: { field } })
    )
  })

  it("MONEY-2: what is used and what is left sum to the price, and never a day more is given than there is", () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.integer({ min: 1, max: 400 }),
        fc.nat(400),
        (price, length, offset) => {
          const period = { starts_on: "2027-03-01", ends_on: addDays("2027-03-01", length) }
          const day = addDays(period.starts_on, Math.min(offset, length))
          const left = prorate(price, period, day)
          const used = daysBetween({ from: period.starts_on, to: day })
          expect(left.days + used).toBe(length)
          expect(Math.abs(left.amount_minor - (price * left.days) / length)).toBeLessThan(1)
          expect(left.amount_minor).toBeLessThanOrEqual(price)
        }
      )
    )
  })

  it("BILL-7: a first period ends on the billing day, within a month", () => {
    const days = fc.integer({ min: 0, max: 1500 }).map((count) => addDays("2027-01-01", count))
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 28 }), (day, billing_day) => {
        const first = firstShorterPeriod(3100, { billing_day, interval: month }, day)
        expect(Number(first.until_on.slice(8))).toBe(billing_day)
        expect(first.days).toBeGreaterThanOrEqual(1)
        expect(first.days).toBeLessThanOrEqual(31)
        expect(first.amount_minor === 3100).toBe(first.days === first.of_days)
      })
    )
  })
})

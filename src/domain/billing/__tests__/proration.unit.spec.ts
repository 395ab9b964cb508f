import fc from "fast-check"
import { planWithDefaults } from "../../plans/defaults"
import { addDays, daysBetween } from "../../time/calendar"
import { periodIndexAt, periodStart } from "../../time/periods"
import type { CalendarInterval } from "../../time/types"
import { ownDayReason } from "../common-billing-day"
import { partOf } from "../part-of-period"
import { assertProratable, firstPeriodOf, firstShorterPeriod, prorate } from "../proration"

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

  const monthly = planWithDefaults({
    ...{ name: "Monthly", handle: "monthly", kind: "membership", audience: "individual", proration: true },
    billing: { type: "recurring", interval: "month", interval_count: 1 },
    entitlement: { type: "unlimited" },
  })
  const every = (interval: CalendarInterval["unit"], interval_count = 1) =>
    ({ type: "recurring", interval, interval_count }) as const

  it.each([
    [null, {}, "joins"],
    [null, { billing: every("year") }, "joins by the year"],
    [null, { starts: "chosen_date" }, "joins from a chosen day"],
    ["shared", { audience: "household" }, "never for several"],
    ["proration_off", { proration: false }, "the plan's option"],
    ["not_recurring", { billing: { type: "one_time" } }, "nothing follows"],
    ["not_monthly", { billing: every("week") }, "weeks have no day of the month"],
    ["ends", { renewal: { mode: "none" } }, "its last period would be cut too"],
    ["first_visit", { starts: "first_visit" }, "the sale cannot know its days"],
  ] as const)("BILL-7: has a day of its own because %s, with %j: %s", (why, change, _why) => {
    expect(ownDayReason({ ...monthly, ...change })).toBe(why)
    expect(firstPeriodOf({ ...monthly, ...change }, 1, "2027-03-17") === null).toBe(why !== null)
  })

  it.each([
    // sold on, day, interval, ends, days, of, anchor, why
    ["2027-03-17", 1, month, "2027-04-01", 15, 31, "2027-03-01", "half of March"],
    ["2027-03-01", 1, month, "2027-04-01", 31, 31, "2027-03-01", "on the day: all of it"],
    ["2027-03-31", 1, month, "2027-04-01", 1, 31, "2027-03-01", "a single day"],
    ["2027-03-14", 15, month, "2027-03-15", 1, 28, "2027-02-15", "the day lies ahead in the month"],
    ["2027-02-17", 28, month, "2027-02-28", 11, 31, "2027-01-28", "the last day that every month has"],
    ["2028-02-29", 1, month, "2028-03-01", 1, 29, "2028-02-01", "leap day"],
    ["2028-02-28", 28, month, "2028-03-28", 29, 29, "2028-02-28", "leap February counts 29"],
    ["2027-12-31", 15, month, "2028-01-15", 15, 31, "2027-12-15", "over the year"],
    ["2027-03-17", 1, { unit: "month", count: 3 }, "2027-04-01", 15, 90, "2027-01-01", "a quarter"],
    ["2028-03-17", 1, { unit: "year", count: 1 }, "2028-04-01", 15, 366, "2027-04-01", "a leap year"],
  ] as const)(
    "BILL-7, TIME-3: sold %s with the day %i, every %j, it ends %s, %i of %i days, counted from %s: %s",
    (starts_on, day, interval, ends_on, days, of_days, anchor_on, _why) => {
      const plan = { ...monthly, billing: every(interval.unit, interval.count) }
      expect(firstPeriodOf(plan, day, starts_on)).toEqual({ starts_on, ends_on, days, of_days, anchor_on })
    }
  )

  it("BILL-7: no common day, no shorter first period; nor before the first day is known", () => {
    expect(firstPeriodOf(monthly, null, "2027-03-17")).toBeNull()
    expect(firstPeriodOf(monthly, 1, null)).toBeNull()
  })

  it("BILL-7, TIME-3: periods counted from the anchor begin on the billing day for ever, the first one around the sale", () => {
    const days = fc.integer({ min: 0, max: 1500 }).map((count) => addDays("2027-01-01", count))
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 24 }),
        (day, billing_day, count) => {
          const interval = { unit: "month", count } as const
          const first = firstPeriodOf({ ...monthly, billing: every("month", count) }, billing_day, day)!
          expect(periodIndexAt(first.anchor_on, interval, day)).toBe(0)
          expect(periodStart(first.anchor_on, interval, 1)).toBe(first.ends_on)
          expect(Number(periodStart(first.anchor_on, interval, 100).slice(8))).toBe(billing_day)
          expect(first.days).toBe(daysBetween({ from: day, to: first.ends_on }))
          expect(first.of_days).toBe(daysBetween({ from: first.anchor_on, to: first.ends_on }))
        }
      )
    )
  })

  it("MONEY-2: however a period is cut, its parts cost what the whole does, each within a unit of its days", () => {
    const cuts = fc.array(fc.integer({ min: 0, max: 366 }), { maxLength: 6 })
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 366 }), cuts, (price, of_days, at) => {
        const days = [...at.map((day) => Math.min(day, of_days)), 0, of_days].sort((a, b) => b - a)
        const left = days.map((each) => partOf(price, { days: each, of_days }))
        const parts = left.slice(1).map((each, index) => left[index]! - each)
        expect(parts.reduce((sum, each) => sum + each, 0)).toBe(price)
        for (const [index, each] of parts.entries()) {
          expect(each).toBeGreaterThanOrEqual(0)
          expect(Math.abs(each - (price * (days[index]! - days[index + 1]!)) / of_days)).toBeLessThanOrEqual(
            1
          )
        }
      })
    )
  })

  it("BILL-7: what the sale charges and what is given back of it are the same part", () => {
    fc.assert(
      fc.property(
        fc.nat(10_000_000),
        fc.integer({ min: 1, max: 366 }),
        fc.nat(366),
        (price, of_days, cut) => {
          const days = Math.min(cut, of_days)
          const period = { starts_on: "2027-01-01", ends_on: addDays("2027-01-01", of_days) }
          const { amount_minor } = prorate(price, period, addDays(period.starts_on, of_days - days))
          expect(partOf(price, { days, of_days })).toBe(amount_minor)
        }
      )
    )
  })
})

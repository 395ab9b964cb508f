import fc from "fast-check"
import { Temporal } from "@js-temporal/polyfill"
import { addDays, compareDates, compareInstants } from "../calendar"
import { addInterval, periodIndexAt, periodStart, periodStartInstant } from "../periods"
import type { CalendarDate, CalendarInterval, CalendarUnit } from "../types"

const every = (count: number, unit: CalendarUnit): CalendarInterval => ({ unit, count })

const ZONES = [
  "America/New_York",
  "Europe/Stockholm",
  "Australia/Sydney",
  "Australia/Lord_Howe",
  "America/Santiago",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "America/Sao_Paulo",
  "Africa/Cairo",
  "Asia/Kolkata",
  "Pacific/Auckland",
  "UTC",
]
const UNITS: readonly CalendarUnit[] = ["day", "week", "month", "year"]

/** From 2012: Samoa skipped 30 December 2011, a day that is empty and starts when the next one does. */
const anchors = fc.integer({ min: 0, max: 8_000 }).map((days) => addDays("2012-01-01", days))
const intervals = fc.record({ unit: fc.constantFrom(...UNITS), count: fc.integer({ min: 1, max: 6 }) })
const localTimes = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"))

describe("periods", () => {
  it.each([
    // anchor,      interval,           index, expected,     why
    ["2026-01-31", every(1, "month"), 0, "2026-01-31", "the anchor itself"],
    ["2026-01-31", every(1, "month"), 1, "2026-02-28", "clamps to a short month"],
    ["2026-01-31", every(1, "month"), 2, "2026-03-31", "recovers the anchor day"],
    ["2026-01-31", every(1, "month"), 3, "2026-04-30", "clamps again"],
    ["2026-01-31", every(1, "month"), 25, "2028-02-29", "a leap year gives a day more"],
    ["2026-01-31", every(1, "month"), 102, "2034-07-31", "no drift after 100 periods"],
    ["2024-02-29", every(1, "year"), 1, "2025-02-28", "a leap day in a common year"],
    ["2024-02-29", every(1, "year"), 4, "2028-02-29", "a leap day in a leap year"],
    ["2096-02-29", every(1, "year"), 4, "2100-02-28", "2100 is a common year"],
    ["2024-02-29", every(1, "month"), 1, "2024-03-29", "a leap day month by month"],
    ["2025-11-30", every(3, "month"), 1, "2026-02-28", "a quarter"],
    ["2026-01-05", every(2, "week"), 3, "2026-02-16", "fortnights"],
    ["2026-03-27", every(10, "day"), 1, "2026-04-06", "days over a DST change"],
  ])("TIME-3: anchored on %s every %j, period %i starts %s: %s", (anchor, interval, index, expected) => {
    expect(periodStart(anchor, interval, index)).toBe(expected)
  })

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("TIME-3: refuses period %d", (index) => {
    expect(() => periodStart("2026-01-31", every(1, "month"), index)).toThrow(
      expect.objectContaining({ code: "period_index_invalid" })
    )
  })

  it.each([
    [{ unit: "month", count: 0 }, "no time at all"],
    [{ unit: "month", count: -1 }, "backwards"],
    [{ unit: "month", count: 1.5 }, "fractional"],
    [{ unit: "fortnight", count: 1 }, "an unknown unit"],
    [{ unit: "toString", count: 1 }, "no unit of ours"],
  ])("TIME-3: refuses the interval %j: %s", (interval) => {
    const refusal = expect.objectContaining({ code: "interval_invalid" })
    expect(() => periodStart("2026-01-31", interval as CalendarInterval, 1)).toThrow(refusal)
    expect(() => periodIndexAt("2026-01-31", interval as CalendarInterval, "2026-02-01")).toThrow(refusal)
  })

  it("TIME-3: counts back, refuses a fraction, and refuses to leave the calendar", () => {
    expect(addInterval("2026-03-31", every(1, "month"), -1)).toBe("2026-02-28")
    expect(() => addInterval("2026-03-31", every(1, "month"), 0.5)).toThrow(
      expect.objectContaining({ code: "interval_invalid" })
    )
    for (const times of [8_000, Number.MAX_SAFE_INTEGER, -3_000]) {
      expect(() => addInterval("2026-03-31", every(1, "year"), times)).toThrow(
        expect.objectContaining({ code: "date_invalid" })
      )
    }
  })

  it.each<[string, CalendarInterval, string, number | null, string]>([
    ["2026-01-31", every(1, "month"), "2026-01-30", null, "before the anchor"],
    ["2026-01-31", every(1, "month"), "2026-01-31", 0, "on the anchor"],
    ["2026-01-31", every(1, "month"), "2026-02-27", 0, "the first period's last day"],
    ["2026-01-31", every(1, "month"), "2026-02-28", 1, "a clamped start"],
    ["2026-01-31", every(1, "month"), "2026-03-30", 1, "the day before the anchor day"],
    ["2024-02-29", every(1, "year"), "2025-02-28", 1, "a leap-day anchor"],
    ["2026-01-05", every(2, "week"), "2026-01-18", 0, "the last day of a fortnight"],
  ])("TIME-3: anchored on %s every %j, on %s period %j runs: %s", (anchor, interval, date, expected) => {
    expect(periodIndexAt(anchor, interval, date)).toBe(expected)
  })

  it("TIME-3: the period that runs on a date has started, and the next one has not", () => {
    fc.assert(
      fc.property(anchors, intervals, fc.integer({ min: 0, max: 5_000 }), (anchor, interval, days) => {
        const date = addDays(anchor, days)
        const index = periodIndexAt(anchor, interval, date)
        if (index === null) throw new Error("a date on or after the anchor has a period")
        expect(compareDates(periodStart(anchor, interval, index), date)).toBeLessThanOrEqual(0)
        expect(compareDates(date, periodStart(anchor, interval, index + 1))).toBeLessThan(0)
      })
    )
  })

  it("TIME-3: over 200 periods no start drifts from its anchor day", () => {
    fc.assert(
      fc.property(anchors, intervals, (anchor, interval) => {
        for (let index = 1; index <= 200; index++) {
          expectAnchorDay(anchor, interval.unit, periodStart(anchor, interval, index))
        }
      }),
      { numRuns: 20 }
    )
  })

  it.each(ZONES)("TIME-4: in %s 200 periods rise strictly and keep their wall-clock time", (zone) => {
    fc.assert(
      fc.property(anchors, intervals, localTimes, (anchor, interval, local_time) => {
        let before = "0001-01-01T00:00:00.000Z"
        for (let index = 0; index <= 200; index++) {
          const start = periodStartInstant({ anchor, interval, index, local_time, zone })
          if (compareInstants(before, start) >= 0)
            throw new Error(`period ${index} starts at ${start}, after ${before}`)
          expectWallClock(start, `${periodStart(anchor, interval, index)}T${local_time}`, zone)
          before = start
        }
      }),
      { numRuns: 5 }
    )
  })

  it.each([
    ["2026-01-25", 2, "2026-03-24T23:00:00.000Z", "winter"],
    ["2026-01-25", 3, "2026-04-24T22:00:00.000Z", "summer: midnight is an hour earlier in UTC"],
  ])("TIME-4: without a time, period of %s, index %i, starts with the local day: %s, in %s", (...row) => {
    const [anchor, index, expected] = row
    const input = { anchor, interval: every(1, "month"), index, zone: "Europe/Stockholm" }
    expect(periodStartInstant(input)).toBe(expected)
  })

  it("TIME-4: a day that a place skipped is empty: it starts when the next one does", () => {
    const [skipped, next] = [0, 1].map((index) =>
      periodStartInstant({ anchor: "2011-12-30", interval: every(1, "day"), index, zone: "Pacific/Apia" })
    )
    expect(skipped).toBe(next)
  })
})

function expectAnchorDay(anchor: CalendarDate, unit: CalendarUnit, start: CalendarDate): void {
  const [from, to] = [Temporal.PlainDate.from(anchor), Temporal.PlainDate.from(start)]
  if (unit === "day") return
  const kept =
    unit === "week"
      ? to.dayOfWeek === from.dayOfWeek
      : to.day === Math.min(from.day, to.daysInMonth) && (unit === "month" || to.month === from.month)
  if (!kept) throw new Error(`${start} drifted from ${anchor}`)
}

/** The wall clock shows what was asked for, or, where DST skips that, a time at most an hour later. */
function expectWallClock(start: string, wanted: string, zone: string): void {
  const shown = Temporal.Instant.from(start).toZonedDateTimeISO(zone).toPlainDateTime()
  const late = Temporal.PlainDateTime.from(wanted).until(shown, { largestUnit: "minute" }).minutes
  if (late === 0) return
  expect([30, 60]).toContain(late)
  const exists = Temporal.PlainDateTime.from(wanted)
  expect(() => exists.toZonedDateTime(zone, { disambiguation: "reject" })).toThrow(RangeError)
}

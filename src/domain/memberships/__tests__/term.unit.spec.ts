import fc from "fast-check"
import type { PlanStart } from "../../plans/types"
import { addDays, compareDates, isWithin, localDate, startOfLocalDay } from "../../time/calendar"
import type { CalendarInterval } from "../../time/types"
import { coversInstant, lastDayOf, startOnFirstVisit, termFrom, termInstants, termOf } from "../term"

const month: CalendarInterval = { unit: "month", count: 1 }
const year: CalendarInterval = { unit: "year", count: 1 }
const zone = "Europe/Stockholm"
/** 15 January 2027, half past midnight in Stockholm: still the 14th in UTC. */
const purchased_at = "2027-01-14T23:30:00.000Z"

describe("term at sale", () => {
  it.each<[CalendarInterval | null, string | null, string]>([
    [month, "2027-02-15", "a month"],
    [{ unit: "day", count: 10 }, "2027-01-25", "ten days"],
    [year, "2028-01-15", "a year"],
    [null, null, "unlimited"],
  ])("PLAN-3: starting on purchase for %j ends on %j: %s", (validity, ends_on) => {
    const term = termOf({ starts: "purchase", validity, purchased_at, zone })
    expect(term).toEqual({ starts_on: "2027-01-15", ends_on, latest_starts_on: null })
  })

  it("TIME-1: the day of the purchase is the location's, not UTC's", () => {
    const term = termOf({ starts: "purchase", validity: month, purchased_at, zone: "America/New_York" })
    expect(term.starts_on).toBe("2027-01-14")
  })

  it.each([
    ["2027-01-15", "2027-02-15", "today"],
    ["2027-01-31", "2027-02-28", "the month after is short"],
    ["2028-02-29", "2028-03-29", "a leap day"],
  ])("PLAN-3: starting on the chosen %s ends on %s: %s", (starts_on, ends_on) => {
    const term = termOf({ starts: "chosen_date", validity: month, purchased_at, starts_on, zone })
    expect(term).toEqual({ starts_on, ends_on, latest_starts_on: null })
  })

  it.each<[PlanStart, string | null, object, string]>([
    ["chosen_date", "2027-01-14", { starts_on: "2027-01-14", earliest_on: "2027-01-15" }, "yesterday"],
    ["chosen_date", null, { earliest_on: "2027-01-15" }, "no date at all"],
    ["purchase", "2027-01-20", { starts_on: "2027-01-20" }, "the plan takes none"],
    ["first_visit", "2027-01-20", { starts_on: "2027-01-20" }, "the plan waits for a visit"],
  ])("PLAN-3: a %s plan refuses the start %j: %s", (starts, starts_on, details) => {
    expect(() => termOf({ starts, validity: month, purchased_at, starts_on, zone })).toThrow(
      expect.objectContaining({ code: "start_not_allowed", details: { field: "starts_on", ...details } })
    )
  })

  it("SAFE-1: a chosen start that is no date is refused, naming it", () => {
    const input = {
      starts: "chosen_date",
      validity: month,
      purchased_at,
      starts_on: "2027-02-30",
      zone,
    } as const
    expect(() => termOf(input)).toThrow(
      expect.objectContaining({ code: "date_invalid", details: { field: "starts_on", value: "2027-02-30" } })
    )
  })

  it.each<[CalendarInterval | null, string | null, string]>([
    [month, "2027-02-15", "within a month"],
    [null, null, "whenever they come"],
  ])("PLAN-3: a first-visit plan limited by %j begins by itself on %j: %s", (must_start_within, expected) => {
    const term = termOf({ starts: "first_visit", validity: year, purchased_at, must_start_within, zone })
    expect(term).toEqual({ starts_on: null, ends_on: null, latest_starts_on: expected })
  })
})

describe("first visit", () => {
  it.each<[string, string | null, string, string, string]>([
    ["2027-01-31T22:59:59.999Z", null, "2027-01-31", "2027-02-28", "the last instant of the local day"],
    ["2027-01-31T23:00:00.000Z", null, "2027-02-01", "2027-03-01", "the first of the next"],
    ["2027-01-31T12:00:00.000Z", "2027-02-15", "2027-01-31", "2027-02-28", "before the limit"],
    ["2027-02-15T12:00:00.000Z", "2027-02-15", "2027-02-15", "2027-03-15", "on the day of the limit"],
    [
      "2027-02-20T12:00:00.000Z",
      "2027-02-15",
      "2027-02-15",
      "2027-03-15",
      "after it: it had begun by itself",
    ],
  ])(
    "TERM-2: a visit at %s, limit %j, begins %s to %s: %s",
    (visited_at, latest_starts_on, starts_on, ends_on) => {
      const term = startOnFirstVisit({ visited_at, validity: month, latest_starts_on, zone })
      expect(term).toEqual({ starts_on, ends_on, latest_starts_on: null })
    }
  )
})

describe("terms as instants", () => {
  it("TIME-2: a term that ends on 1 March is valid through the last instant of February", () => {
    const facts = termInstants(termFrom("2027-02-01", month), month, zone)
    expect(facts).toEqual({
      starts_at: "2027-01-31T23:00:00.000Z",
      ends_at: "2027-02-28T23:00:00.000Z",
      latest_term: null,
    })
    expect(coversInstant(facts, "2027-02-28T22:59:59.999Z")).toBe(true)
    expect(coversInstant(facts, "2027-02-28T23:00:00.000Z")).toBe(false)
  })

  it.each([
    ["2027-03-01", "2027-02-28"],
    ["2028-03-01", "2028-02-29"],
    ["2027-01-01", "2026-12-31"],
  ])("TERM-6: a term that ends on %s is valid through %s", (ends_on, expected) => {
    expect(lastDayOf(ends_on)).toBe(expected)
  })

  it("TERM-3: an upcoming membership covers its future term and nothing before it", () => {
    const facts = termInstants(termFrom("2027-06-01", month), month, zone)
    expect(coversInstant(facts, "2027-05-31T21:59:59.999Z")).toBe(false)
    expect(coversInstant(facts, "2027-05-31T22:00:00.000Z")).toBe(true)
  })

  it("TERM-3: a membership without an end covers every instant from its start", () => {
    const facts = termInstants(termFrom("2027-06-01", null), null, zone)
    expect(coversInstant(facts, "2199-01-01T00:00:00.000Z")).toBe(true)
  })

  it("TERM-3: one that waits for its first visit covers every date until it starts", () => {
    const facts = termInstants({ starts_on: null, ends_on: null, latest_starts_on: null }, month, zone)
    expect(facts).toEqual({ starts_at: null, ends_at: null, latest_term: null })
    expect(coversInstant(facts, "2199-01-01T00:00:00.000Z")).toBe(true)
  })

  it("TERM-3: with a limit, it covers dates to the end of the term that begins by itself", () => {
    const facts = termInstants(
      { starts_on: null, ends_on: null, latest_starts_on: "2027-02-15" },
      month,
      zone
    )
    const [starts_at, ends_at] = ["2027-02-14T23:00:00.000Z", "2027-03-14T23:00:00.000Z"] as const
    expect(facts).toEqual({ starts_at: null, ends_at: null, latest_term: { starts_at, ends_at } })
    expect(coversInstant(facts, "2027-01-20T12:00:00.000Z")).toBe(true)
    expect(coversInstant(facts, "2027-03-14T22:59:59.999Z")).toBe(true)
    expect(coversInstant(facts, ends_at)).toBe(false)
  })

  it("TIME-2: an instant lies in a term exactly when its local day does", () => {
    const days = fc.integer({ min: 0, max: 4_000 }).map((count) => addDays("2020-01-01", count))
    const zones = fc.constantFrom("Europe/Stockholm", "America/Santiago", "Africa/Cairo", "Pacific/Auckland")
    const validities = fc.record({
      unit: fc.constantFrom("day" as const, "week" as const, "month" as const, "year" as const),
      count: fc.integer({ min: 1, max: 14 }),
    })
    fc.assert(
      fc.property(
        days,
        validities,
        zones,
        fc.integer({ min: -30, max: 500 }),
        (starts_on, validity, place, offset) => {
          const term = termFrom(starts_on, validity)
          const instant = startOfLocalDay(addDays(starts_on, offset), place)
          const day = localDate(instant, place)
          const inside =
            compareDates(starts_on, day) <= 0 && compareDates(day, lastDayOf(term.ends_on ?? day)) <= 0
          expect(coversInstant(termInstants(term, validity, place), instant)).toBe(inside)
        }
      )
    )
  })

  it("TERM-2: however late the first visit, it lies in the term that it finds, or the term is over", () => {
    const minutes = fc.integer({ min: 0, max: 90 * 24 * 60 })
    fc.assert(
      fc.property(minutes, (minute) => {
        const day = addDays("2027-01-15", Math.floor(minute / 1440))
        const visited_at = startOfLocalDay(day, zone)
        const term = startOnFirstVisit({ visited_at, validity: month, latest_starts_on: "2027-02-15", zone })
        const { starts_at, ends_at } = termInstants(term, month, zone)
        if (starts_at === null) throw new Error("a visit begins the term")
        expect(isWithin(visited_at, { starts_at, ends_at })).toBe(compareDates(day, "2027-03-15") < 0)
      })
    )
  })
})

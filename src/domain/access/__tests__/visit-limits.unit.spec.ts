import type { VisitLimit } from "../../plans/types"
import { limitRange, reachedLimit } from "../visit-limits"
import { membership, NOON } from "./fixtures"

const place = (change: { starts_on?: string | null } = {}) => ({
  membership: membership({ stored: { starts_on: "2026-12-31", ...change } }),
  location_zone: "Europe/Berlin",
})

describe("ranges", () => {
  it.each<[VisitLimit["per"], string, string, string, string]>([
    ["day", NOON, "2027-01-09T23:00:00.000Z", "2027-01-10T23:00:00.000Z", "the local day"],
    [
      "day",
      "2027-03-28T10:00:00.000Z",
      "2027-03-27T23:00:00.000Z",
      "2027-03-28T22:00:00.000Z",
      "of 23 hours",
    ],
    [
      "day",
      "2027-10-31T10:00:00.000Z",
      "2027-10-30T22:00:00.000Z",
      "2027-10-31T23:00:00.000Z",
      "of 25 hours",
    ],
    ["week", NOON, "2027-01-03T23:00:00.000Z", "2027-01-10T23:00:00.000Z", "Sunday ends it"],
    [
      "week",
      "2027-01-10T23:00:00.000Z",
      "2027-01-10T23:00:00.000Z",
      "2027-01-17T23:00:00.000Z",
      "Monday begins it",
    ],
    [
      "period",
      "2027-02-27T22:59:00.000Z",
      "2027-01-30T23:00:00.000Z",
      "2027-02-27T23:00:00.000Z",
      "TIME-3: 31 to 28",
    ],
    [
      "period",
      "2027-02-27T23:00:00.000Z",
      "2027-02-27T23:00:00.000Z",
      "2027-03-30T22:00:00.000Z",
      "and back to 31",
    ],
  ])("PLAN-11: the %s of %s is [%s, %s): %s", (per, at, starts_at, ends_at) => {
    expect(limitRange(per, at, place())).toEqual({ starts_at, ends_at })
  })

  it("PLAN-11: before the first visit, and where nothing recurs, all of the term is the period", () => {
    expect(limitRange("period", NOON, place({ starts_on: null })).ends_at).toBeNull()
    const once = { ...place().membership, plan: { ...place().membership.plan, interval: null } }
    const range = limitRange("period", NOON, { membership: once, location_zone: "Europe/Berlin" })
    expect(range).toEqual({ starts_at: "2026-12-30T23:00:00.000Z", ends_at: null })
  })
})

describe("a month of which the 10th to the 30th of January was on hold", () => {
  const hold = { kind: "hold", starts_on: "2027-01-10", resumes_on: "2027-01-30" } as const
  const held = (extends_by_holds: boolean) => {
    const paid = membership({ stored: { starts_on: "2027-01-01" } })
    const seats = [{ starts_on: null, canceled_on: null, holds: [hold] }]
    const credits = { ...paid.credits, cadence: { ...paid.credits.cadence, extends_by_holds, seats } }
    return { membership: { ...paid, credits }, location_zone: "Europe/Berlin" }
  }
  const days = (at: string, place: ReturnType<typeof held>) => {
    const { starts_at, ends_at } = limitRange("period", at, place)
    return [starts_at, ends_at]
  }
  const before = "2027-01-05T10:00:00.000Z"
  const back = "2027-02-10T10:00:00.000Z"

  it("PLAN-11, HOLD-4: what it pays for goes on after the hold, and its visits are counted together", () => {
    const place = held(true)
    const paid = ["2026-12-31T23:00:00.000Z", "2027-02-20T23:00:00.000Z"]
    expect([days(before, place), days(back, place)]).toEqual([paid, paid])
    expect(days("2027-02-21T10:00:00.000Z", place)).toEqual([paid[1], "2027-03-20T23:00:00.000Z"])
    const twice: VisitLimit[] = [{ count: 2, per: "period" }]
    const visits = ["2027-01-05T08:00:00.000Z", "2027-01-06T08:00:00.000Z"]
    expect(reachedLimit(twice, visits, back, place)).toEqual(twice[0])
    expect(reachedLimit(twice, visits, "2027-02-21T10:00:00.000Z", place)).toBeNull()
  })

  it("PLAN-11, HOLD-4: where dues are skipped instead, its months stay as they are", () => {
    expect(days(back, held(false))).toEqual(["2027-01-31T23:00:00.000Z", "2027-02-28T23:00:00.000Z"])
  })
})

it("PLAN-11: of several limits the first that is full is told", () => {
  const limits: VisitLimit[] = [
    { count: 2, per: "day" },
    { count: 3, per: "week" },
  ]
  const visits = ["2027-01-10T08:00:00.000Z", "2027-01-08T08:00:00.000Z", "2027-01-07T08:00:00.000Z"]
  expect(reachedLimit(limits, visits, NOON, place())).toEqual({ count: 3, per: "week" })
  expect(reachedLimit(limits, visits.slice(0, 2), NOON, place())).toBeNull()
})

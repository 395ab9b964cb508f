import fc from "fast-check"
import { compareInstants, toInstant } from "../calendar"
import { advance } from "../durations"

describe("advancing the clock", () => {
  it.each([
    // from,                       by,        zone,               to,                         why
    ["2026-01-31T09:00:00.000Z", "P1M", "UTC", "2026-02-28T09:00:00.000Z", "a month clamps"],
    ["2026-03-28T09:00:00.000Z", "P1D", "Europe/Stockholm", "2026-03-29T08:00:00.000Z", "a day of 23 hours"],
    ["2026-03-28T09:00:00.000Z", "PT24H", "Europe/Stockholm", "2026-03-29T09:00:00.000Z", "24 exact hours"],
    ["2026-10-24T09:00:00.000Z", "P1D", "Europe/Stockholm", "2026-10-25T10:00:00.000Z", "a day of 25 hours"],
    [
      "2026-03-28T01:30:00.000Z",
      "P1D",
      "Europe/Stockholm",
      "2026-03-29T01:30:00.000Z",
      "02:30 is skipped: 03:30",
    ],
    ["2026-01-01T00:00:00.000Z", "P2W", "UTC", "2026-01-15T00:00:00.000Z", "weeks"],
    ["2026-01-01T00:00:00.000Z", "P1DT1H30M", "UTC", "2026-01-02T01:30:00.000Z", "days and hours"],
    ["2026-01-01T00:00:00.000Z", "PT0S", "UTC", "2026-01-01T00:00:00.000Z", "nothing"],
    ["2026-01-01T00:00:00.000Z", "PT0.0019S", "UTC", "2026-01-01T00:00:00.001Z", "cut to milliseconds"],
  ])("TIME-5: %s and %s in %s is %s: %s", (from, by, zone, expected) => {
    expect(advance(from, by, zone)).toBe(expected)
  })

  it.each(["-P1D", "P", "1 month", "", "P1M1M"])("SAFE-1: refuses the duration %j", (duration) => {
    expect(() => advance("2026-01-01T00:00:00.000Z", duration, "UTC")).toThrow(
      expect.objectContaining({ code: "interval_invalid", details: { field: "duration", duration } })
    )
  })

  it.each(["P7974Y", "P999999Y"])("SAFE-1: refuses to leave the calendar by %s", (duration) => {
    expect(() => advance("2026-01-01T00:00:00.000Z", duration, "UTC")).toThrow(
      expect.objectContaining({ code: "date_invalid" })
    )
  })

  it("TIME-5: never goes back", () => {
    const zones = ["America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "UTC"]
    const part = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(
        fc.tuple(part, part, part),
        fc.constantFrom(...zones),
        part,
        ([months, days, hours], zone, minute) => {
          const from = toInstant(`2026-03-08T06:${String(minute).padStart(2, "0")}Z`)
          const to = advance(from, `P${months}M${days}DT${hours}H`, zone)
          expect(compareInstants(from, to)).toBeLessThanOrEqual(0)
        }
      )
    )
  })
})

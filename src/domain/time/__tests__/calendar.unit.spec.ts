import fc from "fast-check"
import {
  addDays,
  assertCalendarDate,
  atLocalTime,
  compareDates,
  compareInstants,
  daysBetween,
  hasCome,
  isWithin,
  localDate,
  localTime,
  startOfLocalDay,
  toInstant,
} from "../calendar"

describe("calendar dates", () => {
  it.each([["2026-02-28"], ["2024-02-29"], ["0001-01-01"], ["9999-12-31"]])("TIME-1: takes %s", (date) => {
    expect(assertCalendarDate(date)).toBe(date)
  })

  it.each([
    ["2026-02-29", "no leap year"],
    ["2026-13-01", "no such month"],
    ["2026-1-1", "not padded"],
    ["2026-01-01T00:00", "carries a time"],
    ["20260101", "without hyphens"],
    ["0000-01-01", "the database has no year 0"],
    ["+010000-01-01", "text order ends with 9999"],
    ["", "nothing"],
  ])("SAFE-1: refuses %j, naming the field: %s", (date) => {
    expect(() => assertCalendarDate(date, "starts_on")).toThrow(
      expect.objectContaining({ code: "date_invalid", details: { field: "starts_on", value: date } })
    )
  })

  it("counts days over a leap day and back", () => {
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01")
    expect(addDays("2024-03-01", -2)).toBe("2024-02-28")
    expect(daysBetween({ from: "2024-02-28", to: "2024-03-01" })).toBe(2)
    expect(daysBetween({ from: "2024-03-01", to: "2024-02-28" })).toBe(-2)
  })

  it("refuses to count beyond the last year", () => {
    expect(() => addDays("9999-12-31", 1)).toThrow(expect.objectContaining({ code: "date_invalid" }))
  })

  it("orders dates, and takes anything else for a bug", () => {
    const days = ["2026-03-01", "2025-12-31", "2026-02-28"]
    expect(days.sort(compareDates)).toEqual(["2025-12-31", "2026-02-28", "2026-03-01"])
    expect(compareDates("2026-03-01", "2026-03-01")).toBe(0)
    expect(() => compareDates("2026-3-1", "2026-03-01")).toThrow("Invariant broken")
  })
})

describe("instants", () => {
  it.each([
    ["2026-07-01T12:00:00+02:00", "2026-07-01T10:00:00.000Z", "to UTC"],
    ["2026-07-01T12:00:00Z", "2026-07-01T12:00:00.000Z", "with milliseconds"],
    ["2026-07-01T12:00Z", "2026-07-01T12:00:00.000Z", "without seconds"],
    ["2026-07-01T12:00:00.999999Z", "2026-07-01T12:00:00.999Z", "cut, never rounded into the next day"],
    ["2026-07-01T00:30:00+05:45", "2026-06-30T18:45:00.000Z", "an offset with minutes"],
  ])("TIME-1: reads %s as %s: %s", (value, expected) => {
    expect(toInstant(value)).toBe(expected)
  })

  it.each([
    ["2026-07-01T12:00:00", "no offset: nobody knows when"],
    ["2026-07-01", "a day"],
    ["2026-02-30T00:00:00Z", "no such day"],
    ["+010000-01-01T00:00:00Z", "text order ends with 9999"],
    ["0000-06-01T00:00:00Z", "the database has no year 0"],
    ["now", "no date"],
  ])("SAFE-1: refuses %j: %s", (value) => {
    expect(() => toInstant(value, "purchased_at")).toThrow(
      expect.objectContaining({ code: "date_invalid", details: { field: "purchased_at", value } })
    )
  })

  it("orders instants, and takes one that was not normalised for a bug", () => {
    const [early, late] = ["2026-01-01T00:00:00.000Z", "2026-01-01T00:00:00.001Z"] as const
    expect(compareInstants(early, late)).toBe(-1)
    expect(compareInstants(late, early)).toBe(1)
    expect(compareInstants(late, late)).toBe(0)
    expect(() => compareInstants("2026-01-01T00:00:00Z", late)).toThrow("Invariant broken")
  })

  const range = { starts_at: "2027-02-01T00:00:00.000Z", ends_at: "2027-03-01T00:00:00.000Z" }
  it.each([
    ["2027-01-31T23:59:59.999Z", false, "before"],
    ["2027-02-01T00:00:00.000Z", true, "its start belongs to it"],
    ["2027-02-28T23:59:59.999Z", true, "its last millisecond"],
    ["2027-03-01T00:00:00.000Z", false, "its end does not"],
  ])("TIME-2: %s within February is %s: %s", (instant, expected) => {
    expect(isWithin(instant, range)).toBe(expected)
  })

  it("TIME-2: null is no end, and never comes", () => {
    expect(isWithin("9999-01-01T00:00:00.000Z", { ...range, ends_at: null })).toBe(true)
    expect(hasCome(null, "9999-01-01T00:00:00.000Z")).toBe(false)
  })
})

describe("a day at a place", () => {
  it.each([
    ["2026-06-30T22:30:00.000Z", "Europe/Berlin", "2026-07-01", "already tomorrow in the east"],
    ["2026-07-01T03:00:00.000Z", "America/New_York", "2026-06-30", "still yesterday in the west"],
    ["2026-06-30T18:15:00.000Z", "Asia/Kathmandu", "2026-07-01", "at +05:45 midnight is at 18:15 UTC"],
    ["2026-06-30T18:14:59.999Z", "Asia/Kathmandu", "2026-06-30", "and not a millisecond before"],
  ])("TIME-1: at %s it is, in %s, %s: %s", (instant, zone, expected) => {
    expect(localDate(instant, zone)).toBe(expected)
  })

  it.each([
    ["2026-07-01T10:05:59.999Z", "Europe/Berlin", "12:05", "summer time; seconds are cut"],
    ["2026-06-30T18:14:00.000Z", "Asia/Kathmandu", "23:59", "at +05:45"],
    ["2026-06-30T18:15:00.000Z", "Asia/Kathmandu", "00:00", "midnight"],
  ])("TIME-1: at %s the clocks in %s show %s: %s", (instant, zone, expected) => {
    expect(localTime(instant, zone)).toBe(expected)
  })

  it.each([
    ["2027-03-01", "Europe/Berlin", "2027-02-28T23:00:00.000Z", "midnight"],
    [
      "2024-09-08",
      "America/Santiago",
      "2024-09-08T04:00:00.000Z",
      "midnight skipped: the day starts at 01:00",
    ],
    ["2024-04-26", "Africa/Cairo", "2024-04-25T22:00:00.000Z", "midnight skipped in Egypt, too"],
    [
      "2018-11-04",
      "America/Sao_Paulo",
      "2018-11-04T03:00:00.000Z",
      "midnight skipped, as Brazil did until 2018",
    ],
    ["2020-11-01", "America/Havana", "2020-11-01T04:00:00.000Z", "midnight twice: the earlier"],
    ["2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00.000Z", "Samoa skipped the whole day"],
    [
      "2040-07-01",
      "Europe/Berlin",
      "2040-06-30T22:00:00.000Z",
      "summer time far ahead, which a membership can reach",
    ],
    ["2040-07-01", "America/New_York", "2040-07-01T04:00:00.000Z", "summer time far ahead, overseas"],
  ])("TIME-4: %s in %s starts at %s: %s", (date, zone, expected) => {
    expect(startOfLocalDay(date, zone)).toBe(expected)
  })

  it.each([
    ["2026-03-29", "02:30", "Europe/Stockholm", "2026-03-29T01:30:00.000Z", "skipped: forward to 03:30"],
    ["2026-10-25", "02:30", "Europe/Stockholm", "2026-10-25T00:30:00.000Z", "twice: the earlier"],
    ["2026-10-25", "03:00", "Europe/Stockholm", "2026-10-25T02:00:00.000Z", "once again after it"],
    [
      "2026-10-04",
      "02:10",
      "Australia/Lord_Howe",
      "2026-10-03T15:40:00.000Z",
      "a gap of half an hour: 02:40",
    ],
    ["2026-04-05", "01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00.000Z", "twice in half an hour"],
    ["2026-07-01", "18:00", "Asia/Kolkata", "2026-07-01T12:30:00.000Z", "no DST"],
    ["2026-07-01", "23:59", "UTC", "2026-07-01T23:59:00.000Z", "the last minute"],
  ])("TIME-4: %s %s in %s is %s: %s", (date, time, zone, expected) => {
    expect(atLocalTime(date, time, zone)).toBe(expected)
  })

  it.each(["24:00", "9:00", "09:60", "09:00:00", "", "T09:00"])("SAFE-1: refuses the time %j", (time) => {
    expect(() => atLocalTime("2026-07-01", time, "UTC")).toThrow(
      expect.objectContaining({ code: "date_invalid", details: { field: "local_time", value: time } })
    )
  })

  it("TIME-1: an unknown zone is refused wherever one is taken", () => {
    const refusal = expect.objectContaining({ code: "time_zone_invalid" })
    expect(() => localDate("2026-07-01T00:00:00.000Z", "Mars/Base")).toThrow(refusal)
    expect(() => startOfLocalDay("2026-07-01", "Mars/Base")).toThrow(refusal)
    expect(() => atLocalTime("2026-07-01", "00:00", "Mars/Base")).toThrow(refusal)
  })

  it("TIME-2: every instant lies in the half-open local day that it is dated with", () => {
    const zones = [
      "America/Santiago",
      "Africa/Cairo",
      "Australia/Lord_Howe",
      "Europe/Stockholm",
      "Asia/Kathmandu",
    ]
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 * 24 * 60 }),
        fc.constantFrom(...zones),
        (minute, zone) => {
          const [day, rest] = [Math.floor(minute / 1440), minute % 1440]
          const clock = `${String(Math.floor(rest / 60)).padStart(2, "0")}:${String(rest % 60).padStart(2, "0")}`
          const instant = toInstant(`${addDays("1990-01-01", day)}T${clock}Z`)
          const date = localDate(instant, zone)
          const [starts_at, ends_at] = [startOfLocalDay(date, zone), startOfLocalDay(addDays(date, 1), zone)]
          expect(isWithin(instant, { starts_at, ends_at })).toBe(true)
        }
      )
    )
  })
})

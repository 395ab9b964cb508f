import { isWithinWindows, writeWindows } from "../time-windows"

const EARLY = [{ weekdays: [7], from: "06:00", until: "09:00" }]

describe("windows", () => {
  // The Sundays on which clocks change. In Sydney they go forward in October and back in April.
  it.each<[string, string, boolean, string]>([
    [
      "America/New_York",
      "2027-03-14T09:59:00.000Z",
      false,
      "05:59 summer time, the clock has sprung from 2 to 3",
    ],
    ["America/New_York", "2027-03-14T10:00:00.000Z", true, "06:00 summer time"],
    ["America/New_York", "2027-03-14T12:59:59.999Z", true, "the last instant before 09:00"],
    ["America/New_York", "2027-03-14T13:00:00.000Z", false, "09:00 is outside"],
    ["America/New_York", "2027-11-07T10:59:00.000Z", false, "05:59 winter time"],
    ["America/New_York", "2027-11-07T11:00:00.000Z", true, "06:00 winter time"],
    ["America/New_York", "2027-11-07T14:00:00.000Z", false, "09:00 winter time"],
    ["Europe/Stockholm", "2027-03-28T03:59:00.000Z", false, "05:59 summer time"],
    ["Europe/Stockholm", "2027-03-28T04:00:00.000Z", true, "06:00 summer time"],
    ["Europe/Stockholm", "2027-03-28T07:00:00.000Z", false, "09:00 summer time"],
    ["Europe/Stockholm", "2027-10-31T04:59:00.000Z", false, "05:59 winter time"],
    ["Europe/Stockholm", "2027-10-31T05:00:00.000Z", true, "06:00 winter time"],
    ["Europe/Stockholm", "2027-10-31T08:00:00.000Z", false, "09:00 winter time"],
    ["Australia/Sydney", "2027-04-03T19:59:00.000Z", false, "05:59 winter time"],
    ["Australia/Sydney", "2027-04-03T20:00:00.000Z", true, "06:00 winter time"],
    ["Australia/Sydney", "2027-04-03T23:00:00.000Z", false, "09:00 winter time"],
    ["Australia/Sydney", "2027-10-02T18:59:00.000Z", false, "05:59 summer time"],
    ["Australia/Sydney", "2027-10-02T19:00:00.000Z", true, "06:00 summer time"],
    ["Australia/Sydney", "2027-10-02T22:00:00.000Z", false, "09:00 summer time"],
  ])("PLAN-11, TIME-4: in %s at %s is 06:00–09:00 open: %s, %s", (zone, at, expected) => {
    expect(isWithinWindows(EARLY, at, zone)).toBe(expected)
  })

  it("PLAN-11: a window that is open twice, because clocks go back, is open both times", () => {
    const night = [{ weekdays: [7], from: "02:00", until: "03:00" }]
    expect(isWithinWindows(night, "2027-10-31T00:30:00.000Z", "Europe/Stockholm")).toBe(true)
    expect(isWithinWindows(night, "2027-10-31T01:30:00.000Z", "Europe/Stockholm")).toBe(true)
    expect(isWithinWindows(night, "2027-10-31T02:00:00.000Z", "Europe/Stockholm")).toBe(false)
  })

  it.each([
    [[{ weekdays: [1, 2, 3, 4, 5], from: "09:00", until: "16:00" }], "Monday–Friday 09:00–16:00"],
    [[{ weekdays: [6, 2], from: "22:00", until: null }], "Tuesday, Saturday 22:00–24:00"],
    [
      [
        { weekdays: [1], from: "09:00", until: "12:00" },
        { weekdays: [7], from: "10:00", until: "11:00" },
      ],
      "Monday 09:00–12:00, Sunday 10:00–11:00",
    ],
  ])("%j is written as %s", (windows, expected) => {
    expect(writeWindows(windows)).toBe(expected)
  })
})

import { validateOpeningHours } from "../opening-hours"

const line = (weekdays: number[], opens: string, closes: string) => ({ weekdays, opens, closes })

describe("opening hours", () => {
  it("takes split days and hours to the end of the day", () => {
    const hours = [line([1, 2], "06:00", "12:00"), line([1], "12:00", "24:00"), line([7], "08:00", "09:00")]
    expect(validateOpeningHours(hours)).toBe(hours)
  })

  it.each([
    ["no weekday", [line([], "06:00", "12:00")], "opening_hours.0.weekdays"],
    ["an eighth day", [line([8], "06:00", "12:00")], "opening_hours.0.weekdays"],
    ["a day twice", [line([1, 1], "06:00", "12:00")], "opening_hours.0.weekdays"],
    ["no time of day", [line([1], "6", "12:00")], "opening_hours.0.opens"],
    ["hours over midnight", [line([1], "22:00", "02:00")], "opening_hours.0.closes"],
    ["no length", [line([1], "22:00", "22:00")], "opening_hours.0.closes"],
    ["an overlap", [line([1], "06:00", "12:00"), line([1, 2], "11:59", "13:00")], "opening_hours.1.opens"],
  ])("SAFE-1: refuses %s, naming the field", (_why, hours, field) => {
    expect(() => validateOpeningHours(hours)).toThrow(
      expect.objectContaining({ code: "opening_hours_invalid", details: { field } })
    )
  })
})

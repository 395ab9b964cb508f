import fc from "fast-check"
import { addDays, compareDates } from "../../time/calendar"
import { ageOn, birthdayOn } from "../age"
import { validateDateOfBirth } from "../date-of-birth"

const births = fc.integer({ min: 0, max: 45_000 }).map((days) => addDays("1900-01-01", days))

describe("date of birth", () => {
  const today = "2026-07-01"

  it.each([
    ["2026-07-01", "born today"],
    ["1990-05-17", "an adult"],
    ["1896-07-01", "130 today"],
    ["2024-02-29", "a leap day"],
  ])("PEOPLE-1: takes %s: %s", (date) => {
    expect(validateDateOfBirth(date, today)).toBe(date)
  })

  it.each([
    ["2026-07-02", "date_of_birth_invalid", "tomorrow"],
    ["1896-06-30", "date_of_birth_invalid", "over 130 years ago by a day"],
    ["0090-05-17", "date_of_birth_invalid", "a year typed with two digits"],
    ["2025-02-29", "date_invalid", "no such day"],
    ["17.05.1990", "date_invalid", "another way of writing"],
  ])("PEOPLE-1: refuses %s with %s: %s", (date, code) => {
    expect(() => validateDateOfBirth(date, today)).toThrow(
      expect.objectContaining({ code, details: expect.objectContaining({ field: "date_of_birth" }) })
    )
  })
})

describe("age", () => {
  it.each([
    ["1990-05-17", "2026-05-16", 35, "the day before the birthday"],
    ["1990-05-17", "2026-05-17", 36, "the birthday"],
    ["2026-07-01", "2026-07-01", 0, "the day of birth"],
    ["2026-07-01", "2026-06-30", -1, "before the birth"],
    ["2004-02-29", "2025-02-28", 20, "a leap day's child on 28 February of a common year"],
    ["2004-02-29", "2025-03-01", 21, "and on 1 March"],
    ["2004-02-29", "2024-02-28", 19, "on 28 February of a leap year"],
    ["2004-02-29", "2024-02-29", 20, "on 29 February of a leap year"],
    ["2096-02-29", "2100-02-28", 3, "2100 is a common year"],
  ])("PEOPLE-4: born %s, on %s, is %i: %s", (date_of_birth, date, age) => {
    expect(ageOn(date_of_birth, date)).toBe(age)
  })

  it.each<[string, number, string | null, string]>([
    ["2004-02-29", 21, "2025-03-01", "a leap day's child in a common year"],
    ["2004-02-29", 20, "2024-02-29", "in a leap year"],
    ["2004-02-29", 96, "2100-03-01", "2100 is a common year"],
    ["1990-05-17", 0, "1990-05-17", "the birth"],
    ["1990-05-17", 8_010, null, "beyond the calendar"],
  ])("PEOPLE-5: born %s, is %i from %s: %s", (date_of_birth, age, expected) => {
    expect(birthdayOn(date_of_birth, age)).toBe(expected)
  })

  it.each([-1, 1.5])("PEOPLE-5: an age of %d is a bug", (age) => {
    expect(() => birthdayOn("1990-05-17", age)).toThrow("Invariant broken")
  })

  it("PEOPLE-4: turns a year older on the birthday and not a day before", () => {
    fc.assert(
      fc.property(births, fc.integer({ min: 1, max: 130 }), (date_of_birth, age) => {
        const birthday = birthdayOn(date_of_birth, age)
        if (birthday === null) throw new Error("nobody lives that long")
        expect(ageOn(date_of_birth, birthday)).toBe(age)
        expect(ageOn(date_of_birth, addDays(birthday, -1))).toBe(age - 1)
      })
    )
  })

  it("PEOPLE-4: never falls", () => {
    fc.assert(
      fc.property(births, births, births, (date_of_birth, a, b) => {
        const [sooner, later] = [a, b].sort(compareDates) as [string, string]
        expect(ageOn(date_of_birth, sooner)).toBeLessThanOrEqual(ageOn(date_of_birth, later))
      })
    )
  })
})

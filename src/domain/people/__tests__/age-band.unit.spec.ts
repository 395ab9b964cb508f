import { ageBand } from "../age-band"

const named = (name: string, min_age: number | null, max_age: number | null, requires_proof = false) => ({
  ...{ id: name, name, min_age, max_age, requires_proof },
})
const studio = [
  named("Adult", 18, null),
  named("Child", null, 17),
  named("Senior", 65, null),
  named("Student", 16, 30, true),
  named("Guest", null, null),
]

describe("age bands", () => {
  it.each<[string | null, string | null, string]>([
    ["2012-03-01", "Child", "under 18"],
    ["2009-01-10", "Adult", "18 today"],
    ["2009-01-11", "Child", "18 tomorrow"],
    ["1950-01-01", "Senior", "of two the narrower"],
    [null, null, "no date of birth"],
  ])("ACCESS-7, PEOPLE-6: born on %s is %s: %s", (born, expected) => {
    expect(ageBand(born, studio, "2027-01-10")).toBe(expected)
  })

  it.each([
    ["2027-02-28", "Child", "one born on 29 February"],
    ["2027-03-01", "Adult", "turns 18 on 1 March"],
    ["2026-02-28", "Child", "and is 17 the year before"],
  ])("PEOPLE-4: on %s somebody of a leap day is %s: %s", (today, expected) => {
    expect(ageBand("2008-02-29", [named("Adult", 19, null), named("Child", null, 18)], today)).toBe(expected)
  })
})

import { freeHandle, handleOf } from "../handle"
import { planOfKind } from "../kinds"
import { planWithDefaults } from "../defaults"
import { planProblems } from "../validate-plan"

describe("a plan's handle", () => {
  it.each([
    // name,               handle,               why
    ["Yoga für Anfänger!", "yoga-fur-anfanger", "accents go, the letters stay"],
    ["  Family  ", "family", "nothing is left at the ends"],
    ["Große Straße", "grosse-strasse", "ß is two letters"],
    ["ヨガ 10", "ヨガ-10", "letters of any script are letters"],
    ["2 × Week", "2-week", "what is neither letter nor digit is one dash"],
    ["!!!", "plan", "a name without any letter still has one"],
  ])("PLAN-1: of %j is %j: %s", (name, handle) => {
    expect(handleOf(name)).toBe(handle)
  })

  it.each([
    [[], "family"],
    [["family"], "family-2"],
    [["family", "family-2", "family-3"], "family-4"],
    [["family-2"], "family"],
  ])("PLAN-1: with %j taken, Family is %s", (taken, free) => {
    expect(freeHandle("family", new Set(taken))).toBe(free)
  })
})

it.each(["membership", "credit_pack"] as const)("PLAN-1: a new %s is valid as it begins", (kind) => {
  const fresh = { name: "New", handle: "new", kind, audience: "individual" as const, ...planOfKind(kind) }
  expect(planProblems(planWithDefaults(fresh))).toEqual([])
})

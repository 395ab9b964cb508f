import fc from "fast-check"
import { addDays, daysBetween } from "../../time/calendar"
import { type StopsQualifying, stopsQualifyingOn } from "../ageing-out"
import { qualify } from "../qualification"
import type { Classification, Person, Proof } from "../types"

const classification = (changes: Partial<Classification> = {}): Classification => ({
  id: "class_1",
  name: "Child",
  min_age: null,
  max_age: null,
  requires_proof: false,
  ...changes,
})
const person = (date_of_birth: string | null, ...proofs: Proof[]): Person => ({ date_of_birth, proofs })
const proof = (expires_on: string | null, classification_id = "class_1"): Proof => ({
  classification_id,
  expires_on,
})

const child = classification({ min_age: 5, max_age: 8 })
const student = classification({ requires_proof: true })
const youngStudent = classification({ max_age: 25, requires_proof: true })

describe("qualification", () => {
  it.each<[Person, Classification | null, string, string]>([
    // person,                 classification, on,       why
    [person(null), null, "2026-07-01", "everybody is Any"],
    [person("2021-07-01"), child, "2026-07-01", "five today"],
    [person("2017-07-02"), child, "2026-07-01", "nine tomorrow: the maximum is inclusive"],
    [person(null), classification(), "2026-07-01", "an unknown age where no age is set"],
    [person(null, proof(null)), student, "2026-07-01", "an unknown age where only proof is needed"],
    [person(null, proof("2026-07-01")), student, "2026-07-01", "a proof on its last day"],
    [
      person(null, proof("2020-01-01"), proof("2027-01-01")),
      student,
      "2026-07-01",
      "one valid proof is enough",
    ],
    [person("2001-02-28", proof(null)), youngStudent, "2026-07-01", "age and proof"],
  ])("PEOPLE-4: %j meets %j on %s: %s", (who, wanted, on) => {
    expect(qualify(who, wanted, on)).toEqual({ qualifies: true })
  })

  it.each([
    [person("2021-07-02"), child, "2026-07-01", "too_young", "five tomorrow"],
    [person("2017-07-01"), child, "2026-07-01", "too_old", "nine today"],
    [person("2020-02-29"), child, "2025-02-28", "too_young", "a leap day's child turns five on 1 March"],
    [person(null), child, "2026-07-01", "age_unknown", "an age limit and no date of birth"],
    [person(null), classification({ max_age: 8 }), "2026-07-01", "age_unknown", "a maximum alone is a limit"],
    [
      person(null),
      classification({ min_age: 0 }),
      "2026-07-01",
      "age_unknown",
      "and so is a minimum of zero",
    ],
    [person("1990-01-01"), student, "2026-07-01", "proof_missing", "no proof"],
    [
      person(null, proof(null, "class_2")),
      student,
      "2026-07-01",
      "proof_missing",
      "a proof of something else",
    ],
    [person(null, proof("2026-06-30")), student, "2026-07-01", "proof_expired", "the day after its last"],
    [person("1990-01-01"), youngStudent, "2026-07-01", "too_old", "the age is looked at first"],
  ])("PEOPLE-4: %j does not meet %j on %s, %s: %s", (who, wanted, on, reason) => {
    expect(qualify(who, wanted, on)).toEqual({
      qualifies: false,
      reason,
      message: expect.stringContaining("."),
    })
  })

  it("PEOPLE-6: no refusal tells the date of birth or the age", () => {
    const refusal = qualify(person("1987-07-01"), child, "2026-07-01")
    expect(JSON.stringify(refusal)).not.toMatch(/1987|39/)
  })
})

describe("ageing out", () => {
  it.each<[Person, Classification | null, StopsQualifying | null, string]>([
    [person("2017-07-02"), child, { on: "2026-07-02", reason: "too_old" }, "the ninth birthday"],
    [
      person("2020-02-29"),
      child,
      { on: "2029-03-01", reason: "too_old" },
      "a leap day's child in a common year",
    ],
    [
      person(null, proof("2026-12-31")),
      student,
      { on: "2027-01-01", reason: "proof_expired" },
      "after the last day",
    ],
    [
      person(null, proof("2026-12-31"), proof("2027-12-31")),
      student,
      { on: "2028-01-01", reason: "proof_expired" },
      "the latest proof counts",
    ],
    [
      person("2001-01-01", proof("2026-08-31")),
      youngStudent,
      { on: "2026-09-01", reason: "proof_expired" },
      "the proof ends first",
    ],
    [
      person("2001-01-01", proof("2027-08-31")),
      youngStudent,
      { on: "2027-01-01", reason: "too_old" },
      "the age ends first",
    ],
    [
      person("2001-01-01", proof("2026-12-31")),
      youngStudent,
      { on: "2027-01-01", reason: "too_old" },
      "both on one day: the age is looked at first",
    ],
    [person("2017-07-01"), child, { on: "2026-07-01", reason: "too_old" }, "already too old"],
    [person("2024-07-01"), child, { on: "2026-07-01", reason: "too_young" }, "not old enough yet"],
    [person("1950-01-01"), classification({ min_age: 65 }), null, "nobody gets younger"],
    [person(null), null, null, "Any for ever"],
    [person(null, proof(null), proof("2026-12-31")), student, null, "one proof never expires"],
    [person(null, proof("9999-12-31")), student, null, "a way of writing never"],
    [person("1990-01-01"), classification({ max_age: 9_999 }), null, "beyond the calendar"],
  ])("PEOPLE-5: from 2026-07-01 %j meets %j until %j: %s", (who, wanted, expected) => {
    expect(stopsQualifyingOn(who, wanted, "2026-07-01")).toEqual(expected)
  })

  it("PEOPLE-5: who qualifies does so on every day until the one foretold, and not on that", () => {
    const days = fc.integer({ min: 0, max: 4_000 }).map((count) => addDays("2015-01-01", count))
    const ages = fc.option(fc.integer({ min: 0, max: 12 }))
    const people = fc.record({
      date_of_birth: fc.option(days),
      proofs: fc.array(
        fc.record({ classification_id: fc.constantFrom("class_1", "class_2"), expires_on: fc.option(days) }),
        { maxLength: 3 }
      ),
    })
    const wanted = fc
      .record({ min_age: ages, max_age: ages, requires_proof: fc.boolean() })
      .map((facts) => classification(facts))
    fc.assert(
      fc.property(people, fc.option(wanted), days, (who, asked, from) => {
        const stops = stopsQualifyingOn(who, asked, from)
        const length = stops ? daysBetween({ from, to: stops.on }) : 6_000
        // As nothing can both end and begin again, some days and the last one stand for all of them.
        const offsets = [
          0,
          1,
          ...Array.from({ length: 20 }, (_, step) => Math.floor((length * step) / 20)),
          length - 1,
        ]
        for (const offset of offsets.filter((days) => days >= 0 && days < length)) {
          expect(qualify(who, asked, addDays(from, offset))).toEqual({ qualifies: true })
        }
        if (stops)
          expect(qualify(who, asked, stops.on)).toMatchObject({ qualifies: false, reason: stops.reason })
      }),
      { numRuns: 300 }
    )
  })
})

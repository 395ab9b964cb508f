import type { HouseholdPerson } from "../households"
import {
  assertMergeConfirmed,
  mergedAccount,
  mergedFacts,
  mergedHousehold,
  type MergeNotice,
  type PersonalFacts,
  proofsToMove,
} from "../merge"
import type { Proof } from "../types"

const known = (rest: Partial<PersonalFacts> = {}): PersonalFacts => ({
  ...{ last_name: null, date_of_birth: null, email: null, phone: null, photo_url: null, notes: null },
  ...rest,
})

describe("what is known of one person", () => {
  it.each<[string, Partial<PersonalFacts>, Partial<PersonalFacts>, Partial<PersonalFacts>, string[]]>([
    ["nothing of either", {}, {}, {}, []],
    [
      "blanks are filled",
      { phone: "1", date_of_birth: "1990-01-01" },
      {},
      { phone: "1", date_of_birth: "1990-01-01" },
      ["facts_taken phone,date_of_birth"],
    ],
    [
      "whose stays wins",
      { email: "a@x.test", phone: "1" },
      { email: "b@x.test" },
      { email: "b@x.test", phone: "1" },
      ["facts_taken phone", "facts_given_up email"],
    ],
    ["the same is no news", { email: "a@x.test" }, { email: "a@x.test" }, { email: "a@x.test" }, []],
    [
      "another date of birth is asked about",
      { date_of_birth: "1990-01-01" },
      { date_of_birth: "1990-01-02" },
      { date_of_birth: "1990-01-02" },
      ["date_of_birth_differs"],
    ],
    [
      "notes are kept one after the other",
      { notes: "Knee" },
      { notes: "Back" },
      { notes: "Back\n\nKnee" },
      ["facts_taken notes"],
    ],
    ["a note is not told twice", { notes: "Knee" }, { notes: "Knee" }, { notes: "Knee" }, []],
  ])("BILL-11, PEOPLE-6: %s", (_why, gone, stays, expected, told) => {
    const { facts, effects } = mergedFacts(known(gone), known(stays))
    expect(facts).toEqual(known(expected))
    expect(
      effects.map((effect) =>
        "fields" in effect ? `${effect.code} ${effect.fields.join(",")}` : effect.code
      )
    ).toEqual(told)
    // Effects are kept in the audit trail, so they say nothing of what the fields hold.
    expect(JSON.stringify(effects)).not.toMatch(/1990|test|Knee/)
  })
})

describe("whose account it is", () => {
  it.each([
    ["neither has one", null, null, { customer_id: null, from_customer_id: null, is_taken: false }],
    ["only the duplicate has one", "a", null, { customer_id: "a", from_customer_id: null, is_taken: true }],
    ["only who stays has one", null, "b", { customer_id: "b", from_customer_id: null, is_taken: false }],
    ["both have one", "a", "b", { customer_id: "b", from_customer_id: "a", is_taken: false }],
  ])("BILL-11: %s", (_why, gone, stays, expected) => {
    expect(mergedAccount(gone, stays)).toEqual(expected)
  })
})

describe("where the one person lives", () => {
  const person = (id: string, household_id: string | null, is_guardian = false): HouseholdPerson => ({
    ...{ id, name: id, household_id, is_guardian, customer_id: is_guardian ? `cus_${id}` : null },
    household_name: household_id === null ? null : `House ${household_id}`,
  })
  const ids = { gone_id: "a", stays_id: "b" }

  it.each<[string, HouseholdPerson[], object, string[]]>([
    ["nowhere", [person("a", null), person("b", null)], { household_id: null, is_guardian: false }, []],
    [
      "where who stays lives",
      [person("a", null), person("b", "y", true)],
      { household_id: "y", is_guardian: true },
      [],
    ],
    [
      "in the duplicate's place, as its guardian",
      [person("a", "x", true), person("kid", "x"), person("b", null)],
      { household_id: "x", is_guardian: true },
      ["household_taken"],
    ],
    [
      "there alone",
      [person("a", "x", true), person("b", null)],
      { household_id: "x", is_guardian: true, dissolved_id: null },
      ["household_taken"],
    ],
    ["both in one", [person("a", "x"), person("b", "x", true)], { household_id: "x", is_guardian: true }, []],
    [
      "both in one, of which the duplicate was the guardian",
      [person("a", "x", true), person("b", "x"), person("kid", "x")],
      { household_id: "x", is_guardian: true },
      ["household_taken"],
    ],
    [
      "the duplicate lived alone elsewhere",
      [person("a", "x", true), person("b", "y")],
      { household_id: "y", is_guardian: false, dissolved_id: "x" },
      ["household_dissolved"],
    ],
  ])("PEOPLE-2: %s", (_why, people, expected, told) => {
    const { effects, ...place } = mergedHousehold(people, ids)
    expect(place).toMatchObject(expected)
    expect(effects.map(({ code }) => code)).toEqual(told)
  })

  it.each([
    [
      "another guardian stays behind",
      "conflict",
      [person("a", "x", true), person("c", "x", true), person("b", "y")],
    ],
    [
      "others would be left without a guardian",
      "household_needs_guardian",
      [person("a", "x", true), person("kid", "x"), person("b", "y")],
    ],
  ])("PEOPLE-2: two households, %s: %s", (_why, code, people) => {
    expect(() => mergedHousehold(people, ids)).toThrow(expect.objectContaining({ code }))
  })
})

describe("proofs", () => {
  const proof = (classification_id: string, expires_on: string | null): Proof => ({
    classification_id,
    expires_on,
  })
  it.each<[string, Proof, Proof[], boolean]>([
    ["of something new goes along", proof("student", null), [proof("military", null)], true],
    ["that lasts longer goes along", proof("student", "2027-06-01"), [proof("student", "2027-05-31")], true],
    ["without an end goes along", proof("student", null), [proof("student", "2030-01-01")], true],
    [
      "that ends the same day is not needed",
      proof("student", "2027-06-01"),
      [proof("student", "2027-06-01")],
      false,
    ],
    [
      "that ends sooner is not needed",
      proof("student", "2027-05-31"),
      [proof("student", "2027-06-01")],
      false,
    ],
    ["beside one without an end is not needed", proof("student", null), [proof("student", null)], false],
  ])("PEOPLE-4: one %s", (_why, own, others, moves) => {
    expect(proofsToMove([own], others)).toEqual(moves ? [own] : [])
  })
})

describe("what has to be confirmed", () => {
  const told = [{ code: "member_merged" }, { code: "already_covered" }, { code: "date_of_birth_differs" }]
  const confirm = (confirmed: MergeNotice[]) => () => assertMergeConfirmed(told, confirmed)
  it("BILL-11: each notice by its code; the refusal names those that are left", () => {
    expect(confirm(["already_covered"])).toThrow(
      expect.objectContaining({
        ...{ code: "notices_unconfirmed" },
        details: { field: "confirmed", codes: ["date_of_birth_differs"] },
      })
    )
    expect(confirm(["already_covered", "date_of_birth_differs"])).not.toThrow()
    expect(() => assertMergeConfirmed([{ code: "member_merged" }], [])).not.toThrow()
  })
})

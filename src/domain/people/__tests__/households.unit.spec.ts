import { decideHousehold, type HouseholdPerson, type HouseholdWish, staysGuarded } from "../households"

const person = (id: string, rest: Partial<HouseholdPerson> = {}): HouseholdPerson => ({
  id,
  name: id,
  customer_id: null,
  household_id: null,
  household_name: rest.household_id ? `House ${rest.household_id}` : null,
  is_guardian: false,
  ...rest,
})
const adult = (id: string, rest: Partial<HouseholdPerson> = {}) =>
  person(id, { customer_id: `cus_${id}`, ...rest })
const wish = (rest: Partial<HouseholdWish>): HouseholdWish => ({
  household_id: null,
  guardian_ids: [],
  member_ids: [],
  move: false,
  ...rest,
})

describe("decideHousehold", () => {
  it("PEOPLE-2: makes a household of a guardian and a dependent", () => {
    const plan = decideHousehold(wish({ guardian_ids: ["ann"], member_ids: ["ann", "kid"] }), [
      adult("ann"),
      person("kid"),
    ])
    expect(plan).toEqual({
      guardian_ids: ["ann"],
      member_ids: ["ann", "kid"],
      leaving_ids: [],
      moved: [],
      emptied_ids: [],
    })
  })

  it.each([
    ["nobody is named", [], [adult("ann")], "household_needs_guardian"],
    ["the guardian is no customer", ["kid"], [person("kid")], "household_needs_guardian"],
    ["the guardian is unknown", ["who"], [], "not_found"],
  ])("PEOPLE-2: refuses when %s", (_why, guardian_ids, people, code) => {
    expect(() => decideHousehold(wish({ guardian_ids }), people)).toThrow(expect.objectContaining({ code }))
  })

  it("PEOPLE-2: refuses a second household and names both, unless they are moved", () => {
    const people = [
      adult("ann"),
      adult("bob", { household_id: "b", is_guardian: true }),
      person("kid", { household_id: "b" }),
    ]
    const wanted = wish({ guardian_ids: ["ann"], member_ids: ["kid"] })
    expect(() => decideHousehold(wanted, people)).toThrow(
      expect.objectContaining({
        code: "conflict",
        details: {
          field: "member_ids",
          members: [{ member_id: "kid", name: "kid", household_id: "b", household_name: "House b" }],
        },
      })
    )
    const plan = decideHousehold({ ...wanted, move: true }, people)
    expect(plan).toMatchObject({ moved: [{ member_id: "kid", from_household_id: "b" }], emptied_ids: [] })
  })

  it("PEOPLE-2: taking the last guardian away is refused while somebody is left, and empties the household otherwise", () => {
    const bob = adult("bob", { household_id: "b", is_guardian: true })
    const kid = person("kid", { household_id: "b" })
    const moved = wish({ guardian_ids: ["bob"], move: true })
    expect(() => decideHousehold(moved, [bob, kid])).toThrow(
      expect.objectContaining({ code: "household_needs_guardian" })
    )
    expect(decideHousehold(moved, [bob])).toMatchObject({ emptied_ids: ["b"] })
  })

  it("PEOPLE-2: who is no longer named leaves", () => {
    const people = [
      adult("ann", { household_id: "a", is_guardian: true }),
      person("kid", { household_id: "a" }),
    ]
    const plan = decideHousehold(wish({ household_id: "a", guardian_ids: ["ann"] }), people)
    expect(plan).toMatchObject({ member_ids: ["ann"], leaving_ids: ["kid"], moved: [] })
    expect(staysGuarded(people, "a", ["kid"])).toBe(true)
    expect(staysGuarded(people, "a", ["kid", "ann"])).toBe(false)
  })
})

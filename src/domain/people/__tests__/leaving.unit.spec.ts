import { type HouseholdPerson, leavingOf } from "../households"

const person = (id: string, change: Partial<HouseholdPerson> = {}): HouseholdPerson => ({
  ...{ id, name: id, customer_id: null, household_id: "h", household_name: "Lee", is_guardian: false },
  ...change,
})
const ann = person("ann", { is_guardian: true, customer_id: "cus_ann" })

describe("who leaves a household", () => {
  it.each<[string, HouseholdPerson[], { is_emptied: boolean; is_unguarded: boolean }]>([
    ["nobody is left", [ann], { is_emptied: true, is_unguarded: false }],
    ["the last guardian leaves others", [ann, person("kim")], { is_emptied: false, is_unguarded: true }],
    [
      "another guardian stays",
      [ann, person("bob", { is_guardian: true })],
      { is_emptied: false, is_unguarded: false },
    ],
  ])("PEOPLE-2: %s", (_what, people, expected) => {
    const household = { household_id: "h", household_name: "Lee" }
    expect(leavingOf(people, "ann")).toEqual({ member_id: "ann", ...household, ...expected })
  })

  it("PEOPLE-2: who lives in none leaves none", () => {
    expect(leavingOf([person("ann", { household_id: null })], "ann")).toBeNull()
  })
})

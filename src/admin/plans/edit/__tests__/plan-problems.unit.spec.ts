import { placeOf } from "../plan-problems"

it.each([
  // The count is not shown while the plan has no end.
  ["validity", "validity", "is_unlimited"],
  ["validity.count", "validity", "validity.count"],
  ["introductory_offer.converts_to_plan_id", "sale", "introductory_offer.converts_to_plan_id"],
  ["introductory_offer.limit_per_customer", "sale", "introductory_offer.limit_per_customer"],
])("PLAN-8: what is said of %s is shown in the drawer %s at %s", (named, section, field) => {
  expect(placeOf(named)).toMatchObject({ section, field })
})

it("shows a field that no drawer has nowhere", () => {
  expect(placeOf("metadata")).toBeNull()
})

import { ApiError } from "../../../platform/api-error"
import { fieldOfRefusal, stepOfField, stepsOf } from "../sale-steps"

const refusal = (code: string, details = {}) => new ApiError(400, { code, message: "No.", details })

it("leaves the terms out where the plan has none", () => {
  expect(stepsOf({ hasTerms: false })).toEqual(["plan", "customize", "seats", "review"])
  expect(stepsOf({ hasTerms: true })).toContain("terms")
})

it.each([
  ["plan_not_sellable", {}, "plan"],
  ["intro_already_used", {}, "customize"],
  ["location_not_covered", {}, "customize"],
  ["seats_below_required", {}, "seats"],
  ["classification_not_met", {}, "seats"],
  ["household_only", {}, "seats"],
  ["terms_not_accepted", { field: "accepted_terms_version" }, "terms"],
  ["conversion_not_accepted", { field: "accepts_conversion" }, "review"],
  ["not_found", { field: "draft_order_id" }, "review"],
  ["invalid_request", { problems: [{ field: "people.0.member_id", message: "Who?" }] }, "seats"],
])("SALE-9: %s with %j is shown at the step %s", (code, details, step) => {
  const field = fieldOfRefusal(refusal(code, details), "seats")
  expect(field && stepOfField(field)).toBe(step)
})

it("is shown at whoever was chosen where people were, and nowhere where it is about the whole", () => {
  expect(fieldOfRefusal(refusal("classification_not_met"), "people")).toBe("people")
  expect(fieldOfRefusal(refusal("conflict"), "seats")).toBeNull()
  expect(fieldOfRefusal(new Error("no network"), "seats")).toBeNull()
})

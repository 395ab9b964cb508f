import { assertStatusChange } from "../status"
import type { PlanStatus } from "../types"
import { refusal } from "./fixtures"

it.each<[PlanStatus, PlanStatus]>([
  ["draft", "active"],
  ["draft", "archived"],
  ["active", "archived"],
  ["archived", "active"],
  ["active", "active"],
])("PLAN-14: a plan may go from %s to %s", (from, to) => {
  expect(() => {
    assertStatusChange(from, to)
  }).not.toThrow()
})

it.each<[PlanStatus, PlanStatus]>([
  ["active", "draft"],
  ["archived", "draft"],
])("PLAN-14: a plan never goes from %s back to %s, and the refusal names the field", (from, to) => {
  const { code, details } = refusal(() => {
    assertStatusChange(from, to)
  })
  expect(code).toBe("plan_invalid")
  expect(details).toMatchObject({ field: "status", from, to })
})

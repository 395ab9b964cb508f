import { firstChoice, wayAfter, waysOf } from "../ways"

const can = { can: true, message: null }
const cannot = { can: false, message: "It does not recur." }
const option = (plan_id: string, follows = false) => ({
  ...{ plan_id, name: plan_id, now: can, renewal: can, end: follows ? can : null },
})
const [monthly, annual] = [option("monthly", true), option("annual")]

it("PLAN-8: only what follows an offer can begin when that ends, which comes first", () => {
  expect(waysOf(monthly)).toEqual(["end", "now", "renewal"])
  expect(waysOf({ ...monthly, now: cannot, renewal: cannot })).toEqual(["end"])
  expect(waysOf(annual)).toEqual(["now", "renewal"])
  expect(waysOf(undefined)).toEqual(["now", "renewal"])
})

it("PLAN-8: the drawer opens with what the offer leads to; else staff choose", () => {
  expect(firstChoice([annual, monthly])).toEqual({ plan_id: "monthly", when: "end" })
  expect(firstChoice([annual])).toEqual({ plan_id: "", when: "now" })
})

it.each([
  ["end", annual, "now"],
  ["renewal", annual, "renewal"],
  ["now", monthly, "end"],
  ["renewal", undefined, "renewal"],
] as const)("PLAN-8: with %s chosen, another plan begins so that it can", (when, chosen, then) => {
  expect(wayAfter(when, chosen)).toBe(then)
})

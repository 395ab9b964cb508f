import fc from "fast-check"
import { compareDates } from "../../time/calendar"
import { addInterval, periodStart } from "../../time/periods"
import { termWhenPaid } from "../paid-term"

const month = { unit: "month", count: 1 } as const
const year = { unit: "year", count: 1 } as const
const paid = {
  starts_on: "2027-01-31",
  interval: month,
  validity: month,
  sold_ends_on: "2027-02-28",
  period_index: 1,
}

describe("the term of a membership that renews", () => {
  it.each([
    ["the next month", {}, "2027-03-31"],
    ["a month that was paid already", { sold_ends_on: "2027-03-31" }, "2027-03-31"],
    ["two at once, after days offline", { period_index: 2 }, "2027-04-30"],
    ["within a term of a year", { validity: year, sold_ends_on: "2028-01-31" }, "2028-01-31"],
    [
      "the first month of another year",
      { validity: year, sold_ends_on: "2028-01-31", period_index: 12 },
      "2029-01-31",
    ],
    ["an end that staff have set later", { sold_ends_on: "2027-06-05" }, "2027-06-05"],
    ["an end that staff have set a little later", { sold_ends_on: "2027-03-05" }, "2027-03-31"],
  ])("TERM-6: %s", (_name, changed, ends_on) => {
    expect(termWhenPaid({ ...paid, ...changed })).toBe(ends_on)
  })

  it("TERM-6, TIME-3: a hundred renewals end where the anchor says, however they are grouped", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), (first, second) => {
        const [early, late] = first < second ? [first, second] : [second, first]
        const at_once = termWhenPaid({ ...paid, period_index: late })
        const stepwise = termWhenPaid({
          ...paid,
          sold_ends_on: termWhenPaid({ ...paid, period_index: early }),
          period_index: late,
        })
        expect(stepwise).toBe(at_once)
        expect(at_once).toBe(periodStart("2027-01-31", month, late + 1))
        expect(compareDates(at_once, addInterval("2027-01-31", month, late))).toBe(1)
      })
    )
  })
})

import type { PlanBilling } from "../../../../../domain/plans/types"
import { earliestEnd } from "../earliest-end"

const monthly = { type: "recurring", interval: "month", interval_count: 1 } as const
const yearly = { type: "recurring", interval: "year", interval_count: 1 } as const
const once = { type: "one_time" } as const

describe("the example beside the cancellation policy", () => {
  it.each<[PlanBilling, number, number, string, string]>([
    // billing, commitment, notice, expected,     why
    [monthly, 3, 30, "2026-04-15", "the commitment is longer"],
    [monthly, 1, 60, "2026-03-16", "the notice is longer"],
    [monthly, 0, 0, "2026-01-15", "neither binds"],
    [yearly, 1, 30, "2027-01-15", "a yearly period"],
    [once, 12, 7, "2026-01-22", "a one-time plan has no periods to commit to"],
  ])(
    "CANCEL-4: bought on 15 January, %j with %i periods and %i days: %s, as %s",
    (billing, periods, days, end) => {
      expect(earliestEnd("2026-01-15", { billing, commitment_periods: periods, notice_days: days })).toBe(end)
    }
  )

  it("CANCEL-4: a commitment from the last of January ends with a short month (TIME-3)", () => {
    const terms = { billing: monthly, commitment_periods: 1, notice_days: 0 }
    expect(earliestEnd("2026-01-31", terms)).toBe("2026-02-28")
  })

  it.each([[null], [1.5], [-1], [10_000_000]])("says nothing of %s periods", (commitment_periods) => {
    expect(earliestEnd("2026-01-15", { billing: monthly, commitment_periods, notice_days: 0 })).toBeNull()
  })
})

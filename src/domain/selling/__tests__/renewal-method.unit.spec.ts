import type { DomainError } from "../../errors"
import type { PlanBilling } from "../../plans/types"
import { assertRenewalMethod, hasLaterCharges } from "../renewal-method"

const monthly: PlanBilling = { type: "recurring", interval: "month", interval_count: 1 }
const one_time: PlanBilling = { type: "one_time" }
const month = { unit: "month", count: 1 } as const
const year = { unit: "year", count: 1 } as const

describe("the renewal method", () => {
  it.each([
    ["a month that renews", monthly, "period_end", month, true],
    ["a year in monthly dues", monthly, "none", year, true],
    ["dues without an end", monthly, "none", null, true],
    ["a single month", monthly, "none", month, false],
    ["a pack", one_time, "none", year, false],
    ["a pack that renews when it is used up", one_time, "on_exhaustion", year, true],
  ] as const)("SALE-12: %s", (_, billing, mode, validity, later) => {
    expect(hasLaterCharges({ billing, renewal: { mode }, validity }, "2027-01-31")).toBe(later)
  })

  const refused = (facts: Parameters<typeof assertRenewalMethod>[0]) => {
    try {
      assertRenewalMethod(facts, "mplan_1")
      return null
    } catch (error) {
      const { code, details } = error as DomainError
      return [code, details.reason]
    }
  }

  it.each([
    [true, false, false, null],
    [true, true, true, null],
    [false, true, true, null],
    [false, true, false, "no_saved_method"],
    [false, false, true, "no_account"],
  ])(
    "SALE-12: manual payment allowed %s, account %s, method %s: refused as %s",
    (is_manual_allowed, has_account, has_method, reason) => {
      expect(refused({ is_manual_allowed, has_account, has_method })).toEqual(
        reason && ["renewal_method_required", reason]
      )
    }
  )
})

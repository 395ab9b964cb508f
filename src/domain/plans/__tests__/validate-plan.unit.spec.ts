import type { NewPlan } from "../defaults"
import { defaultHoldEffect } from "../defaults"
import type { IntroductoryOffer, PlanAccess, PlanDefinition } from "../types"
import { assertPlanValid, planProblems } from "../validate-plan"
import { MONTHLY, ONCE, ONE_TIME, PER_MONTH, plan, refusal, UNLIMITED } from "./fixtures"

const fields = (change: Partial<NewPlan>) => planProblems(plan(change)).map((problem) => problem.field)

const INTRO: IntroductoryOffer = {
  new_customers_only: true,
  look_back_days: null,
  limit_per_customer: 1,
  limit_per_household: null,
  converts_to_plan_id: null,
  conversion: "offer",
}
const { hold_policy: HOLDS, access: ACCESS, portal: PORTAL } = plan()
const access = (change: Partial<PlanAccess>) => ({ access: { ...ACCESS, ...change } })
const holds = (change: Partial<PlanDefinition["hold_policy"]>) => ({ hold_policy: { ...HOLDS, ...change } })
const two_weeks = { unit: "week", count: 2 } as const
const exchange = { from_service_id: "a", to_service_id: "b", from_credits: 2, to_credits: 1 }
const SEPARATE = { ...PER_MONTH, scope: "separate" } as const

it("PLAN-4: visits are unlimited, so many credits per period, or so many once", () => {
  expect(planProblems(plan({ entitlement: { type: "unlimited" } }))).toEqual([])
  expect(planProblems(plan({ entitlement: PER_MONTH }))).toEqual([])
  expect(planProblems(plan({ kind: "credit_pack", billing: ONE_TIME, entitlement: ONCE }))).toEqual([])
})

it.each([
  ["PLAN-1", {}, [], "a monthly plan"],
  ["PLAN-1", { name: " ", handle: "" }, ["name", "handle"], "blank names"],
  ["PLAN-1", { guest_passes_per_period: -1 }, ["guest_passes_per_period"], "passes below zero"],
  ["PLAN-1", { portal: { ...PORTAL, visible: false, preselected: true } }, ["portal.preselected"], "hidden"],
  ["PLAN-2", { billing: { ...MONTHLY, interval_count: 0 } }, ["billing.interval_count"], "every 0 months"],
  ["PLAN-2", { billing: { ...MONTHLY, interval_count: 1.5 } }, ["billing.interval_count"], "a broken month"],
  ["PLAN-3", { validity: { unit: "day", count: 0 } }, ["validity.count"], "valid for no day"],
  ["PLAN-3", { starts: "first_visit", must_start_within: two_weeks }, [], "first visit within two weeks"],
  ["PLAN-3", { must_start_within: two_weeks }, ["must_start_within"], "it starts on purchase anyway"],
  ["PLAN-4", { kind: "credit_pack", billing: ONE_TIME, entitlement: ONCE }, [], "ten visits"],
  ["PLAN-4", { kind: "credit_pack", billing: ONE_TIME }, ["entitlement.type"], "a pack of nothing"],
  ["PLAN-4", { entitlement: { ...PER_MONTH, credits: 0 } }, ["entitlement.credits"], "no credits"],
  ["PLAN-4", { billing: ONE_TIME, entitlement: PER_MONTH }, ["entitlement.per"], "one time has no periods"],
  ["PLAN-5", { entitlement: SEPARATE, credit_exchanges: [exchange] }, [], "two of a for one of b"],
  [
    "PLAN-5",
    { entitlement: PER_MONTH, credit_exchanges: [exchange] },
    ["credit_exchanges"],
    "one shared balance",
  ],
  [
    "PLAN-5",
    { entitlement: SEPARATE, credit_exchanges: [exchange, exchange] },
    ["credit_exchanges.1"],
    "two ratios",
  ],
  [
    "PLAN-5",
    { entitlement: SEPARATE, credit_exchanges: [{ ...exchange, to_service_id: "a", to_credits: 0 }] },
    ["credit_exchanges.0.to_credits", "credit_exchanges.0.to_service_id"],
    "for nothing, and into itself",
  ],
  ["CREDIT-8", { credits_transferable: true }, ["credits_transferable"], "nothing to transfer"],
  [
    "PLAN-6",
    { kind: "credit_pack", billing: ONE_TIME, entitlement: ONCE, renewal: { mode: "on_exhaustion" } },
    [],
    "an auto-renewing pack",
  ],
  [
    "PLAN-6",
    { renewal: { mode: "on_exhaustion" } },
    ["renewal.mode", "renewal.mode"],
    "unlimited never runs out",
  ],
  [
    "PLAN-6",
    { entitlement: ONCE, renewal: { mode: "on_exhaustion" } },
    ["renewal.mode"],
    "billed by the calendar and by use",
  ],
  [
    "PLAN-6",
    { billing: ONE_TIME, renewal: { mode: "period_end" } },
    ["renewal.mode"],
    "one time has no period",
  ],
  [
    "PLAN-7",
    { entitlement: PER_MONTH, rollover: { mode: "up_to", max: 3, expires_after_periods: 2 } },
    [],
    "up to three, for two periods",
  ],
  [
    "PLAN-7",
    { entitlement: PER_MONTH, rollover: { mode: "up_to", max: null, expires_after_periods: 0 } },
    ["rollover.expires_after_periods", "rollover.max"],
    "up to nothing said",
  ],
  [
    "PLAN-7",
    { entitlement: PER_MONTH, rollover: { mode: "all", max: 3, expires_after_periods: null } },
    ["rollover.max"],
    "all has no maximum",
  ],
  [
    "PLAN-7",
    { entitlement: ONCE, rollover: { mode: "all", max: null, expires_after_periods: null } },
    ["rollover.mode"],
    "given once",
  ],
  [
    "PLAN-7",
    { entitlement: PER_MONTH, rollover: { mode: "none", max: null, expires_after_periods: 1 } },
    ["rollover.expires_after_periods"],
    "nothing rolls over",
  ],
  ["PLAN-8", { introductory_offer: INTRO, validity: two_weeks }, [], "two weeks for newcomers"],
  [
    "PLAN-8",
    { introductory_offer: INTRO, billing: ONE_TIME, entitlement: ONCE },
    [],
    "ten visits for newcomers",
  ],
  ["PLAN-8", { introductory_offer: INTRO }, ["validity"], "it would never end"],
  [
    "PLAN-8",
    { introductory_offer: INTRO, validity: two_weeks, renewal: { mode: "period_end" } },
    ["renewal.mode"],
    "it would go on",
  ],
  [
    "PLAN-8",
    { introductory_offer: { ...INTRO, conversion: "automatic", limit_per_customer: 0 }, validity: two_weeks },
    ["introductory_offer.limit_per_customer", "introductory_offer.converts_to_plan_id"],
    "converts into nothing",
  ],
  [
    "PLAN-10",
    { locations: { sold_at: [], valid_at: [] } },
    ["locations.sold_at", "locations.valid_at"],
    "nowhere at all",
  ],
  [
    "PLAN-11",
    access({ time_windows: [{ weekdays: [1, 2], from: "09:00", until: "16:00" }] }),
    [],
    "off-peak",
  ],
  [
    "PLAN-11",
    access({ time_windows: [{ weekdays: [7], from: "09:00", until: null }] }),
    [],
    "until midnight",
  ],
  [
    "PLAN-11",
    access({ time_windows: [{ weekdays: [0, 1, 1], from: "16:00", until: "16:00" }] }),
    ["access.time_windows.0.weekdays", "access.time_windows.0.until"],
    "no such weekday, no such time",
  ],
  [
    "PLAN-11",
    access({ service_ids: [], facility_ids: [] }),
    ["access.service_ids", "access.facility_ids"],
    "none",
  ],
  [
    "PLAN-11",
    access({
      visit_limits: [
        { count: 1, per: "day" },
        { count: 0, per: "week" },
      ],
    }),
    ["access.visit_limits.1.count"],
    "no visits",
  ],
  [
    "PLAN-11",
    access({
      visit_limits: [
        { count: 1, per: "day" },
        { count: 2, per: "day" },
      ],
    }),
    ["access.visit_limits.1.per"],
    "two a day",
  ],
  [
    "PLAN-11",
    { billing: ONE_TIME, ...access({ visit_limits: [{ count: 1, per: "period" }] }) },
    ["access.visit_limits.0.per"],
    "no periods",
  ],
  [
    "PLAN-12",
    { benefits: { customer_group_id: null, early_booking_hours: -1 } },
    ["benefits.early_booking_hours"],
    "below zero",
  ],
  [
    "PLAN-13",
    holds({ min_days: 7, max_days: 30, max_days_a_year: 60, notice_days: 3 }),
    [],
    "one week to one month",
  ],
  ["PLAN-13", holds({ min_days: 30, max_days: 7 }), ["hold_policy.max_days"], "longest below shortest"],
  ["PLAN-13", holds({ min_days: 30, max_days_a_year: 29 }), ["hold_policy.max_days_a_year"], "never fits"],
  [
    "PLAN-13",
    holds({ fees: [{ currency_code: "eur", amount: -1 }] }),
    ["hold_policy.fees.eur"],
    "fee below zero",
  ],
  [
    "PLAN-13",
    { cancellation_policy: { commitment_periods: 12, notice_days: 30 } },
    [],
    "a year's commitment",
  ],
  [
    "PLAN-13",
    { billing: ONE_TIME, cancellation_policy: { commitment_periods: 1, notice_days: 0 } },
    ["cancellation_policy.commitment_periods"],
    "no periods",
  ],
  ["HOLD-4", { billing: ONE_TIME, ...holds({ effect: "skip_dues" }) }, ["hold_policy.effect"], "no dues"],
  ["HOLD-5", holds({ reprice_remaining: true }), ["hold_policy.reprice_remaining"], "no other seats"],
  ["HOLD-5", { audience: "shared", ...holds({ reprice_remaining: true }) }, [], "other seats"],
  [
    "PLAN-15",
    {
      signup_fees: [
        { currency_code: "eur", amount: 25 },
        { currency_code: "usd", amount: 0 },
      ],
    },
    [],
    "fees",
  ],
  [
    "PLAN-15",
    {
      signup_fees: [
        { currency_code: "eur", amount: 25 },
        { currency_code: "EUR", amount: 1.001 },
      ],
    },
    ["signup_fees.eur"],
    "two fees in euros",
  ],
  ["PLAN-15", { signup_fees: [{ currency_code: "jpy", amount: 0.5 }] }, ["signup_fees.jpy"], "half a yen"],
  ["BILL-7", { proration: true }, [], "individual and recurring"],
  ["BILL-7", { proration: true, audience: "household" }, ["proration"], "locked off for shared plans"],
  ["BILL-7", { proration: true, billing: ONE_TIME }, ["proration"], "no dues"],
] as [string, Partial<NewPlan>, string[], string][])("%s: %j finds %j: %s", (_rule, change, expected) => {
  expect(fields(change)).toEqual(expected)
})

it("PLAN-1: a refused plan names every problem, not only the first", () => {
  const { code, details } = refusal(() =>
    assertPlanValid(plan({ name: "", proration: true, audience: "shared" }))
  )
  expect(code).toBe("plan_invalid")
  expect(details.field).toBe("name")
  expect((details.problems as { field: string }[]).map((problem) => problem.field)).toEqual([
    "name",
    "proration",
  ])
  expect(() => assertPlanValid(plan())).not.toThrow()
})

it.each([
  ["individual", MONTHLY, "extend"],
  ["individual", ONE_TIME, "extend"],
  ["household", MONTHLY, "skip_dues"],
  ["shared", MONTHLY, "skip_dues"],
  ["corporate", MONTHLY, "skip_dues"],
  ["shared", ONE_TIME, "extend"],
] as const)(
  "HOLD-4: a hold of a plan for %s, billed %j, by default has effect %s",
  (audience, billing, effect) => {
    expect(defaultHoldEffect({ audience, billing })).toBe(effect)
    expect(planProblems(plan({ audience, billing, entitlement: UNLIMITED }))).toEqual([])
  }
)

import { FAMILY_CHART, EXAMPLE_CLASSIFICATIONS, exampleRows } from "../../charts/examples"
import { refusal } from "../../charts/__tests__/fixtures"
import { planWithDefaults } from "../../plans/defaults"
import { chooseSeats, type SalePerson } from "../choose-seats"
import { countSeats } from "../count-seats"
import { decideSale, type SaleInput, signupFeeMinor } from "../sale"
import { nextDueDates } from "../schedule"

const classifications = EXAMPLE_CLASSIFICATIONS.map((each) => ({ ...each, id: each.name }))
const ids = new Map(classifications.map(({ name, id }) => [name, id]))
const rows = exampleRows(FAMILY_CHART, ids)
const person = (
  date_of_birth: string,
  member_id: string | null = null,
  household_id: string | null = null
): SalePerson => ({
  date_of_birth,
  proofs: [],
  member_id,
  household_id,
})

const plan = {
  ...planWithDefaults({
    name: "Family",
    handle: "family",
    kind: "membership",
    audience: "household",
    billing: { type: "recurring", interval: "month", interval_count: 1 },
    entitlement: { type: "unlimited" },
  }),
  status: "active" as const,
  variant_id: "variant_1",
  currency_codes: null,
  signup_fees: [{ currency_code: "eur", amount: 19.9 }],
}

const input = (changes: Partial<SaleInput> = {}): SaleInput => ({
  plan,
  published_rows: rows,
  classifications,
  wish: { people: [person("1980-05-01"), person("1982-05-01"), person("2020-05-01"), person("2014-05-01")] },
  currency_code: "eur",
  location_id: null,
  starts_on: null,
  now: "2026-11-22T10:00:00.000Z",
  today: "2026-11-22",
  zone: "Europe/Berlin",
  ...changes,
})

describe("deciding a sale", () => {
  it("CHART-12: a family by ages sits the cheapest legal way: the six-year-old free, the twelve-year-old required", () => {
    const { chosen } = decideSale(input())
    expect(chosen.seats.map(({ label, price_minor }) => [label, price_minor])).toEqual([
      ["First adult", 5900],
      ["Second adult", 4900],
      ["First child", 2500],
      ["Child aged 5 to 8", 0],
    ])
  })

  it("PLAN-15, SALE-1: the signup fee is charged once, the next charges follow the anchor", () => {
    const { lines, due_dates } = decideSale(input())
    expect(lines.filter((line) => line.kind === "signup_fee")).toMatchObject([{ unit_price_minor: 1990 }])
    expect(due_dates).toEqual(["2026-12-22", "2027-01-22", "2027-02-22"])
  })

  it.each([
    ["chart_not_published", { published_rows: null }, "CHART-1: without a published version"],
    ["plan_not_sellable", { plan: { ...plan, status: "archived" as const } }, "PLAN-14: archived"],
    ["currency_not_priced", { currency_code: "chf" }, "CHART-9: a currency without prices"],
    [
      "currency_not_priced",
      { plan: { ...plan, currency_codes: ["usd"] } },
      "CHART-9: a currency it is not sold in",
    ],
    [
      "location_not_covered",
      { location_id: "sloc_2", plan: { ...plan, locations: { sold_at: ["sloc_1"], valid_at: null } } },
      "PLAN-10: a branch that does not sell it",
    ],
    ["start_not_allowed", { starts_on: "2026-12-01" }, "PLAN-3: a start date for a plan that takes none"],
  ])("refuses with %s", (code, changes, why) => {
    expect(why).toBeTruthy()
    expect(refusal(() => decideSale(input(changes as Partial<SaleInput>))).code).toBe(code)
  })

  it("PLAN-9: named people of a household plan live in one household", () => {
    const people = [
      person("1980-05-01", "m1", "h1"),
      person("1982-05-01", "m2", "h2"),
      person("2014-05-01", "m3", "h1"),
    ]
    const { code } = refusal(() =>
      chooseSeats({
        wish: { people },
        audience: "household",
        rows: [],
        classifications,
        on_date: "2026-11-22",
      })
    )
    expect(code).toBe("household_only")
  })

  it("CHART-8: the seats of a draft can be counted and quoted again", () => {
    const { chosen } = decideSale(input())
    const again = decideSale(input({ wish: { seats: countSeats(chosen.seats) } }))
    expect(again.lines).toEqual(decideSale(input()).lines)
  })
})

describe("the schedule of a quote", () => {
  const monthly = { type: "recurring" as const, interval: "month" as const, interval_count: 1 }
  it.each([
    [
      "TIME-3",
      { billing: monthly, starts_on: "2026-01-31", ends_on: null, renews: true },
      ["2026-02-28", "2026-03-31", "2026-04-30"],
    ],
    [
      "PLAN-3",
      { billing: monthly, starts_on: "2026-01-31", ends_on: "2026-03-31", renews: false },
      ["2026-02-28"],
    ],
    ["TERM-2", { billing: monthly, starts_on: null, ends_on: null, renews: true }, []],
    [
      "PLAN-2",
      { billing: { type: "one_time" as const }, starts_on: "2026-01-31", ends_on: null, renews: false },
      [],
    ],
  ])("%s: next due dates of %j", (_rule, schedule, expected) => {
    expect(nextDueDates(schedule)).toEqual(expected)
  })
})

describe("the signup fee", () => {
  it.each([
    ["eur", 1990, "in its currency"],
    ["EUR", 1990, "in either case"],
    ["usd", 0, "none in a currency that has none"],
  ])("PLAN-15: in %s it is %i: %s", (currency, expected) => {
    expect(signupFeeMinor(plan, currency)).toBe(expected)
  })
})

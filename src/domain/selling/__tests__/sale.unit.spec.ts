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
  common_billing_day: null,
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

describe("BILL-7: a sale that joins the common billing day", () => {
  const single = {
    ...plan,
    ...{ name: "Monthly", handle: "monthly", audience: "individual" as const, proration: true },
    renewal: { mode: "period_end" as const },
  }
  const pass: SaleInput["published_rows"] = [
    {
      ...{ label: "Adult", classification_id: null, required: false, unlimited: false, tax_rate: null },
      prices: [{ currency_code: "eur", amount: 50 }],
    },
  ]
  const join = (changes: Partial<SaleInput> = {}, of: Partial<SaleInput["plan"]> = {}) =>
    decideSale(
      input({
        ...{ plan: { ...single, ...of }, published_rows: pass, common_billing_day: 1 },
        wish: { seats: [{ classification_id: null, count: 1 }] },
        ...{ today: "2026-11-17", now: "2026-11-17T10:00:00.000Z" },
        ...changes,
      })
    )
  const charged = ({ lines }: ReturnType<typeof join>) =>
    lines.map(({ kind, unit_price_minor }) => [kind, unit_price_minor])

  it("charges the days up to it, the signup fee whole, and then the full price on the day", () => {
    const sale = join()
    expect(charged(sale)).toEqual([
      ["seat", 2333],
      ["signup_fee", 1990],
    ])
    expect(sale.first_period).toEqual({
      ...{ starts_on: "2026-11-17", ends_on: "2026-12-01", days: 14, of_days: 30, anchor_on: "2026-11-01" },
    })
    expect(sale.full_lines).toMatchObject([{ unit_price_minor: 5000 }])
    expect(sale.chosen.seats).toMatchObject([{ price_minor: 5000 }])
    expect(sale.due_dates).toEqual(["2026-12-01", "2027-01-01", "2027-02-01"])
    expect(sale.term).toMatchObject({ starts_on: "2026-11-17", ends_on: null })
  })

  it("on the day itself the full period is charged", () => {
    const sale = join({ now: "2026-12-01T10:00:00.000Z", today: "2026-12-01" })
    expect(charged(sale)[0]).toEqual(["seat", 5000])
    expect(sale.due_dates[0]).toBe("2027-01-01")
  })

  it("TIME-1: the day is the location's, not UTC's", () => {
    const late = { now: "2026-11-30T23:30:00.000Z", today: "2026-12-01" }
    expect(charged(join(late))[0]).toEqual(["seat", 5000])
    const there = join({ now: "2026-12-01T04:30:00.000Z", today: "2026-11-30", zone: "America/New_York" })
    expect(there.first_period).toMatchObject({ starts_on: "2026-11-30", days: 1, of_days: 30 })
  })

  it("PLAN-3: from a chosen day on, its own days are charged", () => {
    const sale = join({ starts_on: "2027-02-11" }, { starts: "chosen_date" })
    expect(sale.first_period).toMatchObject({ days: 18, of_days: 28, anchor_on: "2027-02-01" })
    expect(sale.due_dates[0]).toBe("2027-03-01")
  })

  it.each([
    [{ unit: "month", count: 1 }, "2026-12-01", "what was paid"],
    [{ unit: "month", count: 12 }, "2027-11-01", "a year from the anchor"],
    [{ unit: "day", count: 10 }, "2026-12-01", "whole terms until the first period is covered"],
  ] as const)("TERM-6: valid for %j it ends %s: %s", (validity, ends_on, _why) => {
    expect(join({}, { validity }).term.ends_on).toBe(ends_on)
  })

  it("SEAT-8: a shared plan never joins, nor a plan that does not prorate", () => {
    expect(
      decideSale(input({ common_billing_day: 1, plan: { ...plan, proration: true } })).first_period
    ).toBeNull()
    const own = join({}, { proration: false })
    expect(charged(own)[0]).toEqual(["seat", 5000])
    expect(own.due_dates[0]).toBe("2026-12-17")
  })
})

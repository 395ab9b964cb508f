import type { PlanAudience } from "../../plans/types"
import { blankRows, defaultLabel } from "../blank"
import { assertComplete, chartProblems } from "../completeness"
import { rowLabel, rowNumber } from "../labels"
import { pricedCurrencies, priceRows } from "../price-rows"
import type { ChartRowDraft } from "../types"
import { assertDraftValid, draftProblems } from "../validate-draft"
import { draft, refusal } from "./fixtures"

const shared = { audience: "shared" as const }
const individual = { audience: "individual" as const }
const eur = (amount: number) => ({ currency_code: "eur", amount })
const found = (problems: readonly { row: number | null; field: string; problem: string }[]) =>
  problems.map(({ row, field, problem }) => `${row ?? "chart"} ${field} ${problem}`)

it.each([
  ["individual", ["Default 1"]],
  ["household", ["Default 1", "Default 2"]],
  ["shared", ["Default 1", "Default 2"]],
  ["corporate", ["Default 1", "Default 2"]],
] as [PlanAudience, string[]][])(
  "CHART-2: a blank version of a plan for %s has rows %j",
  (audience, labels) => {
    expect(blankRows(audience)).toEqual(
      labels.map((label) => ({
        label,
        classification_id: null,
        required: false,
        unlimited: false,
        prices: [],
        tax_rate: null,
      }))
    )
  }
)

it.each([
  [null, 1, "Default 1", "row 1 has a default"],
  ["  ", 2, "Default 2", "blank is no name"],
  [null, 3, null, "later rows must be named"],
  [" Child ", 3, "Child", "names are trimmed"],
  ["Adult", 1, "Adult", "a name wins over the default"],
] as [string | null, number, string | null, string][])(
  "CHART-4: label %j of row %i is %j: %s",
  (label, position, expected) => {
    expect(rowLabel({ label }, position)).toBe(expected)
    expect(defaultLabel(position)).toBe(position <= 2 ? `Default ${position}` : null)
  }
)

it("CHART-5: an unlimited row is shown with a plus", () => {
  expect(rowNumber({ position: 5, unlimited: true })).toBe("5+")
  expect(rowNumber({ position: 5, unlimited: false })).toBe("5")
})

it.each([
  [[draft(), draft({ unlimited: true })], [], "unlimited as the last row"],
  [
    [draft({ unlimited: true, classification_id: "child" }), draft()],
    [],
    "a later row of another classification is no obstacle",
  ],
  [
    [draft({ unlimited: true }), draft()],
    ["1 unlimited unlimited_not_last"],
    "a row below can never be reached",
  ],
  [
    [draft({ unlimited: true }), draft({ unlimited: true })],
    ["2 unlimited unlimited_repeated"],
    "the first takes every further seat",
  ],
  [
    [draft(), draft({ unlimited: true, required: true })],
    ["2 required unlimited_required"],
    "unlimited cannot be required",
  ],
] as [ChartRowDraft[], string[], string][])("CHART-5: %# finds %j%j: %s", (rows, expected) => {
  expect(found(draftProblems(rows, shared))).toEqual(expected)
})

it("CHART-6: rows of an individual plan are neither required nor unlimited, because a sale takes one of them", () => {
  const rows = [draft({ required: true }), draft({ unlimited: true })]
  expect(found(draftProblems(rows, individual))).toEqual([
    "1 required individual_required",
    "2 unlimited individual_unlimited",
  ])
})

it.each([
  [{ prices: [eur(0)] }, [], "zero is a price"],
  [{ prices: [eur(-1)] }, ["1 prices.eur amount_invalid"], "no negative price"],
  [{ prices: [eur(1.005)] }, ["1 prices.eur amount_invalid"], "euros have two decimals"],
  [{ prices: [{ currency_code: "jpy", amount: 0.5 }] }, ["1 prices.jpy amount_invalid"], "yen have none"],
  [{ prices: [eur(NaN)] }, ["1 prices.eur amount_invalid"], "no number"],
  [
    { prices: [eur(1), { currency_code: "EUR", amount: 2 }] },
    ["1 prices.eur currency_repeated"],
    "one price a currency, in either case of letters",
  ],
  [{ tax_rate: 0 }, [], "no tax"],
  [{ tax_rate: 100 }, [], "the upper end"],
  [{ tax_rate: 100.01 }, ["1 tax_rate tax_rate_invalid"], "above it"],
  [{ tax_rate: -1 }, ["1 tax_rate tax_rate_invalid"], "below zero"],
  [{ tax_rate: NaN }, ["1 tax_rate tax_rate_invalid"], "no number"],
] as [Partial<ChartRowDraft>, string[], string][])("CHART-4: %j finds %j: %s", (row, expected) => {
  expect(found(draftProblems([draft(row)], individual))).toEqual(expected)
})

it("CHART-4: a refused draft names every problem, not only the first", () => {
  const rows = [draft({ unlimited: true, required: true, prices: [eur(-1)] }), draft({ tax_rate: 101 })]
  const { code, details } = refusal(() => assertDraftValid(rows, shared))
  expect(code).toBe("chart_row_invalid")
  expect(found(details.problems as never)).toEqual([
    "1 required unlimited_required",
    "1 unlimited unlimited_not_last",
    "1 prices.eur amount_invalid",
    "2 tax_rate tax_rate_invalid",
  ])
  expect(() => assertDraftValid([draft()], shared)).not.toThrow()
})

const complete = { audience: "shared" as const, currency_codes: ["EUR"] }

it.each([
  [[draft(), draft()], [], "complete"],
  [[draft({ label: null }), draft({ label: "" })], [], "rows 1 and 2 have default labels"],
  [[draft(), draft(), draft({ label: null })], ["3 label label_missing"], "row 3 must be named"],
  [[draft(), draft({ prices: [] })], ["2 prices.eur price_missing"], "every row is priced"],
  [[draft(), draft({ prices: [eur(0)] })], [], "zero is a price"],
  [[draft()], ["chart rows seats_too_few"], "a shared membership has two seats"],
  [[draft({ unlimited: true })], [], "one unlimited row gives two seats"],
  [[], ["chart rows seats_too_few"], "no row at all"],
  [
    [draft({ prices: [eur(-5)] }), draft()],
    ["1 prices.eur amount_invalid"],
    "what may not be saved may not be finalized",
  ],
] as [ChartRowDraft[], string[], string][])("CHART-9: %# %j finds %j: %s", (rows, expected) => {
  expect(found(chartProblems(rows, complete))).toEqual(expected)
})

it("CHART-9: every currency of the plan needs a price, and the refusal lists each one missing", () => {
  const rows = [draft()]
  const { code, details } = refusal(() =>
    assertComplete(rows, { audience: "individual", currency_codes: ["eur", "usd", "jpy"] })
  )
  expect(code).toBe("chart_incomplete")
  expect(found(details.problems as never)).toEqual([
    "1 prices.usd price_missing",
    "1 prices.jpy price_missing",
  ])
  expect(() => assertComplete(rows, { audience: "individual", currency_codes: ["eur"] })).not.toThrow()
  expect(found(chartProblems(rows, { audience: "individual", currency_codes: [] }))).toEqual([
    "chart currency_codes currency_missing",
  ])
})

it("CHART-4: rows are priced in one currency, in its smallest unit, with their labels", () => {
  const rows = [draft({ label: null, prices: [{ currency_code: "EUR", amount: 49.9 }], tax_rate: 7 })]
  expect(priceRows(rows, "eur")).toEqual([
    {
      position: 1,
      label: "Default 1",
      classification_id: null,
      required: false,
      unlimited: false,
      price_minor: 4990,
      tax_rate: 7,
    },
  ])
  expect(refusal(() => priceRows(rows, "usd"))).toMatchObject({
    code: "currency_not_priced",
    details: { row: 1, currency_code: "usd" },
  })
})

it("CHART-9: a version sells in the currencies in which every row is priced", () => {
  const usd = { currency_code: "USD", amount: 1 }
  expect(pricedCurrencies([draft({ prices: [eur(1), usd] }), draft({ prices: [eur(2)] })])).toEqual(["eur"])
  expect(pricedCurrencies([])).toEqual([])
})

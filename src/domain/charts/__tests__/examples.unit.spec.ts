import type { Classification, Person } from "../../people/types"
import { compileChart } from "../compile"
import { chartProblems } from "../completeness"
import { seatablePeople } from "../eligibility"
import {
  CIRCLE_CHART,
  EXAMPLE_CHARTS,
  EXAMPLE_CLASSIFICATIONS,
  type ExampleChart,
  exampleRows,
  FAMILY_CHART,
  FRIENDS_CHART,
} from "../examples"
import { priceRows } from "../price-rows"
import { quoteSeats } from "../quote"
import { bestSeating } from "../seating"
import { refusal } from "./fixtures"

const TODAY = "2026-06-15"
const ids = new Map(EXAMPLE_CLASSIFICATIONS.map(({ name }) => [name, name]))
const classifications = new Map<string, Classification>(
  EXAMPLE_CLASSIFICATIONS.map((each) => [each.name, { id: each.name, ...each }])
)
const aged = (age: number): Person => ({ date_of_birth: `${2026 - age}-01-01`, proofs: [] })

function seat(example: ExampleChart, ages: readonly number[], currency = "eur") {
  const chart = compileChart(priceRows(exampleRows(example, ids), currency))
  const people = seatablePeople(chart, ages.map(aged), { classifications, on_date: TODAY })
  return bestSeating(chart, people, { audience: example.audience })
}

/** "age → row label" for each seat, in seat order. */
function seated(example: ExampleChart, ages: readonly number[]): string[] {
  return seat(example, ages).seats.map(({ person_index, label }) => `${ages[person_index]} → ${label}`)
}

it.each(EXAMPLE_CHARTS)("CHART-11: the $name chart is complete in euros and dollars", (example) => {
  const requirements = { audience: example.audience, currency_codes: ["eur", "usd"] }
  expect(chartProblems(exampleRows(example, ids), requirements)).toEqual([])
})

describe("CHART-11: (a) family", () => {
  it("CHART-11: the twelve-year-old takes the required child row, the six-year-old sits free", () => {
    expect(seated(FAMILY_CHART, [40, 38, 6, 12])).toEqual([
      "40 → First adult",
      "38 → Second adult",
      "12 → First child",
      "6 → Child aged 5 to 8",
    ])
    expect(seat(FAMILY_CHART, [40, 38, 6, 12]).total_minor).toBe(5900 + 4900 + 2500)
    expect(seat(FAMILY_CHART, [40, 38, 6, 12], "usd").total_minor).toBe(6500 + 5500 + 2800)
  })

  it("CHART-11: an only child of six takes the required row, for nobody else can", () => {
    expect(seated(FAMILY_CHART, [40, 38, 6])).toEqual([
      "40 → First adult",
      "38 → Second adult",
      "6 → First child",
    ])
  })

  it("CHART-11: any number of children comes along", () => {
    const ages = [40, 38, ...Array.from({ length: 20 }, () => 10)]
    expect(seat(FAMILY_CHART, ages).total_minor).toBe(5900 + 4900 + 2500 + 19 * 1500)
  })

  it("CHART-11: up to four seniors, each on their own row", () => {
    expect(seat(FAMILY_CHART, [40, 38, 12, 70, 71, 72, 73]).total_minor).toBe(
      5900 + 4900 + 2500 + 2 * 3500 + 2 * 2900
    )
    expect(refusal(() => seat(FAMILY_CHART, [40, 38, 12, 70, 71, 72, 73, 74]))).toMatchObject({
      code: "seats_above_limit",
      details: { classification_ids: ["Adult", "Senior"], limit: 6, count: 7 },
    })
  })

  it("CHART-11: grandparents can be the two adults", () => {
    expect(seated(FAMILY_CHART, [70, 68, 12])).toEqual([
      "70 → First adult",
      "68 → Second adult",
      "12 → First child",
    ])
  })

  it.each([
    [[40, 12, 6], { classification_id: "Adult", limit: 2, count: 1 }],
    [[40, 38], { classification_id: "Child", limit: 1, count: 0 }],
  ])("CHART-11: ages %j miss a requirement: %j", (ages, details) => {
    expect(refusal(() => seat(FAMILY_CHART, ages))).toMatchObject({ code: "seats_below_required", details })
  })
})

describe("CHART-11: (b) group of friends", () => {
  const chart = compileChart(priceRows(exampleRows(FRIENDS_CHART, ids), "eur"))
  const total = (count: number) =>
    quoteSeats(chart, [{ classification_id: null, count }], { audience: "shared" }).total_minor

  it("CHART-11: each added seat lowers the average price", () => {
    const averages = [2, 3, 4, 5, 6].map((count) => total(count) / count)
    expect(averages).toEqual([...averages].sort((a, b) => b - a))
    expect(new Set(averages).size).toBe(5)
  })

  it("CHART-11: a seventh is refused", () => {
    expect(refusal(() => total(7))).toMatchObject({
      code: "seats_above_limit",
      details: { limit: 6, count: 7 },
    })
  })
})

describe("CHART-11: (c) one adult, one of any age, up to ten", () => {
  it("CHART-11: the adult is seated first, whoever else comes", () => {
    expect(seated(CIRCLE_CHART, [9, 30])).toEqual(["30 → Adult", "9 → Companion"])
    expect(seated(CIRCLE_CHART, [9, 30, 2, 80])).toEqual([
      "30 → Adult",
      "9 → Companion",
      "2 → Person 3",
      "80 → Person 4",
    ])
  })

  it("CHART-11: without an adult it is refused, and so is the eleventh", () => {
    expect(refusal(() => seat(CIRCLE_CHART, [9, 10]))).toMatchObject({
      code: "seats_below_required",
      details: { classification_id: "Adult", limit: 1, count: 0 },
    })
    expect(
      seat(
        CIRCLE_CHART,
        Array.from({ length: 10 }, () => 30)
      ).seats
    ).toHaveLength(10)
    expect(
      refusal(() =>
        seat(
          CIRCLE_CHART,
          Array.from({ length: 11 }, () => 30)
        )
      )
    ).toMatchObject({
      code: "seats_above_limit",
      details: { limit: 10, count: 11 },
    })
  })
})

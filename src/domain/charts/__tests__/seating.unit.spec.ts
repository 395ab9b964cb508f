import type { Classification, Person } from "../../people/types"
import { cheapestCounts } from "../cheapest-counts"
import { compileChart } from "../compile"
import { convexEnvelope } from "../convex-envelope"
import { seatablePeople } from "../eligibility"
import { bestSeating } from "../seating"
import type { ChartRow } from "../types"
import { refusal, row } from "./fixtures"

const TODAY = "2026-06-15"
const kind = (id: string, rest: Partial<Classification>): [string, Classification] => [
  id,
  { id, name: id, min_age: null, max_age: null, requires_proof: false, ...rest },
]
const classifications = new Map([
  kind("adult", { min_age: 18 }),
  kind("child", { max_age: 17 }),
  kind("student", { requires_proof: true }),
])
const aged = (age: number): Person => ({ date_of_birth: `${2026 - age}-01-01`, proofs: [] })
const student = (age: number): Person => ({
  ...aged(age),
  proofs: [{ classification_id: "student", expires_on: null }],
})

function seat(
  rows: readonly ChartRow[],
  people: readonly Person[],
  audience: "shared" | "individual" = "shared"
) {
  const chart = compileChart(rows)
  return bestSeating(chart, seatablePeople(chart, people, { classifications, on_date: TODAY }), { audience })
}

it("CHART-12: people are seated where they qualify, as cheaply as it goes", () => {
  const rows = [
    row({ position: 1, classification_id: "adult", required: true, price_minor: 5000 }),
    row({ position: 2, classification_id: "student", unlimited: true, price_minor: 2000 }),
    row({ position: 3, unlimited: true, price_minor: 4000 }),
  ]
  const seating = seat(rows, [student(20), aged(12), aged(40)])
  expect(seating.seats.map((each) => [each.person_index, each.row_position])).toEqual([
    [2, 1],
    [0, 2],
    [1, 3],
  ])
  expect(seating.total_minor).toBe(11_000)
  expect(seating.is_proven_cheapest).toBe(true)
  expect(seating.next_seat_prices.map((next) => next.price_minor)).toEqual([null, 2000, 4000])
})

it("CHART-12: where prices fall, one dear seat can open cheaper ones", () => {
  const rows = [
    row({ position: 1, classification_id: "adult", price_minor: 5000 }),
    row({ position: 2, classification_id: "adult", unlimited: true, price_minor: 100 }),
    row({ position: 3, unlimited: true, price_minor: 3000 }),
  ]
  expect(seat(rows, [aged(30), aged(31)]).total_minor).toBe(5100)
  expect(seat(rows, [aged(30), aged(10)]).total_minor).toBe(6000)
})

it("CHART-12: of equally cheap seats the earlier rows are taken, by people in the order given", () => {
  const rows = [
    row({ position: 1, classification_id: "adult", price_minor: 1000 }),
    row({ position: 2, classification_id: "adult", price_minor: 1000 }),
    row({ position: 3, unlimited: true, price_minor: 1000 }),
  ]
  const seating = seat(rows, [aged(30), aged(31), aged(32)])
  expect(seating.seats.map((each) => [each.person_index, each.row_position])).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
  ])
})

it("CHART-12: whoever fits no row is named, with the reason for each classification", () => {
  const rows = [
    row({ position: 1, classification_id: "adult", unlimited: true }),
    row({ position: 2, classification_id: "student", unlimited: true }),
  ]
  const refused = refusal(() => seat(rows, [aged(30), aged(12), { date_of_birth: null, proofs: [] }]))
  expect(refused).toMatchObject({
    code: "classification_not_met",
    details: {
      person_index: 1,
      people: [
        {
          person_index: 1,
          refusals: [{ classification_id: "adult", reason: "too_young" }, { reason: "proof_missing" }],
        },
        {
          person_index: 2,
          refusals: [{ classification_id: "adult", reason: "age_unknown" }, { reason: "proof_missing" }],
        },
      ],
    },
  })
})

it("CHART-12: requirements that compete for one person name each other", () => {
  const rows = [
    row({ position: 1, classification_id: "adult", required: true }),
    row({ position: 2, classification_id: "student", required: true }),
    row({ position: 3 }),
  ]
  expect(refusal(() => seat(rows, [student(30), aged(10)]))).toMatchObject({
    code: "seats_below_required",
    details: { classification_id: "student", limit: 1, count: 0, classification_ids: ["student", "adult"] },
  })
})

it("CHART-12: rows that are all taken are named, with somebody who is left", () => {
  const rows = [
    row({ position: 1, classification_id: "adult" }),
    row({ position: 2, classification_id: "child", unlimited: true }),
  ]
  expect(refusal(() => seat(rows, [aged(30), aged(10), aged(31)]))).toMatchObject({
    code: "seats_above_limit",
    details: { classification_id: "adult", limit: 1, count: 2, person_index: 2 },
  })
})

it("CHART-6: one person takes the cheapest row of an individual plan that they qualify for", () => {
  const rows = [
    row({ position: 1, classification_id: "adult", price_minor: 5000 }),
    row({ position: 2, classification_id: "student", price_minor: 3000 }),
  ]
  expect(seat(rows, [student(30)], "individual").seats.map((each) => each.row_position)).toEqual([2])
  expect(seat(rows, [aged(30)], "individual").seats.map((each) => each.row_position)).toEqual([1])
  expect(refusal(() => seat(rows, [aged(30), aged(31)], "individual")).code).toBe("seats_above_limit")
  expect(refusal(() => seat(rows, [], "individual")).code).toBe("seats_below_required")
})

it("CHART-12: a search that is cut short gives a legal answer and says so", () => {
  const kinds = [{ people: [0, 1, 2], fits: [true, true] }]
  const falling = { costs: [0, 10, 11, 12], min: 0, max: 2 }
  expect(cheapestCounts(kinds, [falling, falling], 1)).toMatchObject({ is_proven: false })
  expect(cheapestCounts(kinds, [falling, falling])).toEqual({ counts: [2, 1], is_proven: true })
})

it("CHART-12: the convex envelope runs below the costs and touches them at its corners", () => {
  expect(convexEnvelope([0, 5, 6, 7, 30], 0, 4)).toEqual([
    { from: 0, to: 3, slope: 7 / 3 },
    { from: 3, to: 4, slope: 23 },
  ])
  expect(convexEnvelope([0, 5], 1, 1)).toEqual([])
})

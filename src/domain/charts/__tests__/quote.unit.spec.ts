import fc from "fast-check"
import { compileChart } from "../compile"
import { quoteSeats } from "../quote"
import { SEATS_MAX } from "../seat-limits"
import type { ChartRow, SeatCount } from "../types"
import { refusal, row } from "./fixtures"

const names = new Map([
  ["adult", "Adult"],
  ["child", "Child"],
])
const shared = { audience: "shared" as const, names }
const individual = { audience: "individual" as const, names }
const count = (classification_id: string | null, seats: number): SeatCount => ({
  classification_id,
  count: seats,
})

/** Child rows: position 4 is required, so it is taken before 2; 5 repeats. */
const FAMILY = compileChart([
  row({ position: 1, classification_id: "adult", required: true, price_minor: 5000 }),
  row({ position: 2, classification_id: "child", price_minor: 2000, tax_rate: 7 }),
  row({ position: 3, classification_id: "adult", price_minor: 4000 }),
  row({ position: 4, classification_id: "child", required: true, price_minor: 3000 }),
  row({ position: 5, classification_id: "child", unlimited: true, price_minor: 1000 }),
])

const brief = (counts: readonly SeatCount[]) =>
  quoteSeats(FAMILY, counts, shared).seats.map(
    (seat) => `${seat.row_position}:${seat.classification_id} ${seat.sequence}`
  )

it.each([
  [[count("adult", 1), count("child", 1)], ["1:adult 1", "4:child 1"], "required rows first"],
  [
    [count("adult", 2), count("child", 2)],
    ["1:adult 1", "2:child 2", "3:adult 2", "4:child 1"],
    "then rows in order; listed by position",
  ],
  [
    [count("adult", 1), count("child", 5)],
    ["1:adult 1", "2:child 2", "4:child 1", "5:child 3", "5:child 4", "5:child 5"],
    "the unlimited row repeated",
  ],
  [
    [count("child", 1), count("adult", 1), count("child", 1)],
    ["1:adult 1", "2:child 2", "4:child 1"],
    "entries of one classification are added up",
  ],
  [
    [count("adult", 1), count("child", 1), count("adult", 0)],
    ["1:adult 1", "4:child 1"],
    "zero adds nothing",
  ],
])("CHART-7: %# %j takes %j: %s", (counts, expected) => {
  expect(brief(counts)).toEqual(expected)
})

it("CHART-7: a quote gives each seat, the total, and what one more seat of each classification costs", () => {
  expect(quoteSeats(FAMILY, [count("adult", 2), count("child", 2)], shared)).toEqual({
    seats: [
      {
        row_position: 1,
        label: "Row 1",
        classification_id: "adult",
        sequence: 1,
        price_minor: 5000,
        tax_rate: null,
        required: true,
      },
      {
        row_position: 2,
        label: "Row 2",
        classification_id: "child",
        sequence: 2,
        price_minor: 2000,
        tax_rate: 7,
        required: false,
      },
      {
        row_position: 3,
        label: "Row 3",
        classification_id: "adult",
        sequence: 2,
        price_minor: 4000,
        tax_rate: null,
        required: false,
      },
      {
        row_position: 4,
        label: "Row 4",
        classification_id: "child",
        sequence: 1,
        price_minor: 3000,
        tax_rate: null,
        required: true,
      },
    ],
    total_minor: 14_000,
    next_seat_prices: [
      { classification_id: "adult", price_minor: null },
      { classification_id: "child", price_minor: 1000 },
    ],
  })
})

it.each([
  [[count("child", 1)], "seats_below_required", { classification_id: "adult", limit: 1, count: 0 }, "Adult"],
  [[], "seats_below_required", { classification_id: "adult", limit: 1, count: 0 }, "Adult"],
  [
    [count("adult", 3), count("child", 1)],
    "seats_above_limit",
    { classification_id: "adult", limit: 2, count: 3 },
    "Adult",
  ],
  [[count("pet", 1)], "classification_unknown", { classification_id: "pet", limit: 0, count: 1 }, "pet"],
  [[count(null, 1)], "classification_unknown", { classification_id: null, limit: 0, count: 1 }, "Any"],
  [[count("adult", -1)], "seat_count_invalid", { classification_id: "adult", count: -1 }, "Adult"],
  [[count("adult", 1.5)], "seat_count_invalid", { classification_id: "adult", count: 1.5 }, "Adult"],
  [[count("adult", NaN)], "seat_count_invalid", { classification_id: "adult", count: NaN }, "Adult"],
  [
    [count("adult", 1), count("child", SEATS_MAX)],
    "seats_above_limit",
    { limit: SEATS_MAX, count: SEATS_MAX + 1 },
    "",
  ],
])("CHART-7: %j is refused with %s %j, naming %j", (counts, code, details, name) => {
  const refused = refusal(() => quoteSeats(FAMILY, counts, shared))
  expect(refused).toMatchObject({ code, details })
  expect(refused.message).toContain(name)
})

it("CHART-6: a shared membership has at least two seats", () => {
  const chart = compileChart([row({ position: 1, unlimited: true, price_minor: 100 })])
  for (const seats of [0, 1])
    expect(refusal(() => quoteSeats(chart, [count(null, seats)], shared))).toMatchObject({
      code: "seats_below_required",
      details: { limit: 2, count: seats },
    })
  expect(quoteSeats(chart, [count(null, 2)], shared).total_minor).toBe(200)
})

it("CHART-7: a membership at the seat limit has no next seat", () => {
  const chart = compileChart([row({ position: 1, unlimited: true, price_minor: 1 })])
  const quote = quoteSeats(chart, [count(null, SEATS_MAX)], shared)
  expect(quote.seats).toHaveLength(SEATS_MAX)
  expect(quote.next_seat_prices).toEqual([{ classification_id: null, price_minor: null }])
})

describe("CHART-6: an individual plan takes exactly one of its rows", () => {
  const chart = compileChart([
    row({ position: 1, classification_id: "adult", price_minor: 5000 }),
    row({ position: 2, classification_id: "child", price_minor: 3000 }),
  ])

  it("CHART-6: one seat is priced by the row of its classification, and has no next", () => {
    const quote = quoteSeats(chart, [count("child", 1)], individual)
    expect(quote.seats.map((seat) => seat.row_position)).toEqual([2])
    expect(quote.total_minor).toBe(3000)
    expect(quote.next_seat_prices.map((next) => next.price_minor)).toEqual([null, null])
  })

  it.each([
    [[], "seats_below_required", 0],
    [[count("adult", 1), count("child", 1)], "seats_above_limit", 2],
    [[count("adult", 2)], "seats_above_limit", 2],
  ])("CHART-6: %j is refused with %s", (counts, code, seats) => {
    expect(refusal(() => quoteSeats(chart, counts, individual))).toMatchObject({
      code,
      details: { limit: 1, count: seats },
    })
  })
})

it("CHART-7: a broken chart is a bug, not a refusal", () => {
  const broken: ChartRow[][] = [
    [row({ position: 2 })],
    [row({ position: 1, price_minor: 0.5 })],
    [row({ position: 1, price_minor: -1 })],
    [row({ position: 1, unlimited: true, required: true })],
    [row({ position: 1, unlimited: true }), row({ position: 2 })],
  ]
  for (const rows of broken) expect(() => compileChart(rows)).toThrow("Invariant broken")
})

it("CHART-7: seats add up to the total, one per seat asked for, ordered by row and sequence", () => {
  const seats = fc.record({ adult: fc.integer({ min: 1, max: 2 }), child: fc.integer({ min: 1, max: 300 }) })
  fc.assert(
    fc.property(seats, ({ adult, child }) => {
      const quote = quoteSeats(FAMILY, [count("adult", adult), count("child", child)], shared)
      expect(quote.seats).toHaveLength(adult + child)
      expect(quote.seats.reduce((sum, seat) => sum + seat.price_minor, 0)).toBe(quote.total_minor)
      const order = quote.seats.map((seat) => seat.row_position * 10_000 + seat.sequence)
      expect(order).toEqual([...order].sort((a, b) => a - b))
      const next = quote.next_seat_prices[1]!.price_minor!
      const more = quoteSeats(FAMILY, [count("adult", adult), count("child", child + 1)], shared)
      expect(more.total_minor).toBe(quote.total_minor + next)
    })
  )
})

import fc from "fast-check"
import type { ChartRow } from "../../charts/types"
import { DomainError } from "../../errors"
import type { Classification } from "../../people/types"
import { nextSeatPrices, nextSeats, type NextSeatsInput, type TakenPlace } from "../next-seats"

const adult: Classification = {
  ...{ id: "adult", name: "Adult", min_age: 18, max_age: null, requires_proof: false },
}
const child: Classification = { ...adult, id: "child", name: "Child", min_age: 0, max_age: 17 }

const row = (
  position: number,
  classification_id: string | null,
  change: Partial<ChartRow> = {}
): ChartRow => ({
  ...{ position, classification_id, label: `Row ${position}`, required: false, unlimited: false },
  ...{ price_minor: position * 1000, tax_rate: null },
  ...change,
})

/** Two required adults, two children, then every further child. */
const family = [
  row(1, "adult", { required: true }),
  row(2, "adult", { required: true }),
  row(3, "child"),
  row(4, "child"),
  row(5, "child", { unlimited: true }),
]
const place = (row_position: number, classification_id: string | null, sequence: number): TakenPlace => ({
  ...{ row_position, classification_id, sequence },
})
const sold = [place(1, "adult", 1), place(2, "adult", 2), place(3, "child", 1)]

const input = (change: Partial<NextSeatsInput> = {}): NextSeatsInput => ({
  ...{ audience: "household", rows: family, taken: sold, classifications: [adult, child] },
  ...{ wish: { seats: [{ classification_id: "child", count: 1 }] }, on_date: "2027-02-10" },
  ...change,
})
const wish = (classification_id: string | null, count: number) => ({ seats: [{ classification_id, count }] })
const born = (date_of_birth: string | null, member_id = "m") => ({
  ...{ date_of_birth, member_id, proofs: [], household_id: "h1" },
})
const taking = (of: NextSeatsInput) =>
  nextSeats(of).seats.map(({ row_position, sequence, price_minor }) => [row_position, sequence, price_minor])

const codeOf = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

describe("SEAT-8: the seats that a membership gets when it grows", () => {
  const cases: { name: string; change: Partial<NextSeatsInput>; rows: number[][] }[] = [
    { name: "the next row of its classification", change: {}, rows: [[4, 2, 4000]] },
    {
      name: "then the unlimited row, again and again",
      change: { wish: wish("child", 3) },
      rows: [
        [4, 2, 4000],
        [5, 3, 5000],
        [5, 4, 5000],
      ],
    },
    {
      name: "the row and the number of one that ended first",
      change: {
        taken: [...sold.slice(0, 2), place(4, "child", 2), place(5, "child", 3)],
        wish: wish("child", 2),
      },
      rows: [
        [3, 1, 3000],
        [5, 4, 5000],
      ],
    },
    {
      name: "one row for each person, the cheapest that takes them",
      change: { wish: { people: [born("2020-01-01", "a"), born("2019-01-01", "b")] } },
      rows: [
        [4, 2, 4000],
        [5, 3, 5000],
      ],
    },
    {
      name: "an Any row where that is cheaper",
      change: {
        rows: [...family.slice(0, 4), row(5, null, { price_minor: 500 })],
        wish: { people: [born("2020-01-01")] },
      },
      rows: [[5, 1, 500]],
    },
  ]
  for (const { name, change, rows } of cases)
    it(`SEAT-8: takes ${name}`, () => {
      expect(taking(input(change))).toEqual(rows)
    })

  const refusals: { name: string; change: Partial<NextSeatsInput>; code: string }[] = [
    {
      name: "a classification without a further row",
      change: { wish: wish("adult", 1) },
      code: "seats_above_limit",
    },
    {
      name: "more seats than its rows",
      change: { rows: family.slice(0, 4), wish: wish("child", 2) },
      code: "seats_above_limit",
    },
    {
      name: "a classification of no row",
      change: { wish: wish("senior", 1) },
      code: "classification_unknown",
    },
    { name: "half a seat", change: { wish: wish("child", 0.5) }, code: "seat_count_invalid" },
    {
      name: "somebody whom no row takes",
      change: { wish: { people: [born(null)] } },
      code: "classification_not_met",
    },
    {
      name: "somebody whose rows are all taken",
      change: { wish: { people: [born("1980-01-01")] } },
      code: "seats_above_limit",
    },
    {
      name: "a second seat of a plan for one",
      change: { audience: "individual" },
      code: "seats_above_limit",
    },
  ]
  for (const { name, change, code } of refusals)
    it(`SEAT-8: refuses ${name}`, () => {
      expect(codeOf(() => nextSeats(input(change)))).toBe(code)
    })

  it("SEAT-8: tells what one more of each classification costs, before and after", () => {
    expect(nextSeatPrices(input())).toEqual([
      { classification_id: "adult", price_minor: null, label: null },
      { classification_id: "child", price_minor: 4000, label: "Row 4" },
    ])
    expect(nextSeats(input()).next_seat_prices).toEqual([
      { classification_id: "adult", price_minor: null },
      { classification_id: "child", price_minor: 5000 },
    ])
    expect(nextSeatPrices(input({ audience: "individual" })).map(({ price_minor }) => price_minor)).toEqual([
      null,
      null,
    ])
  })

  it("SEAT-8: never takes a row twice, nor a number of a classification", () => {
    const taken = fc.subarray([
      place(3, "child", 1),
      place(4, "child", 2),
      place(5, "child", 3),
      place(5, "child", 4),
    ])
    fc.assert(
      fc.property(taken, fc.integer({ min: 1, max: 6 }), (children, count) => {
        const before = [...sold.slice(0, 2), ...children]
        const after = [...before, ...nextSeats(input({ taken: before, wish: wish("child", count) })).seats]
        const rows = after.map(({ row_position }) => row_position).filter((position) => position !== 5)
        const numbers = after
          .filter((each) => each.classification_id === "child")
          .map(({ sequence }) => sequence)
        expect(new Set(rows).size).toBe(rows.length)
        expect(new Set(numbers).size).toBe(numbers.length)
      })
    )
  })
})

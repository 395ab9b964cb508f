import fc from "fast-check"
import { compileChart } from "../compile"
import type { SeatablePerson } from "../eligibility"
import { quoteSeats } from "../quote"
import { bestSeating, type Seating } from "../seating"
import type { ChartRow, CompiledChart } from "../types"
import { row } from "./fixtures"

/** Small charts of up to three classifications and `Any`, prices rising or falling, some rows required. */
const chartRows = fc
  .array(
    fc.record({
      classification_id: fc.constantFrom(null, "a", "b", "c"),
      required: fc.boolean(),
      unlimited: fc.boolean(),
      price_minor: fc.integer({ min: 0, max: 12 }),
    }),
    { minLength: 1, maxLength: 6 }
  )
  .map((rows): ChartRow[] =>
    rows.map((draft, index) => {
      const last = !rows.slice(index + 1).some((later) => later.classification_id === draft.classification_id)
      const unlimited = draft.unlimited && last
      return row({ ...draft, position: index + 1, unlimited, required: draft.required && !unlimited })
    })
  )

/** For each person the classifications they qualify for; `Any` always. */
const eligibilities = fc.array(fc.subarray(["a", "b", "c"]), { minLength: 2, maxLength: 5 })

function seatable(chart: CompiledChart, fits: readonly string[][]): SeatablePerson[] {
  return fits.map((own) => ({
    refusals: chart.groups.map(({ classification_id }) =>
      classification_id === null || own.includes(classification_id)
        ? null
        : { classification_id, reason: "too_old" as const, message: "Too old." }
    ),
  }))
}

/** The cheapest total over every way to send people to classifications; null when none is legal. */
function bruteForce(chart: CompiledChart, people: readonly SeatablePerson[]): number | null {
  const counts = chart.groups.map(() => 0)
  const visit = (person: number): number | null => {
    if (person === people.length) return legalTotal(chart, counts)
    const totals = chart.groups.map((_, group) => {
      if (people[person]!.refusals[group] !== null) return null
      counts[group]! += 1
      const total = visit(person + 1)
      counts[group]! -= 1
      return total
    })
    return totals.reduce(
      (best, total) => (total !== null && (best === null || total < best) ? total : best),
      null
    )
  }
  return visit(0)
}

function legalTotal(chart: CompiledChart, counts: readonly number[]): number | null {
  let total = 0
  for (const [index, group] of chart.groups.entries()) {
    const count = counts[index]!
    if (count < group.required || count > group.limit) return null
    for (let seat = 0; seat < count; seat++)
      total += group.rows[Math.min(seat, group.rows.length - 1)]!.price_minor
  }
  return total
}

function seatingOrCode(chart: CompiledChart, people: readonly SeatablePerson[]): Seating | string {
  try {
    return bestSeating(chart, people, { audience: "shared" })
  } catch (error) {
    return (error as { code: string }).code
  }
}

const REFUSALS = ["classification_not_met", "seats_below_required", "seats_above_limit"]

it("CHART-12: no legal seating is cheaper, and one is found whenever there is one", () => {
  fc.assert(
    fc.property(chartRows, eligibilities, (rows, fits) => {
      const chart = compileChart(rows)
      const people = seatable(chart, fits)
      const cheapest = bruteForce(chart, people)
      const seating = seatingOrCode(chart, people)
      if (typeof seating === "string") {
        expect(REFUSALS).toContain(seating)
        expect(cheapest).toBeNull()
      } else expect(seating.total_minor).toBe(cheapest)
    }),
    { numRuns: 5_000 }
  )
})

it("CHART-12: a seating is legal, and is what a quote of its counts says", () => {
  fc.assert(
    fc.property(chartRows, eligibilities, (rows, fits) => {
      const chart = compileChart(rows)
      const people = seatable(chart, fits)
      const seating = seatingOrCode(chart, people)
      fc.pre(typeof seating !== "string")
      expect(seating.seats.map((seat) => seat.person_index).sort()).toEqual([...people.keys()])
      for (const seat of seating.seats) {
        const group = chart.group_by_classification.get(seat.classification_id)!
        expect(people[seat.person_index]!.refusals[group]).toBeNull()
      }
      const taken = new Set(seating.seats.map((seat) => seat.row_position))
      for (const required of rows.filter((each) => each.required)) expect(taken).toContain(required.position)
      const quote = quoteSeats(chart, seating.counts, { audience: "shared" })
      expect(quote.seats).toEqual(seating.seats.map(({ person_index: _, ...seat }) => seat))
      expect(quote.total_minor).toBe(seating.total_minor)
    }),
    { numRuns: 1_000 }
  )
})

it("CHART-12: the same people get the same seats every time", () => {
  fc.assert(
    fc.property(chartRows, eligibilities, (rows, fits) => {
      const chart = compileChart(rows)
      const once = seatingOrCode(chart, seatable(chart, fits))
      expect(seatingOrCode(compileChart([...rows].reverse()), seatable(chart, fits))).toEqual(once)
    })
  )
})

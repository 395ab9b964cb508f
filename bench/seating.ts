import { compileChart } from "../src/domain/charts/compile"
import type { SeatablePerson } from "../src/domain/charts/eligibility"
import { bestSeating } from "../src/domain/charts/seating"
import type { ChartRow, CompiledChart } from "../src/domain/charts/types"
import { measure, seededNumbers, type Measurement } from "./measure"

const MILLISECOND = 1_000_000
/** Charts and people per line: one lucky case proves nothing. */
const CASES = 40

type Price = (group: number, index: number) => number

/** CHART-12: the cheapest seating, also where falling prices make it a search. */
export function benchSeating(): Measurement[] {
  const random = seededNumbers(12_345)
  const rising: Price = (_, index) => 2_000 + index * 700 + random(600)
  const falling: Price = (_, index) => 9_000 - index * 700 - random(600)
  const jagged: Price = () => random(9_000)
  const ten = { people: 10, target_ns: MILLISECOND }
  const many = { people: 200, target_ns: 100 * MILLISECOND }
  return [
    seating("seating, 10 on 12 rows, rising prices", { ...ten, groups: 4, rows: 3, price: rising }, random),
    seating("seating, 10 on 12 rows, falling prices", { ...ten, groups: 4, rows: 3, price: falling }, random),
    seating("seating, 200 on 12 rows, rising prices", { ...many, groups: 4, rows: 3, price: rising }, random),
    seating(
      "seating, 200 on 12 rows, falling prices",
      { ...many, groups: 4, rows: 3, price: falling },
      random
    ),
    seating(
      "seating, 200 on 36 rows, falling prices",
      { ...many, groups: 6, rows: 6, price: falling },
      random
    ),
    seating("seating, 200 on 36 rows, jagged prices", { ...many, groups: 6, rows: 6, price: jagged }, random),
  ]
}

interface Shape {
  readonly people: number
  /** Classifications, `Any` among them; each person fits about half of the others. */
  readonly groups: number
  /** Rows of each classification; the last one is unlimited, the first of the first required. */
  readonly rows: number
  readonly price: Price
  readonly target_ns: number
}

function seating(what: string, shape: Shape, random: (limit: number) => number): Measurement {
  const cases = Array.from({ length: CASES }, () => {
    const chart = compileChart(chartRows(shape))
    return { chart, people: people(chart, shape.people, random) }
  })
  return measure({
    what,
    target_ns: shape.target_ns,
    per: "a seating",
    cases: CASES,
    samples_per_case: 15,
    calls_per_sample: 1,
    units_per_call: 1,
    run: (index) => {
      const { chart, people } = cases[index]!
      const best = bestSeating(chart, people, { audience: "shared" })
      if (!best.is_proven_cheapest) throw new Error(`${what}: the cheapest seating was not found`)
      return best.total_minor
    },
  })
}

function chartRows({ groups, rows, price }: Shape): ChartRow[] {
  return Array.from({ length: groups * rows }, (_, at) => {
    const group = Math.floor(at / rows)
    const index = at % rows
    return {
      position: at + 1,
      label: `Row ${at + 1}`,
      classification_id: group === 0 ? null : `class_${group}`,
      required: at === 0,
      unlimited: index === rows - 1,
      price_minor: price(group, index),
      tax_rate: null,
    }
  })
}

function people(chart: CompiledChart, count: number, random: (limit: number) => number): SeatablePerson[] {
  return Array.from({ length: count }, () => ({
    refusals: chart.groups.map(({ classification_id }) =>
      classification_id === null || random(2) === 0
        ? null
        : { classification_id, reason: "too_old" as const, message: "Too old." }
    ),
  }))
}

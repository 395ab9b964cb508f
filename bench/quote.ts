import { compileChart } from "../src/domain/charts/compile"
import { EXAMPLE_CLASSIFICATIONS, exampleRows, FAMILY_CHART } from "../src/domain/charts/examples"
import { priceRows } from "../src/domain/charts/price-rows"
import { quoteSeats } from "../src/domain/charts/quote"
import type { SeatCount } from "../src/domain/charts/types"
import { measure, type Measurement } from "./measure"

const TARGET_NS = 150

const ids = new Map(EXAMPLE_CLASSIFICATIONS.map(({ name }) => [name, name]))
const family = compileChart(priceRows(exampleRows(FAMILY_CHART, ids), "eur"))
const company = compileChart([
  {
    position: 1,
    label: "Employee",
    classification_id: null,
    required: false,
    unlimited: true,
    price_minor: 2900,
    tax_rate: null,
  },
])

/** CHART-7: what a seat of a quote costs, on a chart that is compiled once. */
export function benchQuote(): Measurement[] {
  return [
    quote("quote, family of 4 on 9 rows", family, [
      { classification_id: "Adult", count: 2 },
      { classification_id: "Child", count: 1 },
      { classification_id: "Young child", count: 1 },
    ]),
    quote("quote, company of 200 on 1 row", company, [{ classification_id: null, count: 200 }]),
  ]
}

function quote(what: string, chart: typeof family, counts: readonly SeatCount[]): Measurement {
  const seats = counts.reduce((sum, each) => sum + each.count, 0)
  return measure({
    what,
    target_ns: TARGET_NS,
    per: "a seat",
    cases: 1,
    samples_per_case: 200,
    calls_per_sample: Math.ceil(20_000 / seats),
    units_per_call: seats,
    run: () => quoteSeats(chart, counts, { audience: "shared" }).total_minor,
  })
}

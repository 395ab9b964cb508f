import { averagePrices, growthOrder } from "../average-price"
import { compileChart } from "../compile"
import { CIRCLE_CHART, EXAMPLE_CLASSIFICATIONS, exampleRows, FAMILY_CHART, FRIENDS_CHART } from "../examples"
import { priceRows } from "../price-rows"
import { quoteSeats } from "../quote"
import { row } from "./fixtures"

const ids = new Map(EXAMPLE_CLASSIFICATIONS.map(({ name }) => [name, name.toLowerCase()]))
const rowsOf = (chart: typeof FAMILY_CHART) => priceRows(exampleRows(chart, ids), "eur")
const brief = (chart: typeof FAMILY_CHART) =>
  averagePrices(rowsOf(chart), chart.audience).map(
    ({ seats, row_position, total_minor, average_minor }) =>
      `${seats}: row ${row_position}, ${total_minor} / ${average_minor}`
  )

it("CHART-11 (a): a family grows from its three required seats over each row once, then its unlimited rows in turn", () => {
  expect(brief(FAMILY_CHART)).toEqual([
    "3: row 3, 13300 / 4433",
    "4: row 4, 14800 / 3700",
    "5: row 5, 14800 / 2960",
    "6: row 6, 18300 / 3050",
    "7: row 7, 21800 / 3114",
    "8: row 8, 24700 / 3088",
    "9: row 9, 27600 / 3067",
    "10: row 4, 29100 / 2910",
    "11: row 5, 29100 / 2645",
    "12: row 4, 30600 / 2550",
  ])
})

it("CHART-11 (b): each added friend lowers the average price, up to the six of the chart", () => {
  expect(brief(FRIENDS_CHART)).toEqual([
    "2: row 2, 11400 / 5700",
    "3: row 3, 16300 / 5433",
    "4: row 4, 20800 / 5200",
    "5: row 5, 24700 / 4940",
    "6: row 6, 27600 / 4600",
  ])
})

it("CHART-11 (c): a circle grows from its adult and companion to ten", () => {
  const averages = averagePrices(rowsOf(CIRCLE_CHART), CIRCLE_CHART.audience)
  expect(averages.map(({ seats }) => seats)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(averages[0]).toMatchObject({ total_minor: 10_000, average_minor: 5_000 })
  expect(averages.at(-1)).toMatchObject({ total_minor: 41_200, average_minor: 4_120 })
})

it.each([FAMILY_CHART, FRIENDS_CHART, CIRCLE_CHART])(
  "CHART-7: $name: each group can be sold, and costs what its quote says",
  (chart) => {
    const rows = rowsOf(chart)
    const compiled = compileChart(rows)
    for (const { seats, total_minor } of averagePrices(rows, chart.audience)) {
      const counts = growthOrder(rows, seats).map(({ classification_id }) => ({
        classification_id,
        count: 1,
      }))
      expect(quoteSeats(compiled, counts, { audience: chart.audience }).total_minor).toBe(total_minor)
    }
  }
)

it("an individual plan has no groups, and neither has a chart of a single seat", () => {
  expect(averagePrices([row({ position: 1 })], "individual")).toEqual([])
  expect(averagePrices([row({ position: 1 })], "shared")).toEqual([])
})

it("more than twelve rows are all followed", () => {
  const rows = Array.from({ length: 15 }, (_, index) => row({ position: index + 1 }))
  expect(averagePrices(rows, "shared").at(-1)?.seats).toBe(15)
})

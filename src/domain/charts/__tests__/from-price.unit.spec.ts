import { CIRCLE_CHART, EXAMPLE_CLASSIFICATIONS, exampleRows, FAMILY_CHART, FRIENDS_CHART } from "../examples"
import { fromPriceMinor } from "../from-price"
import { priceRows } from "../price-rows"
import { row } from "./fixtures"

const ids = new Map(EXAMPLE_CLASSIFICATIONS.map(({ name }) => [name, name]))

it.each([
  [FAMILY_CHART, 5900 + 4900 + 2500, "its three required rows"],
  [FRIENDS_CHART, 5900 + 5500, "two seats, in order: later ones cannot be taken first"],
])("CHART-7: the least a sale of $name costs is %i: %s", (chart, expected) => {
  expect(fromPriceMinor(priceRows(exampleRows(chart, ids), "eur"), chart.audience)).toBe(expected)
})

it("CHART-6: an individual plan starts at its cheapest row, and a chart of one row sells no shared membership", () => {
  const rows = [
    row({ position: 1, price_minor: 90 }),
    row({ position: 2, classification_id: "senior", price_minor: 60 }),
  ]
  expect(fromPriceMinor(rows, "individual")).toBe(60)
  expect(fromPriceMinor(rows.slice(0, 1), "shared")).toBeNull()
  expect(fromPriceMinor(priceRows(exampleRows(CIRCLE_CHART, ids), "eur"), "shared")).toBeGreaterThan(0)
})

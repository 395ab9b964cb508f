import { rowDifferences } from "../difference"
import { draft } from "./fixtures"

const price = (currency_code: string, amount: number) => ({ currency_code, amount })

it("CHART-2: an unchanged copy differs in nothing, whatever the order of its prices", () => {
  const before = [draft({ prices: [price("eur", 1), price("usd", 2)] })]
  const after = [draft({ prices: [price("USD", 2), price("eur", 1)] })]
  expect(rowDifferences(before, after)).toEqual([])
})

it("CHART-10: changed fields, added and removed rows are told by position", () => {
  const first = draft({ label: "Adult", prices: [price("eur", 10)] })
  const changed = draft({ label: "Grown-up", prices: [price("eur", 12), price("usd", 14)], tax_rate: 7 })
  const fields = [
    { field: "label", before: "Adult", after: "Grown-up" },
    { field: "tax_rate", before: null, after: 7 },
    { field: "prices.eur", before: 10, after: 12 },
    { field: "prices.usd", before: null, after: 14 },
  ]
  expect(rowDifferences([first], [changed, draft()])).toEqual([
    { position: 1, change: "changed", fields },
    { position: 2, change: "added", fields: [] },
  ])
  expect(rowDifferences([first, draft()], [first])).toEqual([{ position: 2, change: "removed", fields: [] }])
})

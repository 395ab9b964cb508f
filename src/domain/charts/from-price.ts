import { isShared, type PlanAudience } from "../plans/types"
import { compileChart } from "./compile"
import type { ChartRow } from "./types"

/**
 * The least that a sale from a chart can cost, for "from 108.00": an individual plan's cheapest row; for a shared
 * one all required rows, and where they are fewer than two seats the cheapest further ones (CHART-6, CHART-7).
 * Who may sit there is not asked. null when no sale is possible.
 */
export function fromPriceMinor(rows: readonly ChartRow[], audience: PlanAudience): number | null {
  const { groups } = compileChart(rows)
  if (!isShared(audience)) return cheapest(groups.flatMap(({ rows: [first] }) => first?.price_minor ?? []))
  const required = rows.filter((row) => row.required)
  const taken = groups.map((group) => group.required)
  let total = required.reduce((sum, row) => sum + row.price_minor, 0)
  for (let seats = required.length; seats < 2; seats++) {
    const next = groups.map((group, index) => {
      const sequence = (taken[index] ?? 0) + 1
      return sequence > group.limit
        ? null
        : (group.rows[Math.min(sequence, group.rows.length) - 1]?.price_minor ?? null)
    })
    const price = cheapest(next.filter((each) => each !== null))
    if (price === null) return null
    const index = next.indexOf(price)
    taken[index] = (taken[index] ?? 0) + 1
    total += price
  }
  return total
}

const cheapest = (prices: readonly number[]): number | null => (prices.length ? Math.min(...prices) : null)

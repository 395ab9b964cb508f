import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { membershipModule } from "../../http/handler"
import { oneOf } from "../../http/read"

type Row = Record<string, unknown>

/** A version with its rows in order. */
const inOrder = (chart: Row): Row =>
  Array.isArray(chart.rows)
    ? { ...chart, rows: (chart.rows as { position: number }[]).toSorted((a, b) => a.position - b.position) }
    : chart

/** Versions as they are answered: rows in order, and how many memberships each prices, or will. */
export async function chartAnswers(req: AuthenticatedMedusaRequest, charts: readonly Row[]): Promise<Row[]> {
  const ids = charts.flatMap(({ id }) => (typeof id === "string" ? [id] : []))
  const counts = await membershipModule(req).membershipCountsOfCharts(ids)
  const moving = await membershipModule(req).waitingMoveCounts(ids)
  return charts.map((chart) => ({
    ...inOrder(chart),
    membership_count: counts.get(chart.id as string) ?? 0,
    moving_count: moving.get(chart.id as string) ?? 0,
  }))
}

export async function chartAnswer(req: AuthenticatedMedusaRequest, id: string): Promise<Row> {
  const [chart] = await chartAnswers(req, [await oneOf(req, "membership_price_chart", id)])
  return chart!
}

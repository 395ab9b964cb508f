import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { oneOf } from "../../http/read"

type Row = Record<string, unknown>

/** A version with its rows in order. */
export const inOrder = (chart: Row): Row =>
  Array.isArray(chart.rows)
    ? { ...chart, rows: (chart.rows as { position: number }[]).toSorted((a, b) => a.position - b.position) }
    : chart

export const chartAnswer = async (req: AuthenticatedMedusaRequest, id: string): Promise<Row> =>
  inOrder(await oneOf(req, "membership_price_chart", id))

import type { ChartProblem } from "../../../domain/charts/types"
import { ApiError } from "../../platform/api"
import { type EditorProblem, withoutMessage } from "./editor-problems"

/** What the server refused, as far as it says in which cell; empty means that it belongs into a toast. */
export function refusedCells(error: unknown): EditorProblem[] {
  if (!(error instanceof ApiError)) return []
  const { row, problems } = error.details
  if (error.code === "classification_unknown" && typeof row === "number")
    return [{ row, field: "classification_id", problem: "classification_unknown" }]
  const isOfChart = error.code === "chart_row_invalid" || error.code === "chart_incomplete"
  return isOfChart ? (problems as ChartProblem[]).map(withoutMessage) : []
}

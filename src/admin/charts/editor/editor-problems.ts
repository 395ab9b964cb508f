import { chartProblems, type ChartRequirements } from "../../../domain/charts/completeness"
import type { ChartProblem, ChartProblemCode } from "../../../domain/charts/types"
import { type AmountTextProblem, readAmount, readPercent } from "../../forms/amount-text"
import { type EditorRow, toDrafts } from "./editor-rows"

export type EditorProblemCode =
  ChartProblemCode | AmountTextProblem | "tax_rate_unreadable" | "classification_unknown"

/** What is wrong with one cell, or with the chart as a whole. */
export interface EditorProblem {
  /** Position of the row, from 1; null is the chart. */
  readonly row: number | null
  readonly field: string
  readonly problem: EditorProblemCode
}

/** What may stay while a draft is saved: it only keeps the version from being finalized (CHART-9). */
const ONLY_INCOMPLETE: readonly EditorProblemCode[] = [
  "label_missing",
  "price_missing",
  "seats_too_few",
  "currency_missing",
]
export const keepsFromSaving = ({ problem }: EditorProblem) => !ONLY_INCOMPLETE.includes(problem)

/** Everything the server would say, by the same rules, and the amounts that cannot be read. */
export function editorProblems(rows: readonly EditorRow[], requirements: ChartRequirements): EditorProblem[] {
  const unread = rows.flatMap((row, index) => unreadableCells(row, index + 1))
  const cells = new Set(unread.map(cellOf))
  const found = chartProblems(toDrafts(rows), requirements).filter((problem) => !cells.has(cellOf(problem)))
  return [...unread, ...found.map(withoutMessage)].toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
}

export const cellOf = ({ row, field }: Pick<EditorProblem, "row" | "field">) => `${row}:${field}`

export const withoutMessage = ({ row, field, problem }: ChartProblem): EditorProblem => ({
  row,
  field,
  problem,
})

function unreadableCells(row: EditorRow, position: number): EditorProblem[] {
  const prices = Object.entries(row.prices).flatMap(([currency_code, text]) => {
    const read = readAmount(text, currency_code)
    return read.kind === "unreadable"
      ? [{ row: position, field: `prices.${currency_code}`, problem: read.problem }]
      : []
  })
  const isTaxRead = readPercent(row.tax_rate).kind !== "unreadable"
  return isTaxRead
    ? prices
    : [...prices, { row: position, field: "tax_rate", problem: "tax_rate_unreadable" }]
}

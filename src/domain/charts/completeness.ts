import { DomainError } from "../errors"
import { isShared, type PlanAudience } from "../plans/types"
import { rowLabel } from "./labels"
import type { ChartProblem, ChartRowDraft } from "./types"
import { draftProblems, sentence } from "./validate-draft"

/** What a chart is checked against: who buys the plan, and every currency it sells in. */
export interface ChartRequirements {
  readonly audience: PlanAudience
  readonly currency_codes: readonly string[]
}

/**
 * Everything that keeps a version from being finalized (CHART-9), the findings about saving it included.
 * Empty means complete.
 */
export function chartProblems(
  rows: readonly ChartRowDraft[],
  requirements: ChartRequirements
): ChartProblem[] {
  return [
    ...chartWideProblems(rows, requirements),
    ...draftProblems(rows, requirements),
    ...rows.flatMap((row, index) => [
      ...labelProblems(row, index + 1),
      ...missingPrices(row, index + 1, requirements.currency_codes),
    ]),
  ]
}

/**
 * @throws DomainError `chart_incomplete` with all findings in `details.problems`
 */
export function assertComplete(rows: readonly ChartRowDraft[], requirements: ChartRequirements): void {
  const problems = chartProblems(rows, requirements)
  const first = problems[0]
  if (!first) return
  throw new DomainError("chart_incomplete", sentence(first, problems.length), { problems })
}

/** Most seats that the rows can give; `Infinity` with an unlimited row. */
function seatsPossible(rows: readonly { readonly unlimited: boolean }[]): number {
  return rows.some((row) => row.unlimited) ? Infinity : rows.length
}

function chartWideProblems(
  rows: readonly ChartRowDraft[],
  { audience, currency_codes }: ChartRequirements
): ChartProblem[] {
  const problems: ChartProblem[] = []
  const seats_min = isShared(audience) ? 2 : 1
  if (seatsPossible(rows) < seats_min)
    problems.push({
      row: null,
      field: "rows",
      problem: "seats_too_few",
      message: isShared(audience)
        ? "A shared plan has at least two seats; add a row."
        : "A plan has at least one seat; add a row.",
    })
  if (currency_codes.length === 0)
    problems.push({
      row: null,
      field: "currency_codes",
      problem: "currency_missing",
      message: "The plan sells in no currency; set one in the store's settings.",
    })
  return problems
}

function labelProblems(row: ChartRowDraft, position: number): ChartProblem[] {
  if (rowLabel(row, position) !== null) return []
  return [
    {
      row: position,
      field: "label",
      problem: "label_missing",
      message: "Name the row; customers see its label.",
    },
  ]
}

function missingPrices(
  row: ChartRowDraft,
  position: number,
  currency_codes: readonly string[]
): ChartProblem[] {
  const priced = new Set(row.prices.map((price) => price.currency_code.toLowerCase()))
  return currency_codes
    .filter((code) => !priced.has(code.toLowerCase()))
    .map((code) => ({
      row: position,
      field: `prices.${code.toLowerCase()}`,
      problem: "price_missing" as const,
      message: `Set a price in ${code.toUpperCase()}; zero is a price.`,
    }))
}

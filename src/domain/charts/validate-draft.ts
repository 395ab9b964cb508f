import { DomainError } from "../errors"
import { amountProblems } from "../plans/amounts"
import { isShared, type PlanAudience } from "../plans/types"
import type { ChartProblem, ChartProblemCode, ChartRowDraft } from "./types"

/**
 * Saves only rows that could ever be sold: the shape of the chart and the numbers in it, not yet whether
 * every row is named and priced, which is `completeness.ts`.
 * @throws DomainError `chart_row_invalid` with all findings in `details.problems`
 */
export function assertDraftValid(rows: readonly ChartRowDraft[], chart: { audience: PlanAudience }): void {
  const problems = draftProblems(rows, chart)
  const first = problems[0]
  if (!first) return
  throw new DomainError("chart_row_invalid", sentence(first, problems.length), { problems })
}

/** All structural findings of a draft, row by row (CHART-4, CHART-5, CHART-6). Empty means it can be saved. */
export function draftProblems(
  rows: readonly ChartRowDraft[],
  { audience }: { audience: PlanAudience }
): ChartProblem[] {
  return rows.flatMap((row, index) => [
    ...(isShared(audience) ? unlimitedProblems(rows, index) : individualProblems(row, index + 1)),
    ...priceProblems(row, index + 1),
    ...taxProblems(row, index + 1),
  ])
}

/** A refusal's sentence: the first finding, and how many more there are. */
export function sentence(first: ChartProblem, count: number): string {
  const where = first.row === null ? "" : `Row ${first.row}: `
  return `${where}${first.message}${count > 1 ? ` (and ${count - 1} more)` : ""}`
}

function unlimitedProblems(rows: readonly ChartRowDraft[], index: number): ChartProblem[] {
  const row = rows[index]
  if (!row?.unlimited) return []
  const sameClass = (other: ChartRowDraft) => other.classification_id === row.classification_id
  const position = index + 1
  const problems: ChartProblem[] = []
  if (row.required)
    problems.push(
      finding(
        position,
        "required",
        "unlimited_required",
        "An unlimited row cannot be required; add a required row above it."
      )
    )
  if (rows.slice(0, index).some((other) => other.unlimited && sameClass(other)))
    problems.push(
      finding(
        position,
        "unlimited",
        "unlimited_repeated",
        "Its classification has an unlimited row already; one is enough."
      )
    )
  if (rows.slice(position).some((other) => !other.unlimited && sameClass(other)))
    problems.push(
      finding(
        position,
        "unlimited",
        "unlimited_not_last",
        "An unlimited row must be the last of its classification; move it down."
      )
    )
  return problems
}

function individualProblems(row: ChartRowDraft, position: number): ChartProblem[] {
  const because = "an individual plan takes exactly one of its rows per sale"
  const problems: ChartProblem[] = []
  if (row.required)
    problems.push(finding(position, "required", "individual_required", `No row can be required: ${because}.`))
  if (row.unlimited)
    problems.push(
      finding(position, "unlimited", "individual_unlimited", `No row can be unlimited: ${because}.`)
    )
  return problems
}

function priceProblems(row: ChartRowDraft, position: number): ChartProblem[] {
  return amountProblems(row.prices).map(({ currency_code, problem, message }) =>
    finding(position, `prices.${currency_code}`, problem, message)
  )
}

function taxProblems(row: ChartRowDraft, position: number): ChartProblem[] {
  if (row.tax_rate === null || (row.tax_rate >= 0 && row.tax_rate <= 100)) return []
  return [
    finding(
      position,
      "tax_rate",
      "tax_rate_invalid",
      "A tax rate is a percentage from 0 to 100, or blank for the platform's tax."
    ),
  ]
}

function finding(row: number, field: string, problem: ChartProblemCode, message: string): ChartProblem {
  return { row, field, problem, message }
}

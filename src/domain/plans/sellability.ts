import { DomainError, type DomainErrorCode } from "../errors"
import type { PlanStatus } from "./types"

/** What is known about a plan and the place and money it is to be sold in. */
export interface SellabilityFacts {
  readonly status: PlanStatus
  /** It is the variant of a product (every plan is sold as one). */
  readonly has_variant: boolean
  /** The currencies in which every row of the published chart is priced; null when none is published. */
  readonly published_currency_codes: readonly string[] | null
  /** The currencies to sell in: the cart's, or all of the store's for the checklist. */
  readonly currency_codes: readonly string[]
  /** Where it is sold (PLAN-10); null is everywhere. */
  readonly sold_at: readonly string[] | null
  /** The branch that sells; null when no branch is asked about. */
  readonly location_id: string | null
}

export type SellabilityCode =
  | "chart_not_published"
  | "currency_not_priced"
  | "location_not_covered"
  | "plan_archived"
  | "plan_draft"
  | "variant_missing"

export interface SellabilityProblem {
  readonly code: SellabilityCode
  readonly message: string
  /** What to change: a field of the plan, or `price_chart`. */
  readonly field: string
  /** Lower case; in which the price is missing. */
  readonly currency_code?: string
}

export interface Sellability {
  readonly sellable: boolean
  readonly problems: readonly SellabilityProblem[]
}

/** Whether a plan can be sold, and all that is missing: the checklist that staff see (PLAN-14, CHART-1, PLAN-10). */
export function sellability(facts: SellabilityFacts): Sellability {
  const problems = [
    ...statusProblems(facts.status),
    ...variantProblems(facts.has_variant),
    ...chartProblems(facts),
    ...locationProblems(facts),
  ]
  return { sellable: problems.length === 0, problems }
}

/**
 * The same rules as a refusal.
 * @throws DomainError `chart_not_published` whenever the chart is missing (CHART-1 wants it said); else the first
 *   problem's code if it is `currency_not_priced` or `location_not_covered`, else `plan_not_sellable`. All are
 *   in `details.problems`
 */
export function assertSellable(facts: SellabilityFacts): void {
  const { problems } = sellability(facts)
  const told = problems.find((problem) => problem.code === "chart_not_published") ?? problems[0]
  if (told) throw new DomainError(REFUSAL[told.code], told.message, { problems })
}

const REFUSAL: Record<SellabilityCode, DomainErrorCode> = {
  chart_not_published: "chart_not_published",
  currency_not_priced: "currency_not_priced",
  location_not_covered: "location_not_covered",
  plan_archived: "plan_not_sellable",
  plan_draft: "plan_not_sellable",
  variant_missing: "plan_not_sellable",
}

function statusProblems(status: PlanStatus): SellabilityProblem[] {
  if (status === "active") return []
  return status === "archived"
    ? [{ code: "plan_archived", message: "The plan is archived; choose another one.", field: "status" }]
    : [{ code: "plan_draft", message: "The plan is a draft; set it active to sell it.", field: "status" }]
}

function variantProblems(has_variant: boolean): SellabilityProblem[] {
  if (has_variant) return []
  return [
    { code: "variant_missing", message: "Choose the product variant it is sold as.", field: "variant_id" },
  ]
}

function chartProblems({ published_currency_codes, currency_codes }: SellabilityFacts): SellabilityProblem[] {
  if (published_currency_codes === null)
    return [
      {
        code: "chart_not_published",
        message: "The plan has no published price chart; finalize a version and publish it.",
        field: "price_chart",
      },
    ]
  const priced = new Set(published_currency_codes.map((code) => code.toLowerCase()))
  return currency_codes
    .filter((code) => !priced.has(code.toLowerCase()))
    .map((code) => ({
      code: "currency_not_priced",
      message: `The published price chart has no prices in ${code.toUpperCase()}.`,
      field: "price_chart",
      currency_code: code.toLowerCase(),
    }))
}

function locationProblems({ sold_at, location_id }: SellabilityFacts): SellabilityProblem[] {
  if (sold_at === null || location_id === null || sold_at.includes(location_id)) return []
  return [
    {
      code: "location_not_covered",
      message: "The plan is not sold at this location.",
      field: "locations.sold_at",
    },
  ]
}

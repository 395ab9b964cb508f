import { isShared } from "../../../domain/plans/types"
import { isBlank, type MoneyRecord, wrongAmounts } from "../../forms/money"
import { type PlanDraft, USUAL } from "./usual-cases"

export interface DraftProblem {
  /** Of the form's field, such as `rows.0.prices.eur`. */
  readonly path: string
  readonly problem: "required" | "wholeNumber" | "amount" | "priceMissing" | "currencyMissing"
}

/** All that keeps the form from being sent. What else the server finds, it says at the same fields. */
export function draftProblems(draft: PlanDraft): DraftProblem[] {
  return [...nameProblems(draft), ...numberProblems(draft), ...labelProblems(draft), ...moneyProblems(draft)]
}

function nameProblems({ name, currency_codes }: PlanDraft): DraftProblem[] {
  return [
    ...(isBlank(name) ? [{ path: "name", problem: "required" as const }] : []),
    ...(currency_codes.length === 0 ? [{ path: "currency_codes", problem: "currencyMissing" as const }] : []),
  ]
}

type NumberRule = readonly [path: string, value: number | null, blank: "required" | "optional"]

/** Only those that the case asks for: the others keep what they began with and are not sent. */
function numberProblems({ usual, billing, entitlement, validity, introductory_offer: offer }: PlanDraft) {
  const facts = USUAL[usual]
  const rules: NumberRule[] = [
    ...(facts.is_recurring ? [["billing.interval_count", billing.interval_count, "required"] as const] : []),
    ...(facts.has_credits ? [["entitlement.credits", entitlement.credits, "required"] as const] : []),
    ...(facts.end === "needed" ? [["validity.count", validity.count, "required"] as const] : []),
    ...(facts.end === "optional" ? [["validity.count", validity.count, "optional"] as const] : []),
    ...(facts.is_offer
      ? (["look_back_days", "limit_per_customer", "limit_per_household"] as const).map((name): NumberRule => [
          `introductory_offer.${name}`,
          offer[name],
          "optional",
        ])
      : []),
  ]
  return rules.flatMap(([path, value, blank]): DraftProblem[] => {
    if (value === null) return blank === "required" ? [{ path, problem: "required" }] : []
    return Number.isSafeInteger(value) && value >= 1 ? [] : [{ path, problem: "wholeNumber" }]
  })
}

/** Seats are told apart by their labels; a plan for one person has but one row to begin with, called as the plan. */
function labelProblems({ usual, rows }: PlanDraft): DraftProblem[] {
  if (!isShared(USUAL[usual].audience)) return []
  return rows.flatMap(({ label }, index): DraftProblem[] =>
    isBlank(label) ? [{ path: `rows.${index}.label`, problem: "required" }] : []
  )
}

function moneyProblems({ rows, signup_fees, currency_codes, ending }: PlanDraft): DraftProblem[] {
  const wrong = (record: MoneyRecord, path: string): DraftProblem[] =>
    wrongAmounts(record, currency_codes).map((code) => ({ path: `${path}.${code}`, problem: "amount" }))
  // A draft may wait for its prices; what is finalized has them all (CHART-9).
  const missing = (record: MoneyRecord, path: string): DraftProblem[] =>
    ending === "draft"
      ? []
      : currency_codes
          .filter((code) => isBlank(record[code] ?? ""))
          .map((code) => ({ path: `${path}.${code}`, problem: "priceMissing" }))
  return [
    ...rows.flatMap(({ prices }, index) => {
      const path = `rows.${index}.prices`
      return [...wrong(prices, path), ...missing(prices, path)]
    }),
    ...wrong(signup_fees, "signup_fees"),
  ]
}

import { type JoiningPlan, ownDayReason } from "../billing/common-billing-day"
import { DomainError } from "../errors"
import { isShared, type PlanDefinition } from "./types"

export interface ChoiceFacts
  extends JoiningPlan, Pick<PlanDefinition, "signup_fees" | "introductory_offer" | "locations"> {
  /** Rows of the published chart. */
  readonly row_count: number
  /** It has a terms version to accept (SALE-4). */
  readonly has_terms: boolean
  /** The cart's currency. */
  readonly currency_code: string
}

export interface ChoiceNeeded {
  readonly code:
    | "first_period"
    | "introductory_offer"
    | "location"
    | "several_rows"
    | "shared_audience"
    | "signup_fee"
    | "start_date"
    | "terms"
  readonly message: string
}

/**
 * Why a plan cannot be bought through the platform's ordinary add-to-cart (SALE-3); empty means it can. A signup
 * fee is no choice, but it is a second line, which only the membership's own route adds.
 */
export function choicesNeeded(plan: ChoiceFacts): ChoiceNeeded[] {
  const choices: readonly (readonly [needed: boolean, code: ChoiceNeeded["code"], message: string])[] = [
    [isShared(plan.audience), "shared_audience", "Say how many seats."],
    [!isShared(plan.audience) && plan.row_count > 1, "several_rows", "Choose a price."],
    [plan.starts === "chosen_date", "start_date", "Choose the first day."],
    [ownDayReason(plan) === null, "first_period", "Its first period is charged by its days."],
    [plan.has_terms, "terms", "Accept the terms."],
    [hasSignupFee(plan), "signup_fee", "A signup fee is added."],
    [(plan.locations.sold_at?.length ?? 0) > 1, "location", "Choose the location."],
    [plan.introductory_offer !== null, "introductory_offer", "The offer is checked for who buys it."],
  ]
  return choices.flatMap(([needed, code, message]) => (needed ? [{ code, message }] : []))
}

/**
 * @throws DomainError `needs_choices` with all of them in `details.choices`
 */
export function assertNoChoices(plan: ChoiceFacts): void {
  const choices = choicesNeeded(plan)
  if (choices.length === 0) return
  throw new DomainError(
    "needs_choices",
    `This plan is bought through its own page: ${choices.map((choice) => choice.message).join(" ")}`,
    { choices }
  )
}

function hasSignupFee({ signup_fees, currency_code }: ChoiceFacts): boolean {
  return signup_fees.some(
    (fee) => fee.currency_code.toLowerCase() === currency_code.toLowerCase() && fee.amount > 0
  )
}

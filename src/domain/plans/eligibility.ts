import { DomainError } from "../errors"
import { addDays, compareDates } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import type { IntroductoryOffer } from "./types"

/** What a customer bought before, as far as an introductory offer asks. Dates in the location's calendar. */
export interface CustomerHistory {
  /** Latest day on which they held any plan but this offer, today if they still do; null never. */
  readonly last_held_on: CalendarDate | null
  /** Latest day on which they held this offer; null never. */
  readonly last_used_on: CalendarDate | null
  /** How often they bought this offer, sales that were voided left out. */
  readonly uses_by_customer: number
  /** How often anybody of their household did, themselves included. */
  readonly uses_by_household: number
}

export interface EligibilityReason {
  readonly code: "intro_already_used" | "not_eligible"
  readonly message: string
}

export interface EligibilityInput {
  /** null: not an introductory offer, so that everybody may buy it. */
  readonly intro: IntroductoryOffer | null
  readonly history: CustomerHistory
  readonly today: CalendarDate
}

/** Why a customer may not buy a plan (PLAN-8, SALE-11); empty means they may. */
export function eligibility({ intro, history, today }: EligibilityInput): EligibilityReason[] {
  if (intro === null) return []
  const since = intro.look_back_days === null ? null : addDays(today, -intro.look_back_days)
  const reasons: EligibilityReason[] = []
  if (within(history.last_held_on, since))
    reasons.push({ code: "not_eligible", message: newCustomersOnly(intro.look_back_days) })
  if (usedUp(intro, history, since))
    reasons.push({ code: "intro_already_used", message: "You have had this introductory offer." })
  else if (intro.limit_per_household !== null && history.uses_by_household >= intro.limit_per_household)
    reasons.push({ code: "intro_already_used", message: "Your household has had this introductory offer." })
  return reasons
}

/**
 * @throws DomainError with the code of the first reason; all are in `details.reasons`
 */
export function assertEligible(input: EligibilityInput): void {
  const reasons = eligibility(input)
  const [first] = reasons
  if (first) throw new DomainError(first.code, `${first.message} Choose another plan.`, { reasons })
}

/** Without a limit of its own, the offer is used up for as long as it keeps the customer from being new. */
function usedUp(intro: IntroductoryOffer, history: CustomerHistory, since: CalendarDate | null): boolean {
  if (intro.limit_per_customer === null) return within(history.last_used_on, since)
  return history.uses_by_customer >= intro.limit_per_customer
}

/** Whether a day counts: on or after `since`, or any day at all when `since` is null. */
function within(day: CalendarDate | null, since: CalendarDate | null): boolean {
  return day !== null && (since === null || compareDates(day, since) >= 0)
}

function newCustomersOnly(look_back_days: number | null): string {
  return look_back_days === null
    ? "This offer is for customers who never had a plan."
    : `This offer is for customers who had no plan in the last ${look_back_days} days.`
}

import type { PlanBilling } from "../../../../domain/plans/types"
import { earliestCancelOn } from "../../../../domain/seats/cancel-dates"
import type { CalendarDate } from "../../../../domain/time/types"

export interface CancellationTerms {
  billing: PlanBilling
  /** null while nothing is written. */
  commitment_periods: number | null
  notice_days: number | null
}

const isCount = (value: number | null): value is number =>
  value !== null && Number.isSafeInteger(value) && value >= 0

/**
 * The first day without a membership that was bought and canceled on one day (CANCEL-4): once the commitment is paid
 * and the notice has passed, whichever is later.
 * @returns null while the numbers are not ones
 */
export function earliestEnd(bought_on: CalendarDate, terms: CancellationTerms): CalendarDate | null {
  const { billing, notice_days } = terms
  const periods = billing.type === "recurring" ? terms.commitment_periods : 0
  if (!isCount(periods) || !isCount(notice_days)) return null
  const interval =
    billing.type === "recurring" ? { unit: billing.interval, count: billing.interval_count } : null
  const hold_effect = "skip_dues" as const
  const policy = { commitment_periods: periods, notice_days }
  try {
    const calendar = { starts_on: bought_on, interval, ends_on: null, renews: true, hold_effect, seats: [] }
    return earliestCancelOn({ policy, calendar, sold_ends_on: null, today: bought_on })
  } catch {
    // Beyond the last year that a calendar has.
    return null
  }
}

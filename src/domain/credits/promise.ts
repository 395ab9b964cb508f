import type { PartOfPeriod } from "../billing/part-of-period"
import { localDate } from "../time/calendar"
import type { Instant } from "../time/types"
import type { Cadence } from "./cadence"
import { periodDates, repurchaseDates } from "./grant-dates"
import { type CreditPlan, grantsOfPeriod, type PaidSeat } from "./grants-of-period"
import type { GrantTerms } from "./types"

/** A membership as far as what its periods give goes. */
export interface CreditedMembership {
  readonly id: string
  readonly plan: CreditPlan
  readonly cadence: Cadence
  readonly seats: readonly Omit<PaidSeat, "value_minor">[]
}

export interface PromiseInput {
  readonly period_index: number
  /** What was, or will be, paid for each seat of it (CREDIT-10); other seats share in nothing. */
  readonly values: readonly { readonly seat_id: string; readonly value_minor: number }[]
  /** The days that were paid for, of a full period's (BILL-7); null is all of them. */
  readonly part: PartOfPeriod | null
  /** Of a pack that is bought again; null is any other period. */
  readonly bought_at: Instant | null
  readonly newId: () => string
}

/** The grants of a period of a membership, still to be given (CREDIT-5, PLAN-4). */
export function promisedGrants(
  { id: membership_id, plan, cadence, seats }: CreditedMembership,
  { period_index, values, part, bought_at, newId }: PromiseInput
): GrantTerms[] {
  const value_of = new Map(values.map(({ seat_id, value_minor }) => [seat_id, value_minor]))
  const paid = seats.filter(({ id }) => value_of.has(id))
  const again_on =
    cadence.interval === null && period_index > 0 && bought_at !== null
      ? localDate(bought_at, cadence.time_zone)
      : null
  return grantsOfPeriod({
    ...{ membership_id, plan, period_index, part, time_zone: cadence.time_zone, newId },
    seats: paid.map((seat) => ({ ...seat, value_minor: value_of.get(seat.id)! })),
    datesOf: (of) =>
      again_on === null ? periodDates(cadence, period_index, of) : repurchaseDates(cadence, again_on),
  })
}

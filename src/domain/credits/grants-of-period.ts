import type { PartOfPeriod } from "../billing/part-of-period"
import { sumMinor } from "../money/amounts"
import { splitEvenly } from "../money/split"
import type { PlanDefinition } from "../plans/types"
import type { SeatSpan } from "../seats/common-holds"
import type { TimeZone } from "../time/types"
import { revokesAt } from "./grant-dates"
import type { GrantDates, GrantScope, GrantTerms } from "./types"

/** What a plan says about its credits (PLAN-4, PLAN-5, CREDIT-7). */
export type CreditPlan = Pick<PlanDefinition, "entitlement" | "credits_belong_to"> & {
  /** The services included; null is all. */
  readonly service_ids: readonly string[] | null
}

/** A seat that is there in the period, and what was paid for it, after discount and before tax (CREDIT-10). */
export interface PaidSeat extends SeatSpan {
  readonly id: string
  readonly value_minor: number
}

export interface GrantsOfPeriodInput {
  readonly membership_id: string
  readonly plan: CreditPlan
  /** 0 is the sale. */
  readonly period_index: number
  /** The days that were paid for, of a full period's (BILL-7); null gives as many credits as the plan says. */
  readonly part?: PartOfPeriod | null
  readonly seats: readonly PaidSeat[]
  /** With the holds of these seats; of none, the dates that the sale gives. */
  readonly datesOf: (seats: readonly SeatSpan[]) => GrantDates
  readonly time_zone: TimeZone
  readonly newId: () => string
}

/**
 * The grants of a sale or of a renewal, still to be given: none where visits are not counted; one balance, or one for
 * each service (PLAN-5); of the whole membership, or of each seat (CREDIT-7). The money is split over them to the
 * smallest unit (CREDIT-10).
 */
export function grantsOfPeriod(input: GrantsOfPeriodInput): GrantTerms[] {
  const { plan, seats } = input
  const { entitlement } = plan
  if (entitlement.type === "unlimited") return []
  const owners =
    plan.credits_belong_to === "seat"
      ? seats.map((seat) => ({ seat_id: seat.id, seats: [seat] }))
      : [{ seat_id: null, seats }]
  return owners.flatMap((owner) => {
    const scopes = entitlement.scope === "separate" ? eachService(plan.service_ids) : [plan.service_ids]
    const values = splitEvenly(sumMinor(owner.seats.map(({ value_minor }) => value_minor)), scopes.length)
    return scopes.map((service_ids, index) =>
      grantTerms(input, {
        ...{ seat_id: owner.seat_id, service_ids, seats: owner.seats },
        ...{ credits: creditsOf(entitlement, input.part ?? null), value_minor: values[index]! },
      })
    )
  })
}

/**
 * A period that is prorated gives its part of the credits, rounded up (BILL-7), so that a visit is worth what it costs in
 * any other period (CREDIT-10) and whoever pays has at least one. Credits that are given once are not divided.
 */
function creditsOf(
  { credits, per }: Extract<CreditPlan["entitlement"], { type: "credits" }>,
  part: PartOfPeriod | null
): number {
  return part === null || per === "term" ? credits : Math.ceil((credits * part.days) / part.of_days)
}

/** The name of a balance within a membership: two grants with one name hold the same kind of credits. */
export const balanceName = ({ seat_id, service_ids }: GrantScope): string =>
  `${seat_id ?? "all"}:${service_ids === null ? "all" : [...service_ids].sort().join("+")}`

function grantTerms(
  { membership_id, period_index, datesOf, time_zone, newId }: GrantsOfPeriodInput,
  {
    seats,
    ...given
  }: GrantScope & Pick<GrantTerms, "credits" | "value_minor"> & { seats: readonly PaidSeat[] }
): GrantTerms {
  return {
    ...given,
    ...datesOf(seats),
    given_expires_on: datesOf([]).expires_on,
    id: newId(),
    key: `${membership_id}:${period_index}:${balanceName(given)}`,
    membership_id,
    source: "period",
    source_grant_id: null,
    period_index,
    granted_at: null,
    revokes_at: revokesAt(seats, time_zone),
  }
}

/** A plan for every service has nothing to keep apart. */
function eachService(service_ids: readonly string[] | null): (readonly string[] | null)[] {
  return service_ids === null ? [null] : service_ids.map((id) => [id])
}

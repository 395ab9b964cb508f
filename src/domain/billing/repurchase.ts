import type { CreditGrant } from "../credits/types"
import { compareDates, localDate } from "../time/calendar"
import { addInterval } from "../time/periods"
import type { CalendarDate, CalendarInterval, Instant } from "../time/types"
import { type ChargesOfPeriod, chargesOfPeriod, exhaustionKey } from "./charges"
import type { BilledMembership, BillingProgress } from "./billed-membership"

export interface RepurchaseInput {
  readonly membership: BilledMembership
  readonly progress: BillingProgress
  /** The grant that was used up. */
  readonly grant: Pick<CreditGrant, "id" | "seat_id" | "period_index">
  /** When the last credit was taken: the charge is due then. */
  readonly requested_at: Instant
  /** How long one pack lasts (PLAN-3); null is unlimited. */
  readonly validity: CalendarInterval | null
}

export interface Repurchase extends ChargesOfPeriod {
  /** The purchase that it pays for; the sale is 0. */
  readonly period_index: number
}

/**
 * The charges of a pack that was used up and renews itself (CREDIT-6), one for each payer: of all seats where they share
 * the balance, of the seat whose own it was otherwise (CREDIT-7). None where no seat is there any more.
 */
export function repurchase(input: RepurchaseInput): Repurchase {
  const { membership, progress, grant, requested_at, validity } = input
  const starts_on = localDate(requested_at, membership.zone)
  const ends_on = validity && addInterval(starts_on, validity)
  const seats = membership.seats.filter(({ id }) => grant.seat_id === null || id === grant.seat_id)
  const made = chargesOfPeriod({
    ...{ ...membership, seats, discounts: progress.discounts, credits: progress.credits ?? [] },
    period: { period_key: exhaustionKey(grant.id), starts_on, ends_on, due_at: requested_at },
    charged_hold_ids: new Set(progress.charged_hold_ids),
  })
  return { ...made, period_index: (grant.period_index ?? 0) + 1 }
}

export interface BoughtAgain {
  /** The term's end without any hold, so far. */
  readonly sold_ends_on: CalendarDate
  readonly validity: CalendarInterval
  /** The day on which the next pack was paid, and begins. */
  readonly paid_on: CalendarDate
}

/** The end of the term of a pack that was bought again: no earlier than that of what was bought (CREDIT-6, TERM-6). */
export function termWhenBoughtAgain({ sold_ends_on, validity, paid_on }: BoughtAgain): CalendarDate {
  const ends_on = addInterval(paid_on, validity)
  return compareDates(ends_on, sold_ends_on) > 0 ? ends_on : sold_ends_on
}

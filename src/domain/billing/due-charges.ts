import { spanOf } from "../seats/term-with-holds"
import type { Seat } from "../seats/types"
import { compareInstants } from "../time/calendar"
import type { Instant, TimeZone } from "../time/types"
import { chargedPeriod, type ChargesInput, type ChargesOfPeriod, chargesOfPeriod } from "./charges"
import type { Discount } from "./discounts"
import { type BillingCalendar, type BillingPeriod, nextPeriod, periodsDue } from "./periods"
import { movedBefore, type PriceMove, type PriceMoved } from "./price-moves"

/** A membership as far as its charges go. */
export interface BilledMembership
  extends
    Omit<BillingCalendar, "seats" | "hold_effect">,
    Pick<ChargesInput, "policy" | "chart" | "purchaser_customer_id"> {
  readonly id: string
  readonly seats: readonly Seat[]
  readonly zone: TimeZone
  /** From when unpaid dues have ended access (BILL-3); null never. */
  readonly suspended_at: Instant | null
  /** Another version that is to price it from a coming period on (CHART-10). */
  readonly move?: PriceMove | null
}

/** How far a membership has been billed: stored with its charges, in one transaction a period. */
export interface BillingProgress {
  /** The last period that was charged or passed over; 0 after the sale. */
  readonly after_index: number
  readonly charged_hold_ids: readonly string[]
  readonly discounts: readonly Discount[]
}

export interface DuePeriod extends Pick<ChargesOfPeriod, "charges" | "skipped"> {
  readonly period: BillingPeriod
  /** The version that prices it from here on, where that changes (CHART-10). */
  readonly moved: PriceMoved | null
  /** Once its charges exist. */
  readonly progress: BillingProgress
}

/**
 * The charges of every period that is due by an instant and was not billed before, in order (BILL-9). A run makes them,
 * a preview and "what happens on date X" (REPORT-3) show them: it is the same function, so that what was shown is what is
 * charged as long as nothing changes in between. Who has no access any more is charged for no further period; once they
 * have paid, the next one that begins is charged, on its own day (BILL-8).
 */
export function dueCharges(
  membership: BilledMembership,
  progress: BillingProgress,
  until: Instant
): DuePeriod[] {
  const { suspended_at, zone } = membership
  const { after_index } = progress
  let so_far = progress
  let priced = membership
  return periodsDue(calendarOf(membership), { after_index, until, zone }).map((period) => {
    const { moved, ...there } = movedBefore(priced, period)
    priced = there.membership
    if (suspended_at !== null && compareInstants(suspended_at, period.due_at) <= 0) {
      so_far = { ...so_far, after_index: period.index }
      return { period, moved, charges: [], skipped: [], progress: so_far }
    }
    const charged_hold_ids = new Set(so_far.charged_hold_ids)
    const made = chargesOfPeriod({
      ...priced,
      ...{ period: chargedPeriod(period), charged_hold_ids, discounts: so_far.discounts },
    })
    so_far = {
      after_index: period.index,
      charged_hold_ids: [...so_far.charged_hold_ids, ...made.charged_hold_ids],
      discounts: made.discounts,
    }
    return { period, moved, charges: made.charges, skipped: made.skipped, progress: so_far }
  })
}

/** When the next period is due; null where none is known. */
export const nextDueAt = (membership: BilledMembership, { after_index }: BillingProgress): Instant | null =>
  nextPeriod(calendarOf(membership), after_index, membership.zone)?.due_at ?? null

export const calendarOf = ({ seats, policy, ...membership }: BilledMembership): BillingCalendar => ({
  ...membership,
  ...{ seats: seats.map(spanOf), hold_effect: policy.effect },
})

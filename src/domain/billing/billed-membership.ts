import { spanOf } from "../seats/term-with-holds"
import type { Seat } from "../seats/types"
import type { CalendarDate, CalendarInterval, Instant, TimeZone } from "../time/types"
import type { ChargesInput } from "./charges"
import type { Discount } from "./discounts"
import type { DuesCredit } from "./dues-credits"
import type { BillingCalendar } from "./periods"
import type { ChartVersionRows, PriceMove } from "./price-moves"

/** A membership as far as its charges go. */
export interface BilledMembership
  extends
    Omit<BillingCalendar, "seats" | "hold_effect">,
    Pick<ChargesInput, "policy" | "chart" | "purchaser_customer_id"> {
  readonly id: string
  readonly seats: readonly Seat[]
  readonly zone: TimeZone
  /** Its first day, where its periods are counted from another one (BILL-7). */
  readonly first_on?: CalendarDate | null
  /** From when unpaid dues have ended access (BILL-3); null never. */
  readonly suspended_at: Instant | null
  /** Another version that is to price it from a coming period on (CHART-10). */
  readonly move?: PriceMove | null
  /** Another plan that it is to have from a coming period on (BILL-10). */
  readonly change?: PlannedChange | null
}

/** How far a membership has been billed: stored with its charges, in one transaction a period. */
export interface BillingProgress {
  /** The last period that was charged or passed over; 0 after the sale. */
  readonly after_index: number
  readonly charged_hold_ids: readonly string[]
  readonly discounts: readonly Discount[]
  /** What payers have paid before, for the charges that follow (BILL-10). */
  readonly credits?: readonly DuesCredit[]
}

/** A plan as far as it decides about the periods of a membership. */
export interface BilledPlan {
  readonly plan_id: string
  readonly interval: CalendarInterval | null
  readonly validity: CalendarInterval | null
  readonly renews: boolean
  readonly policy: ChargesInput["policy"]
}

/** That a membership is to have another plan from a coming period on (BILL-10). */
export interface PlannedChange extends ChartVersionRows {
  readonly id: string
  readonly plan: BilledPlan
  /** The first period on it; null comes with the end of a term that does not renew (PLAN-8). */
  readonly from_index: number | null
  /** The seats that take a row of another classification there, by their ids. */
  readonly classifications: ReadonlyMap<string, string | null>
  /** Seats whose order is not paid yet: they owe nothing, but take a row. */
  readonly unpaid_seats: readonly Seat[]
}

export const calendarOf = ({ seats, policy, ...membership }: BilledMembership): BillingCalendar => ({
  ...membership,
  converts: membership.change?.from_index === null,
  ...{ seats: seats.map(spanOf), hold_effect: policy.effect },
})

import { DomainError } from "../errors"
import { intervalOf } from "../plans/billing"
import { isShared, type PlanDefinition } from "../plans/types"
import { splitMinor } from "../money/split"
import type { HoldDates } from "../seats/types"
import { compareDates, daysBetween } from "../time/calendar"
import { addInterval } from "../time/periods"
import type { CalendarDate, CalendarInterval } from "../time/types"
import { BILLING_DAY_MAX, isBillingDay, type JoiningPlan, ownDayReason } from "./common-billing-day"
import type { PartOfPeriod } from "./part-of-period"

/**
 * BILL-7: whether a plan's dues may be prorated at all.
 * @throws DomainError `proration_not_allowed`: a shared membership pays full periods (SEAT-8)
 */
export function assertProratable({
  audience,
  proration,
}: Pick<PlanDefinition, "audience" | "proration">): void {
  if (isShared(audience))
    refuse("audience", "Shared memberships are never prorated: each seat pays its full period.")
  if (!proration) refuse("proration", "This plan does not prorate. Switch proration on for the plan first.")
}

/** A part of a full price, and the days that make it (MONEY-3). */
export interface ProratedPart {
  readonly from_on: CalendarDate
  /** The first day after it. */
  readonly until_on: CalendarDate
  readonly days: number
  /** Of the full period. */
  readonly of_days: number
  readonly amount_minor: number
}

interface PeriodToProrate {
  readonly starts_on: CalendarDate
  readonly ends_on: CalendarDate
  /** Days on hold that have put off its end: they were not paid (HOLD-4). */
  readonly pauses?: readonly HoldDates[]
}

/**
 * What the rest of a period costs, or is worth, from a day on: by days, to the smallest unit; with the part before it,
 * it sums to the full price (MONEY-2).
 */
export function prorate(full_price_minor: number, period: PeriodToProrate, day: CalendarDate): ProratedPart {
  const { starts_on, ends_on, pauses } = period
  const from_on = compareDates(day, starts_on) > 0 ? day : starts_on
  const days = Math.max(0, paidDays(pauses, { from: from_on, to: ends_on }))
  const of_days = paidDays(pauses, { from: starts_on, to: ends_on })
  const amount_minor = days === 0 ? 0 : splitMinor(full_price_minor, [of_days - days, days])[1]!
  return { from_on, until_on: ends_on, days, of_days, amount_minor }
}

/** Days that are not on hold. */
export function paidDays(
  pauses: readonly HoldDates[] = [],
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate }
): number {
  const held = pauses.map(({ starts_on, resumes_on }) => {
    const first_on = compareDates(starts_on, from) > 0 ? starts_on : from
    const back_on = resumes_on !== null && compareDates(resumes_on, to) < 0 ? resumes_on : to
    return Math.max(0, daysBetween({ from: first_on, to: back_on }))
  })
  return daysBetween({ from, to }) - held.reduce((sum, days) => sum + days, 0)
}

export interface CommonBillingDay {
  /** 1 to 28, of each month. */
  readonly billing_day: number
  readonly interval: CalendarInterval
}

/**
 * The shorter first period of a membership that joins the studio's common billing day, and what it costs; from its end
 * on, periods are counted as from any anchor. One that starts on the billing day has a full first period.
 * @throws DomainError `proration_not_allowed` for a billing day that not every month has, or days and weeks
 */
export function firstShorterPeriod(
  full_price_minor: number,
  { billing_day, interval }: CommonBillingDay,
  starts_on: CalendarDate
): ProratedPart {
  if (!isBillingDay(billing_day))
    refuse(
      "billing_day",
      `The common billing day is a day from 1 to ${BILLING_DAY_MAX}, which every month has.`
    )
  if (interval.unit !== "month" && interval.unit !== "year")
    refuse("interval", "Only plans that renew by months or years have a common billing day.")
  const this_month_on = `${starts_on.slice(0, 8)}${String(billing_day).padStart(2, "0")}`
  if (this_month_on === starts_on)
    return prorate(full_price_minor, { starts_on, ends_on: addInterval(starts_on, interval) }, starts_on)
  const ends_on =
    compareDates(this_month_on, starts_on) > 0
      ? this_month_on
      : addInterval(this_month_on, { unit: "month", count: 1 })
  return prorate(full_price_minor, { starts_on: addInterval(ends_on, interval, -1), ends_on }, starts_on)
}

/** The days of a first period: a part of a full one, or all of it where it starts on the billing day. */
export interface FirstPeriod extends PartOfPeriod {
  readonly starts_on: CalendarDate
  /** The first day of the next one: the common billing day. */
  readonly ends_on: CalendarDate
  /** The billing day on which the full period would have begun; periods are counted from it (TIME-3). */
  readonly anchor_on: CalendarDate
}

/** The first period of a membership of a plan; null where it has a day of its own, or the studio has no common one. */
export function firstPeriodOf(
  plan: JoiningPlan,
  billing_day: number | null,
  starts_on: CalendarDate | null
): FirstPeriod | null {
  const interval = intervalOf(plan.billing)
  if (billing_day === null || starts_on === null || interval === null) return null
  if (ownDayReason(plan) !== null) return null
  const { until_on: ends_on, days, of_days } = firstShorterPeriod(0, { billing_day, interval }, starts_on)
  return { starts_on, ends_on, days, of_days, anchor_on: addInterval(ends_on, interval, -1) }
}

function refuse(field: string, message: string): never {
  throw new DomainError("proration_not_allowed", message, { field })
}

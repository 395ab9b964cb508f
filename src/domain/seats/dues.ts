import { seatLines } from "../billing/lines"
import { type BillingCalendar, paidPeriods, periodFrom } from "../billing/periods"
import { movedBefore, type PriceMove } from "../billing/price-moves"
import { sumMinor } from "../money/amounts"
import { splitMinor } from "../money/split"
import type { HoldPolicy } from "../plans/types"
import { compareDates, daysBetween } from "../time/calendar"
import type { CalendarDate, CalendarInterval } from "../time/types"
import { spanOf } from "./term-with-holds"
import type { Seat, SeatedMembership } from "./types"

/** What a membership costs in a period that begins on a day: the sum of its seats' lines (HOLD-4, HOLD-5). */
export function duesOn(
  seats: readonly Seat[],
  day: CalendarDate,
  policy: Pick<HoldPolicy, "effect" | "reprice_remaining">
): number {
  return sumMinor(seatLines(seats, day, policy).lines.map(({ amount_minor }) => amount_minor))
}

/** The day from which periods are counted: the first of the term, unless it joined the common billing day (BILL-7). */
export const anchorOf = ({ membership, anchor_on }: Anchored): CalendarDate | null =>
  anchor_on ?? membership.starts_on

interface Anchored {
  readonly membership: Pick<SeatedMembership, "starts_on">
  readonly anchor_on?: CalendarDate | null
}

/** The seats as a period that begins on a day finds them: on the rows of another version, once it prices them (CHART-10). */
export function pricedOn(
  seats: readonly Seat[],
  day: CalendarDate,
  { move = null, ...facts }: CalendarFacts & { readonly move?: PriceMove | null }
): readonly Seat[] {
  const index = move && indexOn(billingCalendar(facts), day)
  if (move === null || index === null) return seats
  return movedBefore({ seats, chart: move.chart, move }, { index, starts_on: day }).membership.seats
}

/** Of the last period that begins on a day or before; null where none does. */
function indexOn(calendar: BillingCalendar, day: CalendarDate): number | null {
  let found: number | null = null
  for (const { index, starts_on } of paidPeriods(calendar)) {
    if (compareDates(starts_on, day) > 0) break
    found = index
  }
  return found
}

/** All that decides when the periods of a membership begin, its holds included (HOLD-4). */
export const billingCalendar = (
  { interval, renews, hold_policy, anchor_on, anchor_index, billed_from_on, ...facts }: CalendarFacts,
  membership: Pick<SeatedMembership, "starts_on" | "ends_on" | "seats"> = facts.membership
): BillingCalendar => ({
  ...{ starts_on: anchorOf({ membership, anchor_on }), anchor_index, interval, renews },
  ...{ ends_on: membership.ends_on, keeps_billing_day: !!anchor_on, billed_from_on },
  ...{ hold_effect: hold_policy.effect, seats: membership.seats.map(spanOf) },
})

export interface CalendarFacts extends Anchored {
  readonly membership: SeatedMembership
  readonly interval: CalendarInterval | null
  readonly renews: boolean
  readonly hold_policy: Pick<HoldPolicy, "effect">
  readonly anchor_index?: number
  readonly billed_from_on?: CalendarDate | null
  readonly after_index?: number
}

/** The first period that begins on a day or later; null where nothing recurs or has begun to, or an open hold runs. */
export const firstPeriodFrom = (facts: CalendarFacts, day: CalendarDate): CalendarDate | null =>
  periodFrom(billingCalendar(facts), day)?.starts_on ?? null

/** The time that one payment covers: a period, or the whole term of what does not recur. */
export interface PaidSpan {
  readonly index: number
  readonly starts_on: CalendarDate
  /** The first day that is not paid, later by the days on hold (HOLD-4). */
  readonly ends_on: CalendarDate
  /** How many of its days are paid in full. */
  readonly days: number
}

/** Those that end after a day and whose ends are known, in order: what recurs has no last one. */
export function* paidSpans(facts: CalendarFacts, day: CalendarDate): Generator<PaidSpan, undefined> {
  const { membership, interval } = facts
  const spans = interval === null ? paidTerm(membership) : paidPeriods(billingCalendar(facts))
  for (const { index, starts_on, paid_until: ends_on, days } of spans) {
    if (ends_on === null) return undefined
    if (compareDates(day, ends_on) < 0) yield { index, starts_on, ends_on, days }
  }
}

const paidTerm = ({ starts_on, ends_on, sold_ends_on }: SeatedMembership) =>
  starts_on === null || sold_ends_on === null
    ? []
    : [{ index: 0, starts_on, paid_until: ends_on, days: daysBetween({ from: starts_on, to: sold_ends_on }) }]

/** The last period that was charged; the first one is with the sale, or with a change of plan (BILL-10). */
export const lastCharged = ({ after_index = 0, anchor_index = 0 }: CalendarFacts): number =>
  Math.max(after_index, anchor_index)

/** The part of a price that its days after an end are worth, split without loss by days (CANCEL-5, MONEY-2). */
export function unusedPart(
  price_minor: number,
  { ends_on, days }: Pick<PaidSpan, "ends_on" | "days">,
  from_on: CalendarDate
): number {
  const unused = Math.min(days, daysBetween({ from: from_on, to: ends_on }))
  return unused <= 0 ? 0 : splitMinor(price_minor, [days - unused, unused])[1]!
}

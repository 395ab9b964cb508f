import { seatLines } from "../billing/lines"
import { movedBefore, type PriceMove } from "../billing/price-moves"
import { sumMinor } from "../money/amounts"
import { splitMinor } from "../money/split"
import type { HoldPolicy } from "../plans/types"
import { compareDates, daysBetween } from "../time/calendar"
import { periodIndexAt, periodStart } from "../time/periods"
import type { CalendarDate, CalendarInterval } from "../time/types"
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

interface Prices extends Anchored {
  readonly interval: CalendarInterval | null
  readonly anchor_index?: number
  readonly move?: PriceMove | null
}

/** The seats as a period that begins on a day finds them: on the rows of another version, once it prices them (CHART-10). */
export function pricedOn(
  seats: readonly Seat[],
  day: CalendarDate,
  { interval, anchor_index = 0, move = null, ...anchored }: Prices
): readonly Seat[] {
  const anchor_on = anchorOf(anchored)
  if (move === null || anchor_on === null || interval === null) return seats
  const number = periodIndexAt(anchor_on, interval, day)
  if (number === null) return seats
  const index = number + anchor_index
  return movedBefore({ seats, chart: move.chart, move }, { index, starts_on: day }).membership.seats
}

/** The first period that begins on a day or later; null where nothing recurs or has begun to. */
export function firstPeriodFrom(
  anchor_on: CalendarDate | null,
  interval: CalendarInterval | null,
  day: CalendarDate
): CalendarDate | null {
  if (anchor_on === null || interval === null) return null
  if (compareDates(day, anchor_on) <= 0) return anchor_on
  const index = periodIndexAt(anchor_on, interval, day) ?? 0
  const running = periodStart(anchor_on, interval, index)
  return running === day ? day : periodStart(anchor_on, interval, index + 1)
}

export interface PaidSpan {
  readonly starts_on: CalendarDate
  /** The first day of the next one. */
  readonly ends_on: CalendarDate
}

/**
 * The time that one payment covers: the period around a day, or the whole term of what does not recur; null where
 * nothing runs, or the term has no end.
 */
export function paidSpan(
  { starts_on, ends_on }: Pick<SeatedMembership, "starts_on" | "ends_on">,
  interval: CalendarInterval | null,
  day: CalendarDate
): PaidSpan | null {
  if (starts_on === null || compareDates(day, starts_on) < 0) return null
  if (interval === null) {
    return ends_on === null || compareDates(day, ends_on) >= 0 ? null : { starts_on, ends_on }
  }
  const index = periodIndexAt(starts_on, interval, day)
  if (index === null) return null
  return {
    starts_on: periodStart(starts_on, interval, index),
    ends_on: periodStart(starts_on, interval, index + 1),
  }
}

/** The part of a price that its days after an end are worth, split without loss by days (CANCEL-5, MONEY-2). */
export function unusedPart(price_minor: number, span: PaidSpan, canceled_on: CalendarDate): number {
  const used = daysBetween({ from: span.starts_on, to: canceled_on })
  const unused = daysBetween({ from: canceled_on, to: span.ends_on })
  if (unused <= 0) return 0
  return splitMinor(price_minor, [Math.max(0, used), unused])[1]!
}

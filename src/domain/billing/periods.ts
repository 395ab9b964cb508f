import { goesOn } from "../credits/cadence"
import type { HoldEffect } from "../plans/types"
import { commonHolds, isThereOn, lastCancellation, type SeatSpan } from "../seats/common-holds"
import { afterPauses, pausesFrom } from "../seats/term-with-holds"
import { addDays, compareDates, daysBetween, hasCome, startOfLocalDay } from "../time/calendar"
import { periodIndexAt, periodStart } from "../time/periods"
import type { CalendarDate, CalendarInterval, Instant, TimeZone } from "../time/types"
import type { PartOfPeriod } from "./part-of-period"

/** All that decides when the periods of a membership begin. */
export interface BillingCalendar {
  /** The anchor (TIME-3): the first day of the first period; null until the first visit. */
  readonly starts_on: CalendarDate | null
  /** The index of the period that begins on `starts_on`: 0, unless a change of plan began to count anew (BILL-10). */
  readonly anchor_index?: number
  /** Its anchor is the studio's common billing day, on which its periods begin whatever its holds are (BILL-7). */
  readonly keeps_billing_day?: boolean
  /** There, the first day of the last period that was charged: only days on hold from then on put off what follows. */
  readonly billed_from_on?: CalendarDate | null
  /** null: it does not recur (PLAN-2). */
  readonly interval: CalendarInterval | null
  /** The first day without the membership, with its holds; null is unlimited. */
  readonly ends_on: CalendarDate | null
  /** It goes on after its term (PLAN-6). */
  readonly renews: boolean
  readonly hold_effect: HoldEffect
  /** The first period that it does not have any more, because its person joins another membership (BILL-10); absent: none. */
  readonly leaves_from_index?: number | null
  /** With its term's end it goes on, on another plan (PLAN-8); absent: it does not. */
  readonly converts?: boolean
  /** Every seat that it has or had. */
  readonly seats: readonly SeatSpan[]
}

export interface PeriodDays {
  /** Counted from the anchor; 0 is paid with the sale. It stays the same when holds move the days. */
  readonly index: number
  readonly starts_on: CalendarDate
  /** The first day of the next period, or the first without the membership; null while an open hold runs in it. */
  readonly ends_on: CalendarDate | null
  /**
   * The full period that it is the rest of, where days on hold were paid and put off its first day beyond the common
   * billing day (BILL-7); absent: it is a full one.
   */
  readonly rest_of?: { readonly starts_on: CalendarDate; readonly ends_on: CalendarDate }
  /** The first of the plan that follows an introductory one (PLAN-8); absent: any other. */
  readonly is_conversion?: true
}

export interface BillingPeriod extends PeriodDays {
  /** The first instant of its first day at the location (TIME-4); a charge is attempted from then (BILL-3). */
  readonly due_at: Instant
}

/**
 * The first period after another one, by its days; null when none is known: nothing recurs, the term ends, every seat
 * is canceled, or a hold without an end keeps it from beginning. A period begins only on a day on which a seat is there.
 * @param after_index the last one that was charged, or passed over because nobody had to pay; 0 after the sale
 */
export function nextPeriodDays(calendar: BillingCalendar, after_index: number): PeriodDays | null {
  return following(calendar, after_index).next().value ?? null
}

/** The first period that begins on a day or later; null where none is known. */
export function periodFrom(calendar: BillingCalendar, day: CalendarDate): PeriodDays | null {
  const { anchor_index = 0 } = calendar
  for (const period of following(calendar, anchor_index - 1))
    if (compareDates(period.starts_on, day) >= 0) return period
  return null
}

/** `nextPeriodDays`, with the instant from which it is charged. */
export function nextPeriod(
  calendar: BillingCalendar,
  after_index: number,
  zone: TimeZone
): BillingPeriod | null {
  const days = nextPeriodDays(calendar, after_index)
  return days && dueFrom(days, zone)
}

export interface DueUntil {
  readonly after_index: number
  readonly until: Instant
  readonly zone: TimeZone
}

/**
 * Every period after the last one charged that is due by an instant, in order: a studio that was offline for three days
 * catches up one charge a period, none twice.
 */
export function periodsDue(
  calendar: BillingCalendar,
  { after_index, until, zone }: DueUntil
): BillingPeriod[] {
  const due: BillingPeriod[] = []
  for (const days of following(calendar, after_index)) {
    const period = dueFrom(days, zone)
    if (!hasCome(period.due_at, until)) break
    due.push(period)
  }
  return due
}

/** Of the full period, where it is the rest of one (BILL-7). */
export const partOfPeriod = ({ starts_on, rest_of }: PeriodDays): PartOfPeriod | null =>
  rest_of === undefined
    ? null
    : {
        days: daysBetween({ from: starts_on, to: rest_of.ends_on }),
        of_days: daysBetween({ from: rest_of.starts_on, to: rest_of.ends_on }),
      }

/** The first period, which the sale pays; null until the first visit, or where nothing recurs. */
export function firstPeriod(calendar: BillingCalendar, zone: TimeZone): BillingPeriod | null {
  const { starts_on } = calendar
  const startOf = startsOf(calendar)
  if (starts_on === null || startOf === null) return null
  const { anchor_index: index = 0 } = calendar
  return dueFrom({ index, starts_on, ends_on: endOf(calendar, startOf(index + 1)) }, zone)
}

/** A period by what it pays for. */
export interface PaidPeriod extends Pick<PeriodDays, "index" | "starts_on"> {
  /** The first day that it does not pay for, later by the days on hold in it (HOLD-4); null while an open hold runs in it. */
  readonly paid_until: CalendarDate | null
  /** The first day of the next one: not the same where a pause begins on that very day (HOLD-8); null as above. */
  readonly next_on: CalendarDate | null
  /** The first day after it, had nobody been on hold in it. */
  readonly unmoved_until: CalendarDate
  /** How many days a full one has. */
  readonly days: number
}

/** The periods from the first one on, whether anybody is there or not, until a hold without an end runs. */
export function* paidPeriods(calendar: BillingCalendar): Generator<PaidPeriod, undefined> {
  const { starts_on: anchor_on, anchor_index = 0, interval, hold_effect, seats } = calendar
  if (anchor_on === null || interval === null) return undefined
  const all = hold_effect === "extend" ? commonHolds(seats) : []
  for (const { index, starts_on } of startsAfter(calendar, anchor_index - 1)) {
    const number = index - anchor_index
    const full = {
      from: periodStart(anchor_on, interval, number),
      to: periodStart(anchor_on, interval, number + 1),
    }
    // On the common billing day, only what is on hold in the period moves its end (BILL-7).
    const is_joined = keepsBillingDay(calendar)
    const pauses = pausesFrom(is_joined ? starts_on : anchor_on, all)
    const days = daysBetween(full)
    yield {
      ...{ index, starts_on, days, unmoved_until: is_joined ? full.to : addDays(starts_on, days) },
      paid_until: afterPauses(full.to, pauses, { first_day: false }),
      next_on: afterPauses(full.to, pauses, { first_day: true }),
    }
  }
}

function* following(calendar: BillingCalendar, after_index: number): Generator<PeriodDays, undefined> {
  const { seats, leaves_from_index = null } = calendar
  if (seats.length === 0) return undefined
  const canceled_on = lastCancellation(seats)
  const starts = startsAfter(calendar, after_index)
  let next = starts.next()
  let index = after_index
  while (!next.done) {
    const { starts_on, ...start } = next.value
    if (!goesOn({ ...calendar, canceled_on }, starts_on)) break
    if (leaves_from_index !== null && start.index >= leaves_from_index) return undefined
    index = start.index
    next = starts.next()
    const next_on = next.done ? null : next.value.starts_on
    if (seats.some((seat) => isThereOn(seat, starts_on)))
      yield { ...start, starts_on, ends_on: endOf(calendar, next_on) }
  }
  const { converts = false, renews, ends_on: converts_on } = calendar
  if (!converts || renews || converts_on === null) return undefined
  if (seats.some((seat) => isThereOn(seat, converts_on)))
    yield { index: index + 1, starts_on: converts_on, ends_on: null, is_conversion: true }
}

type PeriodStart = Omit<PeriodDays, "ends_on">

/** When the periods after one begin, until a hold without an end keeps one from beginning. */
function* startsAfter(calendar: BillingCalendar, after_index: number): Generator<PeriodStart, undefined> {
  if (keepsBillingDay(calendar)) {
    for (const start of startsOnBillingDay(calendar)) if (start.index > after_index) yield start
    return undefined
  }
  const startOf = startsOf(calendar)
  if (startOf === null) return undefined
  for (let index = after_index + 1; ; index += 1) {
    const starts_on = startOf(index)
    if (starts_on === null) return undefined
    yield { index, starts_on }
  }
}

type JoinedCalendar = BillingCalendar & {
  readonly starts_on: CalendarDate
  readonly interval: CalendarInterval
}

/** Holds can put off its periods, and the common billing day has to be found again. */
const keepsBillingDay = (calendar: BillingCalendar): calendar is JoinedCalendar =>
  calendar.keeps_billing_day === true &&
  calendar.starts_on !== null &&
  calendar.interval !== null &&
  calendar.hold_effect === "extend" &&
  commonHolds(calendar.seats).length > 0

/**
 * BILL-7, HOLD-4: what was paid is put off by the days on hold; what follows is the rest of the period that runs by
 * then, up to the common billing day, so that the anchor day is kept (BILL-8). A period that lies in days put off is
 * none: its index is left out.
 */
function* startsOnBillingDay({
  starts_on: anchor_on,
  anchor_index = 0,
  billed_from_on,
  interval,
  seats,
}: JoinedCalendar): Generator<PeriodStart, undefined> {
  const pauses = commonHolds(seats)
  let starts_on = billed_from_on ?? anchor_on
  let number = periodIndexAt(anchor_on, interval, starts_on)!
  for (;;) {
    const full = {
      starts_on: periodStart(anchor_on, interval, number),
      ends_on: periodStart(anchor_on, interval, number + 1),
    }
    const is_rest = compareDates(full.starts_on, starts_on) < 0
    yield { index: number + anchor_index, starts_on, ...(is_rest ? { rest_of: full } : {}) }
    const paid_until = afterPauses(full.ends_on, pausesFrom(starts_on, pauses), { first_day: true })
    if (paid_until === null) return undefined
    number = periodIndexAt(anchor_on, interval, paid_until)!
    starts_on = paid_until
  }
}

/**
 * The first day of each period, counted from the anchor (TIME-3). Where holds extend, the days on which every seat is
 * on hold are left out of the count (HOLD-4), one that begins on the day itself too (HOLD-8); otherwise the anchor day
 * is kept (BILL-8).
 */
function startsOf({ starts_on, anchor_index = 0, interval, hold_effect, seats }: BillingCalendar) {
  if (starts_on === null || interval === null) return null
  const pauses = hold_effect === "extend" ? pausesFrom(starts_on, commonHolds(seats)) : []
  return (index: number): CalendarDate | null => {
    const anchored_on = periodStart(starts_on, interval, index - anchor_index)
    return index === anchor_index ? anchored_on : afterPauses(anchored_on, pauses, { first_day: true })
  }
}

function endOf({ ends_on, renews }: BillingCalendar, next_on: CalendarDate | null): CalendarDate | null {
  if (renews || ends_on === null) return next_on
  return next_on === null || compareDates(ends_on, next_on) < 0 ? ends_on : next_on
}

const dueFrom = (days: PeriodDays, zone: TimeZone): BillingPeriod => ({
  ...days,
  due_at: startOfLocalDay(days.starts_on, zone),
})

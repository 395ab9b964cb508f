import { sumMinor } from "../money/amounts"
import { compareDates, daysBetween } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import type { SeatFacts } from "./decide"
import { anchorOf, duesOn, firstPeriodFrom, type PaidSpan, paidSpan, pricedOn, unusedPart } from "./dues"
import type { SeatEffect } from "./effects"
import { compareResumes } from "./hold-dates"
import type { HoldDates, SeatedMembership } from "./types"

/** What a change means in money: the dues from a day on, and what was paid and is not used (CANCEL-5, HOLD-5, HOLD-8). */
export function moneyEffects(
  facts: Pick<
    SeatFacts,
    "membership" | "hold_policy" | "interval" | "anchor_on" | "anchor_index" | "is_paid" | "today" | "move"
  >,
  after: SeatedMembership,
  from_on: CalendarDate
): SeatEffect[] {
  return [...duesEffects(facts, after, from_on), ...unusedEffects(facts, after)]
}

type HoldFacts = Pick<SeatFacts, "membership" | "hold_policy" | "interval" | "anchor_on">

/** The first period that begins in a pause: the first one that the seat is not charged for (HOLD-4). */
export function skippedFrom(
  facts: HoldFacts,
  { starts_on, resumes_on }: HoldDates
): { from_on?: CalendarDate } {
  const from_on = firstPeriodFrom(anchorOf(facts), facts.interval, starts_on)
  return from_on !== null && compareResumes(from_on, resumes_on) < 0 ? { from_on } : {}
}

/**
 * HOLD-8: the days between the start of a pause and the next period are paid; where dues are skipped they are not given
 * back, nor on the common billing day where that next period has begun by today, because it was charged in full (BILL-7).
 */
export function paidDaysOnHold(
  facts: HoldFacts & Pick<SeatFacts, "today">,
  { starts_on, resumes_on }: HoldDates
): SeatEffect[] {
  const { hold_policy, anchor_on, today } = facts
  const next_on = firstPeriodFrom(anchorOf(facts), facts.interval, starts_on)
  if (next_on === null || next_on === starts_on) return []
  const is_too_late = !!anchor_on && compareDates(next_on, today) <= 0
  if (hold_policy.effect !== "skip_dues" && !is_too_late) return []
  const running = is_too_late
    ? paidSpan({ starts_on: anchor_on, ends_on: null }, facts.interval, today)
    : null
  const paid_until = running?.starts_on ?? next_on
  const until_on = resumes_on !== null && compareDates(resumes_on, paid_until) < 0 ? resumes_on : paid_until
  const days = daysBetween({ from: starts_on, to: until_on })
  return [{ code: "paid_days_on_hold", from_on: starts_on, until_on, days }]
}

type Facts = Parameters<typeof moneyEffects>[0]

function duesEffects(facts: Facts, after: SeatedMembership, from_on: CalendarDate): SeatEffect[] {
  if (facts.interval === null) return []
  const { membership, hold_policy } = facts
  const [before_minor, after_minor] = [membership, after].map(({ seats }) =>
    duesOn(pricedOn(seats, from_on, facts), from_on, hold_policy)
  ) as [number, number]
  return before_minor === after_minor ? [] : [{ code: "dues_change", from_on, before_minor, after_minor }]
}

/** Of seats that end inside a time that was paid: the first one, at the sale, or the one that runs. */
function unusedEffects(facts: Facts, after: SeatedMembership): SeatEffect[] {
  const { membership, interval, is_paid, today } = facts
  const former = new Map(membership.seats.map((seat) => [seat.id, seat]))
  const ending = after.seats.filter(({ id, cancellation }) => cancellation && !former.get(id)?.cancellation)
  const canceled_on = ending[0]?.cancellation?.canceled_on
  const { starts_on } = membership
  if (!is_paid || canceled_on === undefined || starts_on === null) return []
  const from_on = compareDates(canceled_on, starts_on) > 0 ? canceled_on : starts_on
  // By the full period, of which a shorter first one is a part at the same price a day (BILL-7).
  const anchored = { ...membership, starts_on: anchorOf(facts) }
  const span = paidSpan(anchored, interval, from_on)
  if (span === null || !wasPaid(span, { starts_on: anchored.starts_on!, today, from_on })) return []
  const total_minor = sumMinor(ending.map(({ price_minor }) => unusedPart(price_minor, span, from_on)))
  return total_minor === 0 ? [] : [{ code: "unused_part", from_on, until_on: span.ends_on, total_minor }]
}

function wasPaid(
  span: PaidSpan,
  { starts_on, today, from_on }: Readonly<Record<"starts_on" | "today" | "from_on", CalendarDate>>
): boolean {
  if (span.starts_on === starts_on) return true
  return compareDates(span.starts_on, today) <= 0 && span.starts_on !== from_on
}

import { sumMinor } from "../money/amounts"
import { compareDates } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import type { SeatFacts } from "./decide"
import {
  type CalendarFacts,
  duesOn,
  firstPeriodFrom,
  lastCharged,
  type PaidSpan,
  paidSpans,
  pricedOn,
  unusedPart,
} from "./dues"
import type { SeatEffect } from "./effects"
import { compareResumes } from "./hold-dates"
import { endWithHolds } from "./term-with-holds"
import type { HoldDates, Seat, SeatedMembership } from "./types"

type Facts = CalendarFacts & Pick<SeatFacts, "hold_policy" | "is_paid" | "today" | "move">

/** What a change means in money: the dues from a day on, and what was paid and is not used (CANCEL-5, HOLD-5, HOLD-8). */
export function moneyEffects(facts: Facts, after: SeatedMembership, from_on: CalendarDate): SeatEffect[] {
  return [...duesEffects(facts, after, from_on), ...unusedEffects(facts, after)]
}

/** The first period that begins in a pause: the first one that the seat is not charged for (HOLD-4). */
export function skippedFrom(
  facts: CalendarFacts,
  { starts_on, resumes_on }: HoldDates
): { from_on?: CalendarDate } {
  const from_on = firstPeriodFrom(facts, starts_on)
  return from_on !== null && compareResumes(from_on, resumes_on) < 0 ? { from_on } : {}
}

function duesEffects(facts: Facts, after: SeatedMembership, from_on: CalendarDate): SeatEffect[] {
  if (facts.interval === null) return []
  const { membership, hold_policy } = facts
  const [before_minor, after_minor] = [membership, after].map(({ seats }) =>
    duesOn(pricedOn(seats, from_on, facts), from_on, hold_policy)
  ) as [number, number]
  return before_minor === after_minor ? [] : [{ code: "dues_change", from_on, before_minor, after_minor }]
}

/** Of seats that end inside a time that was paid: the first one, at the sale, or what has been charged since. */
function unusedEffects(facts: Facts, after: SeatedMembership): SeatEffect[] {
  const { membership, is_paid } = facts
  const former = new Map(membership.seats.map((seat) => [seat.id, seat]))
  const isEnding = ({ id, cancellation }: Seat) => cancellation !== null && !former.get(id)?.cancellation
  const ending = after.seats.filter(isEnding)
  const canceled_on = ending[0]?.cancellation?.canceled_on
  const { starts_on } = membership
  if (!is_paid || canceled_on === undefined || starts_on === null) return []
  const from_on = compareDates(canceled_on, starts_on) > 0 ? canceled_on : starts_on
  // What was paid goes on to the day to which holds have put it off, had nobody left (HOLD-4).
  const seats = after.seats.map((seat) => (isEnding(seat) ? { ...seat, cancellation: null } : seat))
  const staying = withTerm(facts, { ...after, seats })
  const spans: PaidSpan[] = []
  for (const span of paidSpans(staying, from_on)) {
    if (!wasPaid(span, facts, from_on)) break
    spans.push(span)
  }
  const total_minor = sumMinor(
    spans.flatMap((span) => ending.map(({ price_minor }) => unusedPart(price_minor, span, from_on)))
  )
  return total_minor === 0
    ? []
    : [{ code: "unused_part", from_on, until_on: spans.at(-1)!.ends_on, total_minor }]
}

function withTerm(facts: Facts, membership: SeatedMembership): Facts {
  const { hold_policy, anchor_on, interval } = facts
  const ends_on = endWithHolds(membership, hold_policy.effect, anchor_on ? interval : null)
  return { ...facts, membership: { ...membership, ends_on } }
}

/** It was charged, or has begun and will be: not on the day on which somebody leaves before its charge. */
function wasPaid({ index, starts_on }: PaidSpan, facts: Facts, from_on: CalendarDate): boolean {
  if (index <= lastCharged(facts)) return true
  return compareDates(starts_on, facts.today) <= 0 && compareDates(starts_on, from_on) < 0
}

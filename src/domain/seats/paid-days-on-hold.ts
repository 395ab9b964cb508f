import { sumMinor } from "../money/amounts"
import { splitMinor } from "../money/split"
import { compareDates, daysBetween } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import { commonHolds, lastCancellation } from "./common-holds"
import { type CalendarFacts, lastCharged, type PaidSpan, paidSpans } from "./dues"
import type { SeatEffect } from "./effects"
import { compareResumes, isHeldOn, overlap } from "./hold-dates"
import { isLive } from "./live-seats"
import { pausesFrom, spanOf } from "./term-with-holds"
import type { HoldDates, Seat, SeatedMembership } from "./types"

interface Held extends HoldDates {
  readonly seat_id: string | null
}

/**
 * HOLD-8: days on hold that are paid and that nobody gets back, with what they cost: where dues are skipped, those of
 * periods that were charged before the hold was told; where days are put off, those that nothing puts off.
 */
export function paidDaysOnHold(facts: CalendarFacts, after: SeatedMembership, held: Held): SeatEffect[] {
  const is_skipping = facts.hold_policy.effect === "skip_dues"
  const lost = is_skipping ? [held] : notPutOff(facts, after, held)
  const parts = lost.flatMap((days) => paidParts(facts, { ...held, ...days }, is_skipping))
  const [first] = parts
  if (first === undefined) return []
  const days = parts.reduce(
    (sum, { from_on, until_on }) => sum + daysBetween({ from: from_on, to: until_on }),
    0
  )
  const total_minor = sumMinor(parts.map((part) => part.total_minor))
  const until_on = parts.at(-1)!.until_on
  return [{ code: "paid_days_on_hold", from_on: first.from_on, until_on, days, total_minor }]
}

interface Part {
  readonly from_on: CalendarDate
  readonly until_on: CalendarDate
  readonly total_minor: number
}

function paidParts(
  facts: CalendarFacts,
  { seat_id, starts_on, resumes_on }: Held,
  is_skipping: boolean
): Part[] {
  const { membership } = facts
  const held = membership.seats.filter(({ id }) => seat_id === null || id === seat_id)
  const there = held.filter((seat) => isLive(seat, starts_on))
  const parts: Part[] = []
  for (const span of paidSpans(facts, starts_on)) {
    if (resumes_on !== null && compareDates(span.starts_on, resumes_on) >= 0) break
    const has_begun = compareDates(span.starts_on, starts_on) < 0
    const is_known = has_begun || span.index <= lastCharged(facts)
    if (!is_known && (is_skipping || resumes_on === null)) break
    const from_on = has_begun ? starts_on : span.starts_on
    const until_on = earlier(resumes_on, span.ends_on)
    // A seat that was on hold when the period began does not pay for it.
    const paying = there.filter(
      ({ holds }) => !is_skipping || !holds.some((hold) => isHeldOn(hold, span.starts_on))
    )
    if (paying.length > 0)
      parts.push({ from_on, until_on, total_minor: worth(paying, span, { from_on, until_on }) })
  }
  return parts
}

/** The part of the seats' prices that these days cost (MONEY-2). */
function worth(seats: readonly Seat[], { days }: PaidSpan, part: Omit<Part, "total_minor">): number {
  const held = Math.min(days, daysBetween({ from: part.from_on, to: part.until_on }))
  return sumMinor(seats.map(({ price_minor }) => splitMinor(price_minor, [held, days - held])[0]!))
}

/** Where a hold puts off what is paid: its days that do not, in order. */
function notPutOff(facts: CalendarFacts, after: SeatedMembership, held: Held): HoldDates[] {
  const { anchor_on, billed_from_on = null } = facts
  const canceled_on = chosenEnd(after)
  if (canceled_on !== null && endsWithinPaid(facts, after, { canceled_on, held }))
    return [{ ...held, resumes_on: earlier(held.resumes_on, canceled_on) }]
  const pauses = commonHolds(after.seats.map(spanOf))
  // On the common billing day, what was on hold before a full charge puts nothing off any more (BILL-7).
  const counted = anchor_on ? pausesFrom(billed_from_on, pauses) : pauses
  const all = [{ starts_on: held.starts_on, resumes_on: held.resumes_on }]
  return counted.reduce<HoldDates[]>((left, pause) => left.flatMap((days) => without(days, pause)), all)
}

/** The last day of all of it, where somebody chose it: one at the renewal moves with what is paid. */
function chosenEnd({ seats }: SeatedMembership): CalendarDate | null {
  const last_on = lastCancellation(seats.map(spanOf))
  const is_chosen = seats.some(
    ({ cancellation }) => cancellation?.canceled_on === last_on && !cancellation.at_renewal
  )
  return is_chosen ? last_on : null
}

function endsWithinPaid(
  facts: CalendarFacts,
  after: SeatedMembership,
  { canceled_on, held }: { canceled_on: CalendarDate; held: Held }
): boolean {
  const seats = after.seats.map((seat) => ({ ...seat, cancellation: null }))
  const { value: span } = paidSpans({ ...facts, membership: { ...after, seats } }, held.starts_on).next()
  return span === undefined || compareDates(canceled_on, span.ends_on) < 0
}

const earlier = (a: CalendarDate | null, b: CalendarDate): CalendarDate =>
  a !== null && compareDates(a, b) < 0 ? a : b

/** What of some days lies outside a pause. */
function without({ starts_on, resumes_on }: HoldDates, pause: HoldDates): HoldDates[] {
  if (!overlap({ starts_on, resumes_on }, pause)) return [{ starts_on, resumes_on }]
  const before =
    compareDates(starts_on, pause.starts_on) < 0 ? [{ starts_on, resumes_on: pause.starts_on }] : []
  const is_longer = pause.resumes_on !== null && compareResumes(resumes_on, pause.resumes_on) > 0
  return [...before, ...(is_longer ? [{ starts_on: pause.resumes_on, resumes_on }] : [])]
}

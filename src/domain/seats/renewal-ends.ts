import { type BillingCalendar, type PaidPeriod, paidPeriods } from "../billing/periods"
import { DomainError } from "../errors"
import { compareDates } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import { cutAt, restoredHolds, withRestored } from "./cancel-seats"
import { billingCalendar, type CalendarFacts } from "./dues"
import type { SeatEffect } from "./effects"
import { before as leftBefore } from "./hold-dates"
import { isLive } from "./live-seats"
import { endWithHolds } from "./term-with-holds"
import type { Seat, SeatCancellation, SeatedMembership } from "./types"

type Facts = CalendarFacts & { readonly today: CalendarDate }

/** As if nobody had canceled at the renewal, so that a hold that moves what is paid is not cut off at the end as it was. */
export const withoutRenewalEnds = (membership: SeatedMembership, today: CalendarDate): SeatedMembership => ({
  ...membership,
  seats: membership.seats.map((seat) => (renewalEnd(seat, today) ? { ...seat, cancellation: null } : seat)),
})

/**
 * Who cancels at the renewal leaves with what is paid (CANCEL-1). Where a verb moves that by days on hold (HOLD-4), the end
 * moves with it: it is the same whether the hold or the cancellation came first.
 * @param after what the verb has made of the membership, its ends as they were
 * @throws DomainError `hold_not_allowed` where a hold without an end would leave the end unknown
 */
export function withRenewalEnds(
  facts: Facts,
  after: SeatedMembership
): { readonly after: SeatedMembership; readonly effects: readonly SeatEffect[] } {
  const { membership, today } = facts
  const ended = new Set(membership.seats.flatMap((seat) => (renewalEnd(seat, today) ? [seat.id] : [])))
  if (ended.size === 0) return { after, effects: [] }
  const endOf = (seat: Seat) => (ended.has(seat.id) ? renewalEnd(seat, today) : null)
  const open = (each: SeatedMembership): Reopened => {
    const seats = each.seats.map((seat) => reopened(seat, endOf(seat)))
    const billed = facts.anchor_on ? facts.interval : null
    const ends_on = endWithHolds({ ...each, seats }, facts.hold_policy.effect, billed)
    return { seats, calendar: billingCalendar(facts, { ...each, seats, ends_on }) }
  }
  const [was, is] = [open(membership), open(after)]
  const moved = after.seats.map((seat, index) => {
    const end = endOf(seat)
    if (!end) return { seat, effects: [] }
    const canceled_on = movedEnd(end.canceled_on, was.calendar, is.calendar)
    const cut = cutAt(is.seats[index]!.holds, canceled_on, { scope: end.scope, at_renewal: true })
    return { seat: { ...seat, ...cut }, effects: effectsOf(seat, end, canceled_on) }
  })
  return {
    after: { ...after, seats: moved.map(({ seat }) => seat) },
    effects: moved.flatMap(({ effects }) => effects),
  }
}

interface Reopened {
  readonly seats: readonly Seat[]
  readonly calendar: BillingCalendar
}

/** An end that follows what is paid, and has not come. */
const renewalEnd = (seat: Seat, today: CalendarDate): SeatCancellation | null =>
  seat.cancellation?.at_renewal && isLive(seat, today) ? seat.cancellation : null

const reopened = (seat: Seat, end: SeatCancellation | null): Seat =>
  end === null
    ? seat
    : { ...seat, cancellation: null, holds: withRestored(seat.holds, restoredHolds(seat, end)) }

/** With the same period, or before the same next one; else with the term. */
function movedEnd(former_on: CalendarDate, was: BillingCalendar, is: BillingCalendar): CalendarDate {
  const ends_on = is.renews ? null : is.ends_on
  const place = placeOf(was, former_on)
  if (place === null && former_on !== was.ends_on) return former_on
  const moved_on = place === null ? ends_on : dayAt(is, place)
  if (moved_on !== null) return ends_on !== null && compareDates(ends_on, moved_on) < 0 ? ends_on : moved_on
  const message = "It ends with its renewal, so a hold of it needs a first day back."
  throw new DomainError("hold_not_allowed", message, { field: "resumes_on" })
}

interface Place {
  readonly index: number
  readonly side: "paid_until" | "next_on"
}

function placeOf(calendar: BillingCalendar, day: CalendarDate): Place | null {
  for (const { index, paid_until, next_on } of paidPeriods(calendar)) {
    if (paid_until === day) return { index, side: "paid_until" }
    if (next_on === day) return { index, side: "next_on" }
    if (paid_until === null || compareDates(paid_until, day) > 0) return null
  }
  return null
}

/** On the common billing day a period that lies in days put off is none (BILL-7): then the one before it. */
function dayAt(calendar: BillingCalendar, { index, side }: Place): CalendarDate | null {
  let found: PaidPeriod | null = null
  for (const period of paidPeriods(calendar)) {
    if (period.index > index) break
    found = period
    if (period.index === index) break
  }
  return found?.[side] ?? null
}

function effectsOf(
  seat: Seat,
  { canceled_on: former_on }: SeatCancellation,
  canceled_on: CalendarDate
): SeatEffect[] {
  const { id: seat_id, holds } = seat
  const cut = holds.filter((hold) => leftBefore(hold, canceled_on) !== hold)
  return [
    ...(canceled_on === former_on ? [] : [{ code: "cancellation_moves" as const, seat_id, canceled_on }]),
    ...cut.map(() => ({ code: "hold_ends_with_seat" as const, seat_id, canceled_on })),
  ]
}

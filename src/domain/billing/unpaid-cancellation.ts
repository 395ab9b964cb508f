import { cancelSeats } from "../seats/cancel-seats"
import { liveSeats } from "../seats/live-seats"
import type { SeatedMembership } from "../seats/types"
import { addDays, compareInstants, localDate, startOfLocalDay } from "../time/calendar"
import type { CalendarDate, Instant, TimeZone } from "../time/types"

/**
 * The first day without a membership whose grace is over: the day on which it ends, where it ends as the day begins; else
 * the next one. In between it is suspended.
 */
export function canceledUnpaidOn(suspended_at: Instant, zone: TimeZone): CalendarDate {
  const day = localDate(suspended_at, zone)
  return compareInstants(startOfLocalDay(day, zone), suspended_at) === 0 ? day : addDays(day, 1)
}

/**
 * BILL-3: a membership that nobody pays ends with its grace, all of it, whenever somebody looks. A seat that ends before
 * keeps its date; required seats go with the others (SEAT-6), and no notice or commitment holds them (CANCEL-4).
 */
export function canceledUnpaid(
  membership: SeatedMembership,
  { suspended_at, zone }: { readonly suspended_at: Instant; readonly zone: TimeZone }
): SeatedMembership {
  const canceled_on = canceledUnpaidOn(suspended_at, zone)
  const live = new Set(liveSeats(membership, canceled_on).map(({ id }) => id))
  if (live.size === 0) return membership
  const seats = membership.seats.map((seat) => (live.has(seat.id) ? { ...seat, cancellation: null } : seat))
  const open = { ...membership, seats }
  const { changes } = cancelSeats({ membership: open, seat_id: null, canceled_on, today: canceled_on })
  const changed = new Map(changes.map(({ seat_id, ...change }) => [seat_id, change]))
  return { ...membership, seats: seats.map((seat) => ({ ...seat, ...changed.get(seat.id) })) }
}

import { membershipStatus } from "../memberships/status"
import type { MembershipStatus } from "../memberships/types"
import { qualify } from "../people/qualification"
import type { Person } from "../people/types"
import { isHeldOn } from "../seats/hold-dates"
import { compareDates, hasCome, localDate } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import { REASONS } from "./reasons"
import type { AccessQuestion, AccessReason, AccessSeat, MembershipAccess } from "./types"

/**
 * Why a membership, or the seat in it, does not hold at an instant, whatever the visit is for (TERM-1, HOLD-7, SEAT-10):
 * from its facts, never from the stored copy of its status.
 */
export function membershipReasons(
  membership: MembershipAccess,
  person: Person,
  { at }: Pick<AccessQuestion, "at">
): AccessReason[] {
  const today = localDate(at, membership.time_zone)
  const { seat } = membership
  const status = statusReason(membership, at)
  if (seat === null) return [...asList(status), REASONS.seatUnassigned()]
  return [
    ...asList(status),
    ...asList(status === null ? seatDates(seat, today) : null),
    ...asList(fitness(membership, seat, person, today)),
  ]
}

function statusReason(membership: MembershipAccess, at: string): AccessReason | null {
  const { facts, grace_ends_at } = membership
  // TERM-4: whether credits are left is asked of the grants, for this visit.
  const status = membershipStatus({ ...facts, credits: null }, at)
  const ended = () => REASONS.ended(lastDay(membership, status, at))
  switch (status) {
    case "pending":
      return REASONS.notPaid()
    case "canceled":
    case "expired":
      return ended()
    case "suspended":
      return REASONS.suspended()
    case "upcoming":
      return upcoming(membership)
    case "on_hold":
      return REASONS.onHold(resumption(membership, at))
    case "past_due":
      return hasCome(grace_ends_at, at) ? REASONS.pastDue() : null
    default:
      return null
  }
}

/** TERM-2: one that waits for its first visit is usable; that visit begins it. */
function upcoming({ starts_on }: MembershipAccess): AccessReason | null {
  return starts_on === null ? null : REASONS.notStarted(starts_on)
}

function lastDay({ facts, time_zone }: MembershipAccess, status: MembershipStatus, at: string): CalendarDate {
  const term = facts.starts_at === null && facts.latest_term !== null ? facts.latest_term : facts
  const ended_at = status === "canceled" ? facts.canceled_at : term.ends_at
  return localDate(ended_at ?? at, time_zone)
}

function resumption({ facts, time_zone }: MembershipAccess, at: string): CalendarDate | null {
  const hold = facts.holds.find(({ from, until }) => hasCome(from, at) && !hasCome(until, at))
  return hold?.until ? localDate(hold.until, time_zone) : null
}

/** A seat can begin later, end earlier and pause more often than its membership (SEAT-8, CANCEL-1, HOLD-1). */
function seatDates(seat: AccessSeat, today: CalendarDate): AccessReason | null {
  const { starts_on, canceled_on, is_pending, holds } = seat
  if (canceled_on !== null && compareDates(canceled_on, today) <= 0) return REASONS.ended(canceled_on)
  if (is_pending) return REASONS.notPaid()
  if (starts_on !== null && compareDates(today, starts_on) < 0) return REASONS.notStarted(starts_on)
  const hold = holds.find((each) => each.kind === "hold" && isHeldOn(each, today))
  return hold ? REASONS.onHold(hold.resumes_on) : null
}

/** SEAT-10. */
function fitness(
  { classifications }: MembershipAccess,
  { classification }: AccessSeat,
  person: Person,
  today: CalendarDate
): AccessReason | null {
  const result = qualify(person, classification, today)
  if (result.qualifies || classification === null) return null
  const { reason, message } = result
  if (reason === "proof_missing" || reason === "proof_expired")
    return REASONS.proofExpired(message, classification.name)
  const others = classifications.filter(
    (each) => each?.id !== classification.id && qualify(person, each, today).qualifies
  )
  const fits = [...new Set(others.map((each) => each?.name ?? "anybody"))]
  return REASONS.agedOut(message, { why: reason, classification: classification.name, fits })
}

const asList = <Item>(item: Item | null): Item[] => (item === null ? [] : [item])

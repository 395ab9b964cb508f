import { DomainError } from "../errors"
import type { CancellationPolicy } from "../plans/types"
import { addDays, assertCalendarDate, compareDates } from "../time/calendar"
import { periodIndexAt, periodStart } from "../time/periods"
import type { CalendarDate, CalendarInterval } from "../time/types"
import type { Asker } from "./types"

/** How somebody wants to leave (CANCEL-1). `now` is today: the first day without the seat. */
export type CancelWay =
  { readonly at: "renewal" } | { readonly at: "now" } | { readonly at: "date"; readonly on: CalendarDate }

export interface CancelDateFacts {
  readonly policy: CancellationPolicy
  /** The first day of the first period; null while the membership waits for its first visit. */
  readonly anchor_on: CalendarDate | null
  /** The first day on its plan, where a change of plan has bound it anew (BILL-10); absent: the anchor. */
  readonly commitment_from_on?: CalendarDate | null
  /** null: it does not recur. */
  readonly interval: CalendarInterval | null
  /** The first day without the membership; null is unlimited. */
  readonly ends_on: CalendarDate | null
  /** At the membership's location. */
  readonly today: CalendarDate
}

/** The first day that a customer may be without the seat: after the notice, and after the periods committed to (CANCEL-4). */
export function earliestCancelOn(facts: CancelDateFacts): CalendarDate {
  const { policy, anchor_on, commitment_from_on, interval, today } = facts
  const after_notice = addDays(today, policy.notice_days)
  const first = commitmentIndex(anchor_on, interval, commitment_from_on ?? null)
  const committed_until =
    anchor_on !== null && interval !== null && policy.commitment_periods > 0
      ? periodStart(anchor_on, interval, first + policy.commitment_periods)
      : after_notice
  return compareDates(committed_until, after_notice) > 0 ? committed_until : after_notice
}

/** The first period that counts: one that a change of plan cuts short counts too. */
const commitmentIndex = (
  anchor_on: CalendarDate | null,
  interval: CalendarInterval | null,
  from_on: CalendarDate | null
): number =>
  anchor_on === null || interval === null || from_on === null
    ? 0
    : (periodIndexAt(anchor_on, interval, from_on) ?? 0)

/**
 * The first day without the seat.
 * @throws DomainError `cancel_before_notice` (details.earliest_on), `date_invalid` before today or after the end
 */
export function cancelDateOf(way: CancelWay, facts: CancelDateFacts, asker: Asker): CalendarDate {
  const earliest_on = earliestCancelOn(facts)
  const canceled_on =
    way.at === "renewal" ? renewalOnOrAfter(firstOf(facts, earliest_on, asker), facts) : dayOf(way, facts)
  if (asker.type === "staff" && asker.reason) return canceled_on
  if (compareDates(canceled_on, earliest_on) >= 0) return canceled_on
  const how = asker.type === "staff" ? " Give a reason to end it earlier." : ""
  const message = `It can end on ${earliest_on} at the earliest.${how}`
  throw new DomainError("cancel_before_notice", message, { field: "on", earliest_on })
}

/** Staff who say why may end it with the period that runs. */
function firstOf({ today }: CancelDateFacts, earliest_on: CalendarDate, asker: Asker): CalendarDate {
  return asker.type === "staff" && asker.reason ? today : earliest_on
}

function dayOf(
  way: Exclude<CancelWay, { at: "renewal" }>,
  { today, ends_on }: CancelDateFacts
): CalendarDate {
  if (way.at === "now") return today
  assertCalendarDate(way.on, "on")
  if (compareDates(way.on, today) < 0)
    throw new DomainError("date_invalid", `Choose ${today} or later.`, { field: "on", earliest_on: today })
  if (ends_on !== null && compareDates(way.on, ends_on) > 0)
    throw new DomainError("date_invalid", `It ends by itself on ${ends_on}.`, { field: "on", ends_on })
  return way.on
}

/** The first day of the first period that begins after today and not before the given day: what is paid is used. */
function renewalOnOrAfter(
  day: CalendarDate,
  { anchor_on, interval, ends_on, today }: CancelDateFacts
): CalendarDate {
  if (anchor_on === null || interval === null) return ends_on ?? day
  let index = 1
  let starts_on = periodStart(anchor_on, interval, index)
  while (compareDates(starts_on, today) <= 0 || compareDates(starts_on, day) < 0)
    starts_on = periodStart(anchor_on, interval, ++index)
  return ends_on !== null && compareDates(ends_on, starts_on) < 0 ? ends_on : starts_on
}

import { partOf } from "../billing/part-of-period"
import { type BillingCalendar, partOfPeriod, periodFrom } from "../billing/periods"
import { addDays } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import { cancelDateOf, earliestCancelOn } from "./cancel-dates"
import type { SeatFacts } from "./decide"
import { anchorOf, duesOn, firstPeriodFrom, pricedOn } from "./dues"
import { spanOf } from "./term-with-holds"

/** What somebody is told before they choose (CANCEL-4, HOLD-6). */
export interface SeatOptions {
  readonly today: CalendarDate
  readonly hold: {
    readonly allowed: boolean
    readonly earliest_on: CalendarDate
    readonly min_days: number | null
    readonly max_days: number | null
    readonly max_days_a_year: number | null
    /** For each seat. */
    readonly fee_minor: number
    readonly effect: "extend" | "skip_dues"
  }
  readonly cancellation: {
    /** The first day on which a customer may be without it. */
    readonly earliest_on: CalendarDate
    /** The day on which a cancellation at the renewal would take effect; null where nothing renews or ends. */
    readonly renewal_on: CalendarDate | null
  }
  /** The first day of the next period; null where nothing recurs. */
  readonly next_period_on: CalendarDate | null
  /** What that period costs. */
  readonly dues_minor: number | null
}

export function seatOptions(
  facts: Pick<
    SeatFacts,
    | "membership"
    | "hold_policy"
    | "hold_fee_minor"
    | "cancellation_policy"
    | "interval"
    | "renews"
    | "commitment_from_on"
    | "anchor_on"
    | "anchor_index"
    | "today"
    | "move"
  >
): SeatOptions {
  const { membership, hold_policy, cancellation_policy: policy, interval, renews, today } = facts
  const anchor_on = anchorOf(facts)
  const { allowed, min_days, max_days, max_days_a_year, effect, notice_days } = hold_policy
  const ends_on = renews ? null : membership.ends_on
  const { commitment_from_on = null } = facts
  const dates = { policy, anchor_on, commitment_from_on, interval, ends_on, today }
  const at_renewal = anchor_on !== null && (interval !== null || ends_on !== null)
  const next = nextDues(facts, addDays(today, 1))
  return {
    today,
    hold: {
      ...{ allowed, min_days, max_days, max_days_a_year, effect },
      ...{ earliest_on: addDays(today, notice_days), fee_minor: facts.hold_fee_minor },
    },
    cancellation: {
      earliest_on: earliestCancelOn(dates),
      renewal_on: at_renewal ? renewalOn(dates) : null,
    },
    next_period_on: next?.starts_on ?? null,
    dues_minor: next?.dues_minor ?? null,
  }
}

type Facts = Parameters<typeof seatOptions>[0]

/** When the next period begins, and what it costs. On the common billing day it may be the rest of one (BILL-7). */
function nextDues(facts: Facts, from_on: CalendarDate) {
  const rest = facts.anchor_on ? periodFrom(joinedCalendar(facts, facts.anchor_on), from_on) : null
  const starts_on = rest?.starts_on ?? firstPeriodFrom(anchorOf(facts), facts.interval, from_on)
  if (starts_on === null) return null
  const dues_minor = duesOn(pricedOn(facts.membership.seats, starts_on, facts), starts_on, facts.hold_policy)
  const part = rest && partOfPeriod(rest)
  return { starts_on, dues_minor: part ? partOf(dues_minor, part) : dues_minor }
}

const joinedCalendar = (
  { membership: { ends_on, seats }, interval, renews, hold_policy, anchor_index }: Facts,
  anchor_on: CalendarDate
): BillingCalendar => ({
  ...{ starts_on: anchor_on, anchor_index, interval, ends_on, renews, keeps_billing_day: true },
  ...{ hold_effect: hold_policy.effect, seats: seats.map(spanOf) },
})

/** Where the term ends before notice and commitment are over, it ends by itself. */
function renewalOn(dates: Parameters<typeof cancelDateOf>[1]): CalendarDate {
  return dates.interval === null && dates.ends_on !== null
    ? dates.ends_on
    : cancelDateOf({ at: "renewal" }, { ...dates, ends_on: null }, { type: "customer" })
}

import { partOf } from "../billing/part-of-period"
import { partOfPeriod, periodFrom } from "../billing/periods"
import { addDays } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import {
  cancelDateFacts,
  type CancelDateFacts,
  earliestCancelOn,
  hasRenewal,
  renewalOnOrAfter,
} from "./cancel-dates"
import type { SeatFacts } from "./decide"
import { billingCalendar, type CalendarFacts, duesOn, pricedOn } from "./dues"

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
    /** The first day on which a customer may be without it; null while an open hold puts off the end of its commitment. */
    readonly earliest_on: CalendarDate | null
    /** The day on which a cancellation at the renewal would take effect; null where none is known. */
    readonly renewal_on: CalendarDate | null
  }
  /** The first day of the next period; null where nothing recurs. */
  readonly next_period_on: CalendarDate | null
  /** What that period costs. */
  readonly dues_minor: number | null
}

export function seatOptions(facts: OptionFacts): SeatOptions {
  const { hold_policy, today } = facts
  const { allowed, min_days, max_days, max_days_a_year, effect, notice_days } = hold_policy
  const dates = cancelDateFacts(facts)
  const next = nextDues(facts, addDays(today, 1))
  return {
    today,
    hold: {
      ...{ allowed, min_days, max_days, max_days_a_year, effect },
      ...{ earliest_on: addDays(today, notice_days), fee_minor: facts.hold_fee_minor },
    },
    cancellation: { earliest_on: earliestCancelOn(dates), renewal_on: renewalOn(dates) },
    next_period_on: next?.starts_on ?? null,
    dues_minor: next?.dues_minor ?? null,
  }
}

type OptionFacts = CalendarFacts &
  Pick<
    SeatFacts,
    | "hold_policy"
    | "hold_fee_minor"
    | "cancellation_policy"
    | "commitment_from_on"
    | "after_index"
    | "today"
    | "move"
  >

/** When the next period begins, and what it costs. On the common billing day it may be the rest of one (BILL-7). */
function nextDues(facts: OptionFacts, from_on: CalendarDate) {
  const next = periodFrom(billingCalendar(facts), from_on)
  if (next === null) return null
  const { starts_on } = next
  const dues_minor = duesOn(pricedOn(facts.membership.seats, starts_on, facts), starts_on, facts.hold_policy)
  const part = partOfPeriod(next)
  return { starts_on, dues_minor: part ? partOf(dues_minor, part) : dues_minor }
}

/** As `cancelDateOf` finds it for a customer; where the term ends before notice and commitment are over, with the term. */
function renewalOn(dates: CancelDateFacts): CalendarDate | null {
  const earliest_on = earliestCancelOn(dates)
  return hasRenewal(dates) && earliest_on !== null ? renewalOnOrAfter(earliest_on, dates) : null
}

import { DomainError } from "../errors"
import { assertMinor } from "../money/amounts"
import { type CancellationPolicy, isShared, type PlanDefinition } from "../plans/types"
import { cancelDateOf } from "../seats/cancel-dates"
import type { Asker, HoldDates } from "../seats/types"
import { daysBetween } from "../time/calendar"
import { addInterval, periodIndexAt, periodStart } from "../time/periods"
import type { CalendarDate, CalendarInterval } from "../time/types"
import type { BillingCalendar, PeriodDays } from "./periods"
import { sameInterval } from "./planned-changes"
import { paidDays, prorate, type ProratedPart } from "./proration"

/** A plan with what its seats cost in a full period: in the membership's currency, after discounts, before tax. */
export interface PricedPlan extends Pick<PlanDefinition, "audience" | "proration"> {
  readonly interval: CalendarInterval
  readonly dues_minor: number
}

/** A period, known from its first day to the first of the next; days on hold that have put that off count for nothing. */
export type KnownDays = Pick<PeriodDays, "starts_on"> & {
  readonly ends_on: CalendarDate
  readonly pauses?: readonly HoldDates[]
}

export interface PlanChangeInput {
  readonly from: PricedPlan & { readonly cancellation_policy: CancellationPolicy }
  readonly to: PricedPlan
  /** The membership's, from which its periods are counted. */
  readonly anchor_on: CalendarDate
  /** When its periods begin, and the last one that was charged. */
  readonly calendar: BillingCalendar
  readonly after_index: number
  /** Where a change of plan has bound it anew; absent: the anchor. */
  readonly commitment_from_on?: CalendarDate | null
  /** The period around today, and what was paid for it. */
  readonly running: KnownDays & {
    readonly paid_minor: number
    /** The first day that it was paid for, where a change of plan began within it; absent: its first day. */
    readonly paid_from_on?: CalendarDate
    /** What the visits are worth that it gave and nobody has used (CREDIT-10); absent: visits are not counted. */
    readonly unused_minor?: number
  }
  /** The period around a day of the shared membership that a seat joins; null changes the membership itself. */
  readonly joins: ((day: CalendarDate) => KnownDays) | null
  readonly when: "now" | "renewal"
  readonly is_on_hold: boolean
  readonly dues_settled: boolean
  readonly asker: Asker
  /** At the membership's location. */
  readonly today: CalendarDate
}

/** What a change of plan does, for its preview and for doing it (BILL-10). */
export interface PlanChange {
  /** By what a day costs. */
  readonly direction: "upgrade" | "downgrade" | "same"
  /** The first day on the new plan. */
  readonly changes_on: CalendarDate
  /** Periods are counted from here afterwards; where a seat joins, the shared membership's stay as they are. */
  readonly anchor_on: CalendarDate
  /** The first period on the new plan, or what is left of it. */
  readonly charge: ProratedPart
  /** The unused days of what was paid, as far as its visits are not used; null where they are not given back. */
  readonly credit: ProratedPart | null
  /** Paid days that are not given back, because the old plan is never prorated (BILL-7, SEAT-8). */
  readonly days_lost: number
  /** What is charged on the day: the charge less the credit. */
  readonly due_minor: number
  /** What the credit has more than the charge: taken off the charges that follow, until it is used. */
  readonly carried_minor: number
  /** Unused visits of the running period go with the money that is given back for it; else they stay until they expire. */
  readonly revokes_credits: boolean
  /** The first day of the new plan's commitment (PLAN-13). */
  readonly commitment_from_on: CalendarDate
}

/**
 * BILL-10: from one plan to another, now or at renewal; upgrade, downgrade, or from an individual plan to a seat of a
 * shared membership (`joins`).
 *
 * Now: unused days are given back, visits that were used are not, and the rest of the running period is charged, where
 * the plans prorate (BILL-7); the anchor day stays where both do and renew alike. Otherwise a full period of the new plan
 * begins with the change. A seat of a shared membership pays its full price for the running period and joins the common
 * renewal (SEAT-8).
 * At renewal: nothing is given back, because what was paid is used; whoever changes to less is bound by commitment and
 * notice as one who leaves (CANCEL-4).
 * @throws DomainError `cancel_before_notice`, `hold_not_allowed` on hold now, `not_eligible` with dues unpaid
 */
export function changePlan(input: PlanChangeInput): PlanChange {
  const { from, to, running, anchor_on, joins, when } = input
  const direction = directionOf(input)
  if (when === "now") assertMayNow(input)
  const changes_on = dayOf(input, direction)
  const credit = when === "now" && prorates(from) ? unused(input) : null
  const keeps_anchor = joins === null && sameInterval(from.interval, to.interval)
  const rest_of_running = when === "now" && keeps_anchor && prorates(from) && prorates(to)
  const stays_anchored = rest_of_running || (keeps_anchor && when === "renewal")
  const anchor = stays_anchored ? anchor_on : changes_on
  const period = rest_of_running
    ? running
    : (joins?.(changes_on) ?? periodAt(anchor, to.interval, changes_on))
  const charge = prorate(to.dues_minor, period, rest_of_running ? changes_on : period.starts_on)
  const balance_minor = assertMinor(charge.amount_minor - (credit?.amount_minor ?? 0))
  const unused_days = paidDays(running.pauses, { from: changes_on, to: running.ends_on })
  return {
    ...{ direction, changes_on, charge, credit, commitment_from_on: changes_on },
    anchor_on: anchor,
    days_lost: when === "now" && credit === null && running.paid_minor > 0 ? unused_days : 0,
    due_minor: Math.max(0, balance_minor),
    carried_minor: Math.max(0, -balance_minor),
    revokes_credits: credit !== null && credit.amount_minor > 0,
  }
}

const prorates = ({ audience, proration }: Pick<PricedPlan, "audience" | "proration">) =>
  !isShared(audience) && proration

/** The period around a day, counted from the anchor (TIME-3). */
function periodAt(anchor_on: CalendarDate, interval: CalendarInterval, day: CalendarDate): KnownDays {
  const index = periodIndexAt(anchor_on, interval, day) ?? 0
  return {
    starts_on: periodStart(anchor_on, interval, index),
    ends_on: periodStart(anchor_on, interval, index + 1),
  }
}

/** By days; where visits are counted, no more than those that are left are worth. */
function unused({ running, today }: PlanChangeInput): ProratedPart {
  const { paid_minor, unused_minor = paid_minor, paid_from_on = running.starts_on } = running
  const rest = prorate(paid_minor, { ...running, starts_on: paid_from_on }, today)
  return { ...rest, amount_minor: Math.min(rest.amount_minor, unused_minor) }
}

interface Directed {
  readonly from: Pick<PricedPlan, "interval" | "dues_minor">
  readonly to: Pick<PricedPlan, "interval" | "dues_minor">
  readonly today: CalendarDate
}

/**
 * By a day's price, exactly: the products are beyond what a number holds.
 * @internal
 */
export function directionOf({ from, to, today }: Directed): PlanChange["direction"] {
  const days = ({ interval }: Pick<PricedPlan, "interval">) =>
    BigInt(daysBetween({ from: today, to: addInterval(today, interval) }))
  const [before, after] = [BigInt(from.dues_minor) * days(to), BigInt(to.dues_minor) * days(from)]
  if (before === after) return "same"
  return after > before ? "upgrade" : "downgrade"
}

function assertMayNow({ is_on_hold, dues_settled }: PlanChangeInput): void {
  if (is_on_hold)
    throw new DomainError(
      "hold_not_allowed",
      "It is on hold. End the hold first, or change with the renewal.",
      {
        field: "when",
      }
    )
  if (!dues_settled)
    throw new DomainError("not_eligible", "Dues are unpaid. Settle them first, or change with the renewal.", {
      field: "when",
      reason: "dues_unpaid",
    })
}

/** To pay more, or the same, nobody has to wait for a commitment to end. */
function dayOf(
  { from, calendar, after_index, commitment_from_on = null, running, when, today, asker }: PlanChangeInput,
  direction: PlanChange["direction"]
): CalendarDate {
  if (direction !== "downgrade") return when === "now" ? today : running.ends_on
  const policy = from.cancellation_policy
  const open = { ...calendar, renews: true }
  const facts = { policy, calendar: open, after_index, commitment_from_on, sold_ends_on: null, today }
  return cancelDateOf({ at: when }, facts, asker)
}

import { DomainError } from "../errors"
import type { CancellationPolicy, PlanAudience } from "../plans/types"
import { commonHolds, lastCancellation } from "../seats/common-holds"
import { duesOn } from "../seats/dues"
import { isHeldOn } from "../seats/hold-dates"
import { isLive } from "../seats/live-seats"
import { spanOf } from "../seats/term-with-holds"
import type { Asker, Seat } from "../seats/types"
import { compareDates } from "../time/calendar"
import type { CalendarDate, Instant } from "../time/types"
import { type BilledMembership, type BillingProgress, calendarOf } from "./billed-membership"
import { type BillingPeriod, nextPeriod, nextPeriodDays } from "./periods"
import type { PlanChangeInput } from "./plan-change"

/** A membership that is to leave its plan, now or with a renewal (BILL-10). */
export interface LeavingPlan {
  readonly membership: BilledMembership
  readonly progress: BillingProgress
  readonly from: {
    readonly plan_id: string
    readonly audience: PlanAudience
    readonly proration: boolean
    readonly cancellation_policy: CancellationPolicy
    readonly commitment_from_on: CalendarDate | null
  }
  /** What was paid for the period that runs, with what credits paid, and from which day; nothing where it is not settled. */
  readonly paid: {
    readonly amount_minor: number
    readonly from_on: CalendarDate | null
    /** What of it the visits are worth that are left; absent or null: they are not counted. */
    readonly unused_minor?: number | null
  }
  /** Charges that are due and not settled. */
  readonly has_open_charges: boolean
  readonly when: "now" | "renewal"
  readonly asker: Asker
  readonly now: Instant
}

/** The period that runs, with both of its ends; the rest of one stands as the full one (BILL-7). */
export interface RunningPeriod {
  readonly index: number
  readonly starts_on: CalendarDate
  readonly ends_on: CalendarDate
  /** The first day that was charged, where the period is the rest of a full one; null is its first day. */
  readonly charged_from_on: CalendarDate | null
}

/** @throws DomainError `not_eligible` for what does not recur; `already_canceled`, `membership_ended` */
export function assertLeavable({ membership }: LeavingPlan, today: CalendarDate): void {
  const { seats, interval, starts_on, renews, ends_on } = membership
  if (starts_on === null || interval === null)
    throw new DomainError(
      "not_eligible",
      "Only a plan that renews can be changed, to another one that does.",
      {
        ...{ field: "plan_id", reason: "not_recurring" },
      }
    )
  const ended_on = lastCancellation(seats.map(spanOf))
  if (ended_on !== null && compareDates(ended_on, today) > 0)
    throw new DomainError("already_canceled", "It is canceled. Take the cancellation back first.", {
      canceled_on: ended_on,
    })
  if (ended_on !== null || (!renews && ends_on !== null && compareDates(ends_on, today) <= 0))
    throw new DomainError("membership_ended", "This membership is over; nothing of it can be changed.")
}

/** @throws DomainError `not_eligible` where no period runs whose end is known */
export function runningPeriod(
  { membership, progress, when }: LeavingPlan,
  today: CalendarDate
): RunningPeriod {
  const running = nextPeriodDays(calendarOf(membership), progress.after_index - 1)
  const ends_on = running?.ends_on ?? null
  const begins_on = membership.first_on ?? running?.starts_on
  if (running === null || ends_on === null || compareDates(today, begins_on!) < 0)
    throw noPeriod(when, "Its first period has not begun, or an open hold runs.")
  const { index, starts_on, rest_of } = running
  return {
    ...{ index, ends_on, starts_on: rest_of?.starts_on ?? starts_on },
    charged_from_on: rest_of === undefined ? null : starts_on,
  }
}

/** What `changePlan` has to know of the membership that leaves its plan. */
export function leavingInput(
  facts: LeavingPlan,
  running: RunningPeriod,
  today: CalendarDate
): Omit<PlanChangeInput, "to" | "joins"> {
  const { membership, progress, from, paid, when, asker } = facts
  const { seats, zone } = membership
  const there = seats.filter((seat) => isLive(seat, today))
  const staying = goingOn(seats, running)
  const next = nextPeriod(calendarOf(membership), progress.after_index, zone)
  const is_due = next !== null && compareDates(next.starts_on, today) <= 0
  // What is left is charged by the full period; what was paid, by the days that it was paid for.
  const paid_from_on = paid.from_on ?? running.charged_from_on
  const { unused_minor = null } = paid
  return {
    from: { ...from, interval: membership.interval!, dues_minor: plainDues(membership, staying, running) },
    anchor_on: membership.starts_on!,
    ...{ calendar: calendarOf(membership), after_index: progress.after_index },
    commitment_from_on: from.commitment_from_on,
    running: {
      ...{ starts_on: running.starts_on, ends_on: running.ends_on, paid_minor: paid.amount_minor },
      ...(membership.policy.effect === "extend" ? { pauses: commonHolds(seats.map(spanOf)) } : {}),
      ...(paid_from_on === null ? {} : { paid_from_on }),
      ...(unused_minor === null ? {} : { unused_minor }),
    },
    ...{ when, asker, today },
    is_on_hold: there.some(({ holds }) => holds.some((hold) => isHeldOn(hold, today))),
    dues_settled: !facts.has_open_charges && !is_due,
  }
}

/** Those that are there after the period that runs: a seat that ends with it has paid for all of its days (CANCEL-1). */
export const goingOn = (seats: readonly Seat[], { ends_on }: Pick<RunningPeriod, "ends_on">): Seat[] =>
  seats.filter((seat) => isLive(seat, ends_on))

/** What a full period costs, whatever is on hold at the moment. */
export const plainDues = (
  { policy }: Pick<BilledMembership, "policy">,
  seats: readonly Seat[],
  { starts_on }: Pick<RunningPeriod, "starts_on">
): number =>
  duesOn(
    seats.map((seat) => ({ ...seat, starts_on: null, holds: [] })),
    starts_on,
    policy
  )

/** The first period that begins on a day or later and is not billed. @throws DomainError `not_eligible` where none is known */
export function renewalFrom({ membership, progress }: LeavingPlan, day: CalendarDate): BillingPeriod {
  const after = (index: number) => nextPeriod(calendarOf(membership), index, membership.zone)
  let period = after(progress.after_index)
  while (period !== null && compareDates(period.starts_on, day) < 0) period = after(period.index)
  if (period === null) throw noPeriod("renewal", "No renewal of it is known.")
  return period
}

const noPeriod = (when: "now" | "renewal", message: string) =>
  new DomainError("not_eligible", message, { field: "when", when, reason: "no_period" })

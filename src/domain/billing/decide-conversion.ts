import { DomainError } from "../errors"
import { sumMinor } from "../money/amounts"
import type { IntroductoryOffer } from "../plans/types"
import { lastCancellation } from "../seats/common-holds"
import { isLive } from "../seats/live-seats"
import { spanOf } from "../seats/term-with-holds"
import type { Seat } from "../seats/types"
import { compareDates, localDate } from "../time/calendar"
import { addInterval } from "../time/periods"
import type { CalendarDate, CalendarInterval } from "../time/types"
import { calendarOf } from "./billed-membership"
import type { PlanChangeDecision, PlanChangeFacts } from "./decide-plan-change"
import { dueCharges } from "./due-charges"
import { type BillingPeriod, nextPeriod } from "./periods"
import { directionOf } from "./plan-change"
import { seatsOf } from "./planned-changes"
import { prorate } from "./proration"

export interface ConversionFacts extends Pick<PlanChangeFacts, "membership" | "progress" | "to" | "now"> {
  readonly from: {
    readonly offer: Pick<IntroductoryOffer, "converts_to_plan_id"> | null
    /** How long the offer runs; null until its credits are used. */
    readonly validity: CalendarInterval | null
  }
}

/**
 * PLAN-8: an introductory offer goes on as the plan that it leads to: a full period of it begins with the day on which
 * the offer ends, holds included, at the price that was agreed to. Decides for the preview and for planning it; it is done
 * as any planned change of plan, and can be taken back until then (BILL-10).
 * @throws DomainError `not_eligible`, `membership_ended`, `already_canceled`, and of the rows, as `seatsOnVersion`
 */
export function decideConversion(facts: ConversionFacts): PlanChangeDecision {
  const { membership, progress, to } = facts
  const today = localDate(facts.now, membership.zone)
  assertConvertible(facts, today)
  const planned = { ...membership, change: { ...to, from_index: null } }
  const period = conversionOf(planned, progress.after_index)
  if (period === null)
    throw refused(
      "no_period",
      "When the offer ends is not known yet: it has not begun, or an open hold runs."
    )
  const { seats: laid } = seatsOf(membership, to, period.starts_on)
  const due = dueCharges(planned, progress, period.due_at).at(-1)
  const { charges = [], progress: after = progress } = due ?? {}
  const due_minor = sumMinor(charges.map((each) => each.subtotal_minor - each.discount_minor))
  return {
    change: {
      ...termsOf(facts, { laid, today, changes_on: period.starts_on }),
      ...{ due_minor, carried_minor: 0 },
    },
    ...{ from_index: period.index, on_plan: null, charges },
    ...{ credits: after.credits ?? [], discounts: progress.discounts, charged_hold_ids: [] },
  }
}

interface Laid {
  readonly laid: readonly Seat[]
  readonly today: CalendarDate
  readonly changes_on: CalendarDate
}

/** The whole first period; nothing of the offer is given back, because it is used. */
function termsOf({ membership, from, to }: ConversionFacts, { laid, today, changes_on }: Laid) {
  const interval = to.plan.interval!
  const price = (seats: readonly Seat[], day: CalendarDate) =>
    sumMinor(seats.filter((seat) => isLive(seat, day)).map(({ price_minor }) => price_minor))
  const dues_minor = price(laid, changes_on)
  const before = {
    interval: membership.interval ?? from.validity ?? interval,
    dues_minor: price(membership.seats, today),
  }
  const period = { starts_on: changes_on, ends_on: addInterval(changes_on, interval) }
  return {
    direction: directionOf({ from: before, to: { interval, dues_minor }, today }),
    ...{ changes_on, anchor_on: changes_on, commitment_from_on: changes_on },
    charge: prorate(dues_minor, period, changes_on),
    ...{ credit: null, days_lost: 0, revokes_credits: false },
  }
}

/** The first period of the plan that follows, if its day is known. */
function conversionOf(planned: Parameters<typeof calendarOf>[0], after_index: number): BillingPeriod | null {
  let period = nextPeriod(calendarOf(planned), after_index, planned.zone)
  while (period !== null && period.is_conversion !== true)
    period = nextPeriod(calendarOf(planned), period.index, planned.zone)
  return period
}

function assertConvertible({ membership, from, to }: ConversionFacts, today: CalendarDate): void {
  if (from.offer?.converts_to_plan_id !== to.plan.plan_id)
    throw refused("not_the_follower", "Only the plan that an introductory offer leads to can follow it.")
  if (to.plan.interval === null)
    throw refused("not_recurring", "Only a plan that recurs can follow an introductory offer.")
  const { ends_on, seats } = membership
  const ended_on = lastCancellation(seats.map(spanOf))
  if (ended_on !== null && compareDates(ended_on, today) > 0)
    throw new DomainError("already_canceled", "It is canceled. Take the cancellation back first.", {
      canceled_on: ended_on,
    })
  if (ended_on !== null || (ends_on !== null && compareDates(ends_on, today) <= 0))
    throw new DomainError("membership_ended", "This membership is over; nothing of it can be changed.")
}

const refused = (reason: string, message: string) =>
  new DomainError("not_eligible", message, { field: "plan_id", reason })

import { DomainError } from "../errors"
import { sumMinor } from "../money/amounts"
import { isShared } from "../plans/types"
import { lastCancellation } from "../seats/common-holds"
import { isLive } from "../seats/live-seats"
import { spanOf } from "../seats/term-with-holds"
import type { Seat } from "../seats/types"
import { compareDates, localDate, startOfLocalDay } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import { type BilledMembership, type BillingProgress, calendarOf } from "./billed-membership"
import { type Charge, chargesOfPeriod, joinKey, payerKey } from "./charges"
import type { DuesCredit } from "./dues-credits"
import { assertLeavable, leavingInput, type LeavingPlan, renewalFrom, runningPeriod } from "./leaving-plan"
import { nextPeriodDays } from "./periods"
import { changePlan, type PlanChange } from "./plan-change"

/** The seat of a shared membership that somebody takes who had a plan of their own. */
export interface JoinedSeat {
  readonly seat: Omit<Seat, "starts_on" | "cancellation" | "holds" | "position" | "member_id">
  /** It was sold before: whoever pays for it has paid the period that runs. */
  readonly is_paid_for: boolean
}

export interface JoinedMembership {
  readonly membership: BilledMembership
  readonly progress: BillingProgress
  /** Its dues are unpaid for so long that it is past due, or suspended. */
  readonly is_past_due: boolean
  readonly currency_code: string
}

export interface JoinFacts extends LeavingPlan {
  /** Of the change. */
  readonly id: string
  readonly currency_code: string
  readonly to: JoinedMembership & JoinedSeat
}

/** What is charged with it. */
export interface SeatCharged {
  /** For the seat, before tax; none for one that is paid for. */
  readonly charges: readonly Charge[]
  /** The period of the shared membership that it is for. */
  readonly period_index: number
  /** What payers of the shared membership have left for the charges that follow. */
  readonly credits: readonly DuesCredit[]
  /** What stays with the membership that is left, because its payer does not pay for the seat. */
  readonly left_behind: readonly DuesCredit[]
}

/** At renewal, all of it is as it would be if nothing changes before. */
export interface JoinDecision extends SeatCharged {
  readonly change: PlanChange
  /** The first period of the membership that is left which it does not have any more. */
  readonly from_index: number
  /** What of the unused days was paid by somebody who does not pay for the seat: it goes back only by a refund (CANCEL-5). */
  readonly refundable_minor: number
}

/**
 * BILL-10: somebody leaves a plan of their own for a seat of a shared membership, now or at renewal. A new seat pays its
 * full price for the period that runs there and renews with the others (SEAT-8); one that is paid for costs nothing more.
 * What is given back lowers the seat's charge where the same person pays, and those that follow.
 * @throws DomainError `not_eligible`, `membership_ended`, `already_canceled`, and as `changePlan`
 */
export function decideJoin(facts: JoinFacts): JoinDecision {
  const today = localDate(facts.now, facts.membership.zone)
  assertJoinable(facts)
  assertLeavable(facts, today)
  const running = runningPeriod(facts, today)
  const change = changePlan({
    ...leavingInput(facts, running, today),
    to: { ...{ audience: "shared", proration: false }, ...priced(facts) },
    joins: (day) => periodAround(facts, dayThere(facts, day)),
  })
  if (facts.when === "now") return withCharges(facts, { change, from_index: facts.progress.after_index + 1 })
  const { index, starts_on } = renewalFrom(facts, change.changes_on)
  const charge = { ...change.charge, ...spanOn(facts, dayThere(facts, starts_on)) }
  const changes = { changes_on: starts_on, anchor_on: starts_on, commitment_from_on: starts_on, charge }
  return withCharges(facts, { change: { ...change, ...changes }, from_index: index })
}

/** What is charged when a planned join's day has come: whatever was paid before is used. */
export function joinOnDay(facts: JoinFacts, day: CalendarDate): SeatCharged {
  assertJoinable(facts)
  return chargeSeat(facts, day, 0)
}

function withCharges(
  facts: JoinFacts,
  { change, from_index }: Pick<JoinDecision, "change" | "from_index">
): JoinDecision {
  const given_minor = change.credit?.amount_minor ?? 0
  const made = chargeSeat(facts, dayThere(facts, change.changes_on), given_minor)
  const brought = new Set([facts.id, ...(facts.progress.credits ?? []).map(({ id }) => id)])
  const carried = made.credits.filter(({ id }) => brought.has(id))
  const due_minor = sumMinor(made.charges.map((each) => each.subtotal_minor - each.discount_minor))
  const carried_minor = sumMinor(carried.map(({ amount_minor }) => amount_minor))
  const refundable_minor = samePayer(facts) ? 0 : given_minor
  return { ...made, from_index, refundable_minor, change: { ...change, due_minor, carried_minor } }
}

/** The day at the shared membership's place on which it is done: elsewhere it may still be yesterday (TIME-1). */
const dayThere = ({ membership, to, when, now }: JoinFacts, day: CalendarDate): CalendarDate =>
  localDate(when === "now" ? now : startOfLocalDay(day, membership.zone), to.membership.zone)

/** Unused days, and what an earlier change of plan had left, go where their payer goes. */
function chargeSeat(facts: JoinFacts, day: CalendarDate, given_minor: number): SeatCharged {
  const { id, to, progress, now } = facts
  const { index: period_index, ...period } = periodOn(to, day)
  // The others are charged for it first: a seat that joins before would be charged twice.
  if (compareDates(day, localDate(now, to.membership.zone)) <= 0 && period_index > to.progress.after_index)
    throw new DomainError("conflict", "The shared membership is about to renew. Try again in a minute.")
  const payer_key = samePayer(facts)
  const of_payer = (credit: DuesCredit) => payer_key !== null && credit.payer_key === payer_key
  const brought = (progress.credits ?? []).filter(of_payer)
  const left_behind = (progress.credits ?? []).filter((credit) => !of_payer(credit))
  const given = payer_key && given_minor > 0 ? [{ id, payer_key, amount_minor: given_minor }] : []
  const before = [...(to.progress.credits ?? []), ...brought, ...given]
  if (to.is_paid_for) return { charges: [], period_index, credits: before, left_behind }
  const { charges, credits } = chargesOfPeriod({
    ...{ ...to.membership, seats: [newSeat(to)], discounts: [], charged_hold_ids: new Set<string>() },
    ...{ credits: before, period: { ...period, period_key: joinKey(to.seat.id), due_at: now } },
  })
  return { charges, period_index, credits, left_behind }
}

/** As if it had been there from the start: it pays the whole period. */
export function newSeat({ seat, membership }: Pick<JoinFacts["to"], "seat" | "membership">): Seat {
  const position = 1 + Math.max(0, ...membership.seats.map((each) => each.position))
  return { ...seat, position, starts_on: null, cancellation: null, holds: [], member_id: null }
}

/** Of what a day costs: a seat that is paid for costs nothing more. */
function priced({ to: { membership, seat, is_paid_for } }: JoinFacts) {
  return { interval: membership.interval!, dues_minor: is_paid_for ? 0 : seat.price_minor }
}

const periodAround = ({ to }: JoinFacts, day: CalendarDate) => {
  const { starts_on, ends_on } = periodOn(to, day)
  return { starts_on, ends_on }
}

function spanOn(facts: JoinFacts, day: CalendarDate) {
  const { starts_on, ends_on } = periodAround(facts, day)
  return { from_on: starts_on, until_on: ends_on }
}

/** The period of the shared membership that holds a day. @throws DomainError `not_eligible` where none does */
function periodOn({ membership, progress }: JoinedMembership, day: CalendarDate) {
  const calendar = calendarOf(membership)
  let period = nextPeriodDays(calendar, progress.after_index - 1)
  while (period?.ends_on && compareDates(period.ends_on, day) <= 0)
    period = nextPeriodDays(calendar, period.index)
  const { ends_on = null } = period ?? {}
  if (period === null || ends_on === null || compareDates(day, period.starts_on) < 0)
    throw refused("no_period", "The shared membership has no period that runs on that day.")
  return { ...period, ends_on }
}

/** Who pays for the one seat that is left, if they pay for the other too; without an account nobody is known elsewhere. */
function samePayer({ membership, now, to }: JoinFacts): string | null {
  const today = localDate(now, membership.zone)
  const seat = membership.seats.find((each) => isLive(each, today))
  const former = seat?.payer_customer_id ?? membership.purchaser_customer_id
  const payer = to.seat.payer_customer_id ?? to.membership.purchaser_customer_id
  return former !== null && former === payer ? payerKey(payer) : null
}

function assertJoinable({ from, membership, to, currency_code, now }: JoinFacts): void {
  if (isShared(from.audience))
    throw new DomainError("not_eligible", "Only somebody with a plan of their own takes a seat elsewhere.", {
      reason: "audience",
    })
  if (membership.id === to.membership.id || to.membership.interval === null)
    throw refused("not_recurring", "Only a shared membership that renews can be joined.")
  if (currency_code !== to.currency_code)
    throw refused("currency", "The two memberships are paid in different currencies.")
  if (to.is_past_due)
    throw refused(
      "dues_unpaid",
      "The dues of the shared membership are unpaid. They have to be settled first."
    )
  const today = localDate(now, to.membership.zone)
  if (to.membership.starts_on === null || compareDates(today, to.membership.starts_on) < 0)
    throw refused("no_period", "The shared membership has not begun.")
  const ends_on = to.membership.seats.find(({ id }) => id === to.seat.id)?.cancellation?.canceled_on
  const canceled_on = ends_on ?? lastCancellation(to.membership.seats.map(spanOf))
  if (canceled_on !== null)
    throw new DomainError("already_canceled", "What would be joined is canceled.", { canceled_on })
}

const refused = (reason: string, message: string) =>
  new DomainError("not_eligible", message, { field: "membership_id", reason })

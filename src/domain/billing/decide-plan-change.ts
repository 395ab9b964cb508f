import { DomainError } from "../errors"
import { sumMinor } from "../money/amounts"
import { isLive } from "../seats/live-seats"
import { compareDates, daysBetween, localDate } from "../time/calendar"
import { type BilledMembership, type BilledPlan, calendarOf, type PlannedChange } from "./billed-membership"
import { type Charge, chargesOfPeriod, payerKey, planChangeKey } from "./charges"
import type { Discount } from "./discounts"
import { dueCharges, type DuePeriod } from "./due-charges"
import type { DuesCredit } from "./dues-credits"
import {
  assertLeavable,
  goingOn,
  leavingInput,
  type LeavingPlan,
  plainDues,
  renewalFrom,
  runningPeriod,
  type RunningPeriod,
} from "./leaving-plan"
import { partOf } from "./part-of-period"
import { nextPeriodDays, partOfPeriod } from "./periods"
import { changePlan, type PlanChange } from "./plan-change"
import { type OnPlan, onPlan, sameInterval, seatsOf } from "./planned-changes"

export interface PlanChangeFacts extends LeavingPlan {
  /** The new plan, on the version that is sold now. */
  readonly to: Omit<PlannedChange, "from_index"> & { readonly proration: boolean }
}

export interface PlanChangeDecision {
  readonly change: PlanChange
  /** The first period on the new plan. */
  readonly from_index: number
  /** The membership on it; null until the renewal. */
  readonly on_plan: OnPlan | null
  /** With which it begins, one for each payer, before tax: made now, or with the renewal if nothing changes before. */
  readonly charges: readonly Charge[]
  /** What payers have left for the charges that follow. */
  readonly credits: readonly DuesCredit[]
  /** As the period that follows finds them (SALE-10). */
  readonly discounts: readonly Discount[]
  /** The holds whose fees are among the lines of what is charged now. */
  readonly charged_hold_ids: readonly string[]
}

/**
 * BILL-10: the one decision behind a change of plan, for its preview and for doing it: who owes what, from which day the
 * membership is on the new plan, and what is carried on to later charges.
 * @throws DomainError `membership_ended`, `already_canceled`, `not_eligible`, and as `changePlan` and `seatsOnVersion`
 */
export function decidePlanChange(facts: PlanChangeFacts): PlanChangeDecision {
  const { membership, when, to } = facts
  const today = localDate(facts.now, membership.zone)
  assertChangeable(facts)
  assertLeavable(facts, today)
  const running = runningPeriod(facts, today)
  const { seats: laid } = seatsOf(membership, to, when === "now" ? today : running.ends_on)
  const change = changePlan({
    ...leavingInput(facts, running, today),
    to: {
      ...{
        audience: to.audience,
        interval: to.plan.interval!,
        dues_minor: plainDues(membership, goingOn(laid, running), running),
      },
      proration: to.proration && keepsPeriods(membership, to.plan, running),
    },
    joins: null,
  })
  return when === "renewal" ? atRenewal(facts, change) : atOnce(facts, change, running)
}

/**
 * The rest of the running period can be charged only where the next one begins on the same day on either plan. A plan that
 * ends by itself begins a full one, or its last period would be charged whole and cut short.
 */
function keepsPeriods(
  before: BilledMembership,
  plan: BilledPlan,
  { index, ends_on }: RunningPeriod
): boolean {
  if (!sameInterval(before.interval, plan.interval)) return false
  const { interval, renews, validity, policy } = plan
  if (!renews && validity !== null) return false
  const after = calendarOf({ ...before, interval, renews: true, policy })
  const next = nextPeriodDays(after, index)
  return next === null || next.starts_on === ends_on
}

function atRenewal(facts: PlanChangeFacts, change: PlanChange): PlanChangeDecision {
  const { membership, progress, to } = facts
  const period = renewalFrom(facts, change.changes_on)
  const { index: from_index, starts_on: changes_on } = period
  const planned = { ...membership, change: { ...to, from_index } }
  const due = dueCharges(planned, progress, period.due_at).at(-1)
  const { charges = [], progress: after } = due ?? {}
  const credits = after?.credits ?? []
  const due_minor = dueOf(charges)
  const first = due ? firstOn(due, change) : {}
  return {
    change: { ...change, ...first, changes_on, commitment_from_on: changes_on, due_minor },
    from_index,
    on_plan: null,
    charges,
    credits,
    discounts: progress.discounts,
    charged_hold_ids: [],
  }
}

/** The first period on the plan as it is charged: where its holds, and the common billing day, let it begin and end. */
function firstOn({ period, membership }: DuePeriod, { charge, anchor_on }: PlanChange) {
  const { starts_on: from_on, ends_on: until_on } = period
  if (until_on === null) return {}
  const whole = daysBetween({ from: from_on, to: until_on })
  const part = partOfPeriod(period)
  const amount_minor = part ? partOf(charge.amount_minor, part) : charge.amount_minor
  const days = part ?? { days: whole, of_days: whole }
  return {
    charge: { from_on, until_on, ...days, amount_minor },
    anchor_on: membership.starts_on ?? anchor_on,
  }
}

function atOnce(facts: PlanChangeFacts, change: PlanChange, running: RunningPeriod): PlanChangeDecision {
  const { membership: before, progress, to, now } = facts
  const { changes_on, charge, credit } = change
  const index = progress.after_index + 1
  const is_rest =
    change.anchor_on === before.starts_on && compareDates(charge.until_on, running.ends_on) === 0
  // One more period than the calendar has: the running one, cut in two.
  const anchor_index = is_rest ? (before.anchor_index ?? 0) + 1 : index
  const anchor = { starts_on: change.anchor_on, anchor_index }
  const { seats } = seatsOf(before, to, changes_on)
  const on_plan = onPlan({ ...before, seats, chart: to.chart }, to.plan, { index, changes_on, anchor })
  const payer_key = payerKey(
    seats.find((seat) => isLive(seat, changes_on))?.payer_customer_id ?? before.purchaser_customer_id
  )
  const given = credit?.amount_minor ? [{ id: to.id, payer_key, amount_minor: credit.amount_minor }] : []
  const { days, of_days } = charge
  const made = chargesOfPeriod({
    ...on_plan.membership,
    // Whoever came today has paid for the period that ends with the change, as the others have.
    seats: goingOn(seats, running).map((seat) => ({ ...seat, starts_on: null })),
    period: {
      ...{ period_key: planChangeKey(index), starts_on: charge.from_on, ends_on: charge.until_on },
      due_at: now,
    },
    part: days < of_days ? { days, of_days } : null,
    charged_hold_ids: new Set(progress.charged_hold_ids),
    discounts: progress.discounts,
    credits: [...(progress.credits ?? []), ...given],
  })
  const due_minor = dueOf(made.charges)
  const carried_minor = sumMinor(made.credits.map(({ amount_minor }) => amount_minor))
  return { ...made, change: { ...change, due_minor, carried_minor }, from_index: index, on_plan }
}

const dueOf = (charges: readonly Charge[]): number =>
  sumMinor(charges.map(({ subtotal_minor, discount_minor }) => subtotal_minor - discount_minor))

function assertChangeable({ membership, from, to }: PlanChangeFacts): void {
  if (to.plan.plan_id === from.plan_id)
    throw refused("same_plan", "It is on this plan already. Choose another one.")
  if (membership.interval === null || to.plan.interval === null)
    throw refused("not_recurring", "Only a plan that renews can be changed, to another one that does.")
}

const refused = (reason: string, message: string) =>
  new DomainError("not_eligible", message, { field: "plan_id", reason })

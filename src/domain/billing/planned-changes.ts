import { DomainError, type DomainErrorCode } from "../errors"
import { isLive } from "../seats/live-seats"
import { endWithHolds } from "../seats/term-with-holds"
import type { Seat } from "../seats/types"
import { compareDates } from "../time/calendar"
import { addInterval } from "../time/periods"
import type { CalendarDate, CalendarInterval } from "../time/types"
import { type BilledMembership, type BilledPlan, calendarOf, type PlannedChange } from "./billed-membership"
import { nextPeriodDays, type PeriodDays } from "./periods"
import { seatsOnVersion } from "./price-moves"

/** A membership on its new plan, as it is stored. */
export interface OnPlan {
  readonly membership: BilledMembership
  readonly plan: BilledPlan
  /** The first period on the plan. */
  readonly index: number
  readonly changes_on: CalendarDate
  /** The end of its term without any hold; null never ends. */
  readonly sold_ends_on: CalendarDate | null
  /** Every seat that has a row of the new plan, those whose order is not paid yet among them. */
  readonly seats: readonly Seat[]
}

/** What became of a planned change when its period began. */
export type PlanChanged =
  | (OnPlan & { readonly id: string; readonly refused: null })
  /** It stays on its plan: it has changed since, and the other one has no rows for it. */
  | { readonly id: string; readonly refused: DomainErrorCode; readonly membership: BilledMembership }

/** Whether a period, or one before it, is the first on the plan that a membership is to come to. */
export const beginsWith = (
  { from_index }: Pick<PlannedChange, "from_index">,
  { index, is_conversion }: Pick<PeriodDays, "index" | "is_conversion">
): boolean => (from_index === null ? is_conversion === true : index >= from_index)

/** A membership as the period finds it with which its planned change begins (BILL-10). */
export function changedFrom(
  membership: BilledMembership,
  change: PlannedChange,
  period: Pick<PeriodDays, "index" | "starts_on">
): PlanChanged {
  const { id, plan } = change
  try {
    const { seats, unpaid } = seatsOf(membership, change, period.starts_on)
    const at = { index: period.index, changes_on: period.starts_on }
    const anchor = anchorAtRenewal({ ...membership, ...plan }, membership, period)
    return {
      id,
      refused: null,
      ...onPlan({ ...membership, seats, chart: change.chart }, plan, { ...at, anchor, unpaid }),
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { id, refused: error.code, membership: { ...membership, change: null } }
  }
}

/** Its seats on the rows of the new plan; those that ended before keep theirs. @throws DomainError as `seatsOnVersion` */
export function seatsOf(
  { seats }: Pick<BilledMembership, "seats">,
  change: Pick<PlannedChange, "rows" | "audience" | "chart" | "classifications" | "unpaid_seats">,
  day: CalendarDate
): { readonly seats: readonly Seat[]; readonly unpaid: readonly Seat[] } {
  const laid = seatsOnVersion([...seats, ...change.unpaid_seats], change, { ...change, day })
  return { seats: laid.slice(0, seats.length), unpaid: laid.slice(seats.length) }
}

export interface Anchor {
  readonly starts_on: CalendarDate
  /** The index of the period that begins, or would, on that day. */
  readonly anchor_index: number
}

/**
 * @param at.index the first period on the plan, which holds the day of the change
 * @param at.unpaid seats whose order is not paid yet, on their rows
 */
export function onPlan(
  before: BilledMembership,
  plan: BilledPlan,
  {
    index,
    changes_on,
    anchor,
    unpaid = [],
  }: {
    readonly index: number
    readonly changes_on: CalendarDate
    readonly anchor: Anchor
    readonly unpaid?: readonly Seat[]
  }
): OnPlan {
  const { interval, renews, policy } = plan
  const sold_ends_on = termOf(plan, anchor.starts_on, changes_on)
  const { seats } = before
  const keeps_anchor = anchor.starts_on === before.starts_on && sameInterval(before.interval, interval)
  const keeps_billing_day = before.keeps_billing_day === true && keeps_anchor
  const term = { starts_on: anchor.starts_on, sold_ends_on, seats }
  const ends_on = endWithHolds(term, policy.effect, keeps_billing_day ? interval : null)
  const membership: BilledMembership = {
    ...{ ...before, interval, renews, policy, ...anchor, ends_on, keeps_billing_day },
    ...{ move: null, change: null },
  }
  const there = [...seats, ...unpaid].filter((seat) => isLive(seat, changes_on))
  return { membership, plan, index, changes_on, sold_ends_on, seats: there }
}

/**
 * Where the plans renew alike the anchor day is kept (TIME-3), unless their holds move periods differently, so that a
 * day would be paid twice or not at all.
 */
function anchorAtRenewal(
  after: BilledMembership,
  before: BilledMembership,
  { index, starts_on }: Pick<PeriodDays, "index" | "starts_on">
): Anchor {
  const kept = { starts_on: before.starts_on!, anchor_index: before.anchor_index ?? 0 }
  const same = sameInterval(before.interval, after.interval)
  const next = same ? nextPeriodDays(calendarOf({ ...after, ...kept, renews: true }), index - 1) : null
  if (next?.index === index && next.starts_on === starts_on) return kept
  return { starts_on, anchor_index: index }
}

export const sameInterval = (a: CalendarInterval | null, b: CalendarInterval | null): boolean =>
  a !== null && b !== null && a.unit === b.unit && a.count === b.count

/** What does not renew runs out as if it had been sold on the day; what does, with the first term that holds the day. */
function termOf(
  { validity, renews }: BilledPlan,
  anchor_on: CalendarDate,
  changes_on: CalendarDate
): CalendarDate | null {
  if (validity === null) return null
  if (!renews) return addInterval(changes_on, validity)
  let ends_on = addInterval(anchor_on, validity)
  for (let terms = 2; compareDates(ends_on, changes_on) <= 0; terms += 1)
    ends_on = addInterval(anchor_on, validity, terms)
  return ends_on
}

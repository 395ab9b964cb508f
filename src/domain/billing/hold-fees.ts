import { compareInstants, hasCome, startOfLocalDay } from "../time/calendar"
import type { Instant } from "../time/types"
import { commonHolds } from "../seats/common-holds"
import type { Seat, SeatHold } from "../seats/types"
import { type BilledMembership, type BillingProgress, calendarOf } from "./billed-membership"
import { type Charge, chargeOf } from "./charges"
import { holdFeeLine } from "./lines"
import { nextPeriodDays } from "./periods"

/** What the key of a charge for nothing but hold fees begins with. */
export const HOLD_FEE_PREFIX = "hold_fee:"

interface Fee {
  readonly seat: Seat
  readonly hold: SeatHold
  /** The first instant of the hold. */
  readonly due_at: Instant
}

/**
 * HOLD-3: fees of holds that have begun by an instant, where no further period comes that would take them along: each
 * payer's of one day is a charge of its own, named by its first hold, once.
 */
export function feesAlone(membership: BilledMembership, progress: BillingProgress, until: Instant): Charge[] {
  const groups = new Map<string, Fee[]>()
  for (const fee of feesWithoutPeriod(membership, progress)) {
    if (!hasCome(fee.due_at, until)) continue
    const key = `${fee.hold.starts_on}:${payerOf(fee, membership) ?? ""}`
    groups.set(key, [...(groups.get(key) ?? []), fee])
  }
  return [...groups.values()].map((fees) => {
    const [{ hold, due_at }] = fees as [Fee]
    const period_key = `${HOLD_FEE_PREFIX}${hold.id}`
    const period = { period_key, starts_on: hold.starts_on, ends_on: null, due_at }
    const lines = fees.map((fee) => ({ ...holdFeeLine(fee.seat, fee.hold), discounts: [] }))
    return chargeOf({ period, chart: membership.chart }, payerOf(fees[0]!, membership), lines)
  })
}

/** When the next of them is due; null where none is. */
export const nextFeeAt = (membership: BilledMembership, progress: BillingProgress): Instant | null =>
  feesWithoutPeriod(membership, progress)[0]?.due_at ?? null

const payerOf = ({ seat }: Fee, { purchaser_customer_id }: BilledMembership) =>
  seat.payer_customer_id ?? purchaser_customer_id

/** In the order of their days, then of the seats. Who has lost access pays what is overdue first. */
function feesWithoutPeriod(membership: BilledMembership, progress: BillingProgress): Fee[] {
  if (membership.suspended_at !== null || mayHavePeriod(membership, progress)) return []
  const charged = new Set(progress.charged_hold_ids)
  return membership.seats
    .flatMap((seat) => seat.holds.map((hold) => ({ seat, hold })))
    .filter(({ hold: { id, fee_minor } }) => fee_minor > 0 && !charged.has(id))
    .map((each) => ({ ...each, due_at: startOfLocalDay(each.hold.starts_on, membership.zone) }))
    .sort((a, b) => compareInstants(a.due_at, b.due_at) || a.seat.position - b.seat.position)
}

/** Another period begins, or would once an open hold ends, or the first visit has been. */
function mayHavePeriod(membership: BilledMembership, { after_index }: BillingProgress): boolean {
  const { interval, starts_on, change = null } = membership
  if (interval === null) return false
  if (starts_on === null || change !== null) return true
  const calendar = calendarOf(membership)
  const has_open_hold = commonHolds(calendar.seats).some(({ resumes_on }) => resumes_on === null)
  return (
    nextPeriodDays(has_open_hold ? { ...calendar, hold_effect: "skip_dues" } : calendar, after_index) !== null
  )
}

import { compareInstants } from "../time/calendar"
import type { Instant } from "../time/types"
import { type BilledMembership, type BillingProgress, calendarOf } from "./billed-membership"
import { chargedPeriod, type ChargesOfPeriod, chargesOfPeriod } from "./charges"
import { feesAlone, nextFeeAt } from "./hold-fees"
import { type BillingPeriod, nextPeriod, partOfPeriod, periodsDue } from "./periods"
import { beginsWith, changedFrom, type PlanChanged } from "./planned-changes"
import { movedBefore, type PriceMoved } from "./price-moves"

export interface DuePeriod extends Pick<ChargesOfPeriod, "charges" | "skipped"> {
  /** Of fees that no period takes along, the first day of the hold, by the index 0. */
  readonly period: BillingPeriod
  /** The version that prices it from here on, where that changes (CHART-10). */
  readonly moved: PriceMoved | null
  /** The plan that it has from here on, where that changes (BILL-10). */
  readonly changed: PlanChanged | null
  /** The membership as this period found it. */
  readonly membership: BilledMembership
  /** Once its charges exist. */
  readonly progress: BillingProgress
}

/**
 * The charges of every period that is due by an instant and was not billed before, in order (BILL-9). A run makes them,
 * a preview and "what happens on date X" (REPORT-3) show them: it is the same function, so that what was shown is what is
 * charged as long as nothing changes in between. Who has no access any more is charged for no further period; once they
 * have paid, the next one that begins is charged, on its own day (BILL-8). After the last period come the fees of holds
 * that none takes along (HOLD-3).
 */
export function dueCharges(
  membership: BilledMembership,
  progress: BillingProgress,
  until: Instant
): DuePeriod[] {
  const { zone, change = null } = membership
  const { after_index } = progress
  const periods = periodsDue(calendarOf(membership), { after_index, until, zone })
  const at = change === null ? -1 : periods.findIndex((period) => beginsWith(change, period))
  if (change === null || at < 0)
    return withFees(chargesOf(membership, progress, periods), { membership, progress, until })
  const before = chargesOf({ ...membership, change: null }, progress, periods.slice(0, at))
  const period = periods[at]!
  const changed = changedFrom(before.at(-1)?.membership ?? membership, change, period)
  const so_far = { ...(before.at(-1)?.progress ?? progress), after_index: period.index - 1 }
  const [first, ...rest] = dueCharges(changed.membership, so_far, until)
  if (first) return [...before, { ...first, changed }, ...rest]
  // Nothing is charged with it: its person is on hold, or an offer ends that nothing follows.
  const told = { period, moved: null, changed, charges: [], skipped: [] }
  return [...before, { ...told, membership: changed.membership, progress: so_far }]
}

interface Until {
  readonly membership: BilledMembership
  readonly progress: BillingProgress
  readonly until: Instant
}

/** @param at.membership with its progress, where no period was due */
function withFees(due: DuePeriod[], { until, ...at }: Until): DuePeriod[] {
  const { membership, progress } = due.at(-1) ?? at
  const fees = feesAlone(membership, progress, until)
  let so_far = progress
  return [
    ...due,
    ...fees.map((charge) => {
      const { starts_on, ends_on, due_at, lines } = charge
      const holds = lines.flatMap(({ hold_id }) => hold_id ?? [])
      so_far = { ...so_far, charged_hold_ids: [...so_far.charged_hold_ids, ...holds] }
      const period = { index: 0, starts_on, ends_on, due_at }
      const told = { period, moved: null, changed: null, membership, progress: so_far }
      return { ...told, charges: [charge], skipped: [] }
    }),
  ]
}

function chargesOf(
  membership: BilledMembership,
  progress: BillingProgress,
  periods: readonly BillingPeriod[]
): DuePeriod[] {
  const { suspended_at } = membership
  let so_far = progress
  let priced = membership
  return periods.map((period) => {
    const { moved, ...there } = movedBefore(priced, period)
    priced = there.membership
    const told = { period, moved, changed: null, membership: priced }
    if (suspended_at !== null && compareInstants(suspended_at, period.due_at) <= 0) {
      so_far = { ...so_far, after_index: period.index }
      return { ...told, charges: [], skipped: [], progress: so_far }
    }
    const charged_hold_ids = new Set(so_far.charged_hold_ids)
    const { discounts, credits = [] } = so_far
    const made = chargesOfPeriod({
      ...priced,
      ...{ period: chargedPeriod(period), charged_hold_ids, discounts, credits, part: partOfPeriod(period) },
    })
    so_far = {
      after_index: period.index,
      charged_hold_ids: [...so_far.charged_hold_ids, ...made.charged_hold_ids],
      ...{ discounts: made.discounts, credits: made.credits },
    }
    return { ...told, charges: made.charges, skipped: made.skipped, progress: so_far }
  })
}

/** When the next period is due, or a fee that none takes along; null where nothing is known to be. */
export const nextDueAt = (membership: BilledMembership, progress: BillingProgress): Instant | null =>
  nextPeriod(calendarOf(membership), progress.after_index, membership.zone)?.due_at ??
  nextFeeAt(membership, progress)

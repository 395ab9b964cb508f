import { hasCome } from "../time/calendar"
import type { CalendarDate, Instant } from "../time/types"
import { type Cadence, goesOn } from "./cadence"
import { periodOf, startOfPeriod } from "./credit-periods"
import { balanceName } from "./grants-of-period"
import { outstandingValue } from "./ledger"
import type { CreditGrant, GrantScope } from "./types"
import { endOf } from "./usable"

/** What a member asks: how many are left, until when. One for each seat and scope (PLAN-5, CREDIT-7). */
export interface BalanceView extends GrantScope {
  /** Can be used now. */
  readonly usable: number
  /** How many there were, of the grants that can be used now. */
  readonly given: number
  /** Kept by bookings. */
  readonly reserved: number
  /** Paid for, and usable later. */
  readonly coming: number
  /** What is owed for all of them (CREDIT-10). */
  readonly value_minor: number
  /** The soonest end of those that can be used now; null never. */
  readonly expires_on: CalendarDate | null
}

export function balancesOf(grants: readonly CreditGrant[], now: Instant): BalanceView[] {
  const groups = new Map<string, CreditGrant[]>()
  for (const grant of grants) {
    if (grant.granted_at === null && grant.reserved === 0) continue
    const name = balanceName(grant)
    groups.set(name, [...(groups.get(name) ?? []), grant])
  }
  return [...groups.values()].map((group) => balanceOf(group, now))
}

function balanceOf(group: readonly CreditGrant[], now: Instant): BalanceView {
  const { seat_id, service_ids } = group[0]!
  const given = group.filter(({ granted_at }) => granted_at !== null)
  const open = given.filter((grant) => isOpen(grant, now))
  const later = given.filter(({ starts_at }) => starts_at !== null && !hasCome(starts_at, now))
  const ends = open
    .filter(({ available }) => available > 0)
    .flatMap(({ expires_on }) => expires_on ?? [])
    .sort()
  return {
    ...{ seat_id, service_ids, expires_on: ends[0] ?? null },
    usable: total(open.map(({ available }) => available)),
    // Staff may have added some to what was given.
    given: total(open.map(({ available, reserved, credits }) => Math.max(credits, available + reserved))),
    reserved: total(group.map(({ reserved }) => reserved)),
    coming: total(later.map(({ available }) => available)),
    value_minor: total(given.map(outstandingValue)),
  }
}

const isOpen = (grant: CreditGrant, now: Instant): boolean =>
  (grant.starts_at === null || hasCome(grant.starts_at, now)) && !hasCome(endOf(grant)?.at ?? null, now)

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0)

/** The first day of the period whose credits come next; null where the plan gives them once, or it ends before. */
export function nextCreditsOn(cadence: Cadence, now: Instant): CalendarDate | null {
  const period = periodOf(cadence, now)
  if (period === null) return null
  const next_on = startOfPeriod(cadence, period + 1)
  return next_on !== null && goesOn(cadence, next_on) ? next_on : null
}

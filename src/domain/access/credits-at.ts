import { periodOf } from "../credits/credit-periods"
import { periodDates } from "../credits/grant-dates"
import { grantsOfPeriod } from "../credits/grants-of-period"
import { EMPTY, post } from "../credits/ledger"
import { settleDue } from "../credits/settle-due"
import type { CreditGrant } from "../credits/types"
import { compareInstants } from "../time/calendar"
import type { Instant } from "../time/types"
import type { AccessCredits } from "./types"

/**
 * A membership's grants as they will be, or were to be, at an instant, if nothing else happens: expired and rolled over
 * (CREDIT-5), and for a period that is still to come what its renewal will give (TERM-3). Nothing is written.
 */
export function creditsAt(credits: AccessCredits, { at, now }: { at: Instant; now: Instant }): CreditGrant[] {
  const { cadence } = credits
  let made = 0
  const newId = () => `coming_${++made}`
  const change = settleDue({ grants: credits.grants, cadence, now: later(at, now), newId })
  const grants = new Map([
    ...credits.grants.map((grant) => [grant.id, grant] as const),
    ...change.grants.map((grant) => [grant.id, { ...grant, ...EMPTY }] as const),
  ])
  for (const each of change.entries) grants.set(each.grant_id, post(grants.get(each.grant_id)!, each))
  return [...grants.values(), ...coming(credits, at, now, newId)]
}

/** What the renewal of the period of a future instant will give, where nothing was promised for it yet. */
function coming(
  { grants, cadence, plan, seats }: AccessCredits,
  at: Instant,
  now: Instant,
  newId: () => string
): CreditGrant[] {
  const period_index = periodOf(cadence, at)
  if (period_index === null || period_index === 0 || compareInstants(at, now) <= 0) return []
  if (grants.some((grant) => grant.source === "period" && grant.period_index === period_index)) return []
  const terms = grantsOfPeriod({
    ...{ membership_id: "", plan, period_index, seats, time_zone: cadence.time_zone, newId },
    datesOf: (of) => periodDates(cadence, period_index, of),
  })
  return terms.map((grant) => ({ ...grant, ...EMPTY }))
}

const later = (a: Instant, b: Instant): Instant => (compareInstants(a, b) > 0 ? a : b)

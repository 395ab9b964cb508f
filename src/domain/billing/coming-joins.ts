import { DomainError } from "../errors"
import type { Seat } from "../seats/types"
import { compareInstants, localDate } from "../time/calendar"
import type { Instant } from "../time/types"
import type { BilledMembership, BillingProgress } from "./billed-membership"
import { type JoinFacts, joinOnDay, newSeat, type SeatCharged } from "./decide-join"
import { dueCharges, type DuePeriod } from "./due-charges"

/** That somebody is to take a seat of a shared membership when a period of their own plan would begin (BILL-10). */
export interface ComingJoin {
  readonly facts: JoinFacts
  readonly at: Instant
}

export interface DueWithJoins {
  readonly due: readonly DuePeriod[]
  /** New seats, from when they are there. */
  readonly joined: readonly { readonly at: Instant; readonly seat: Seat }[]
}

/**
 * REPORT-3: the charges of a shared membership with those of the seats that others are to take: the first one on the day
 * they come, after the others are charged (SEAT-8), and their part of every period that follows. One that is refused by
 * then is not done, and so it is left out.
 */
export function dueWithJoins(
  before: { readonly membership: BilledMembership; readonly progress: BillingProgress },
  until: Instant,
  joins: readonly ComingJoin[]
): DueWithJoins {
  let { membership, progress } = before
  const due: DuePeriod[] = []
  const joined: { at: Instant; seat: Seat }[] = []
  const go = (periods: readonly DuePeriod[]) => {
    due.push(...periods)
    membership = periods.at(-1)?.membership ?? membership
    progress = periods.at(-1)?.progress ?? progress
  }
  for (const { facts, at } of [...joins].sort((a, b) => compareInstants(a.at, b.at))) {
    if (compareInstants(at, until) >= 0) break
    go(dueCharges(membership, progress, at))
    const to = { ...facts.to, membership, progress, is_past_due: false }
    const made = madeOn({ ...facts, to, now: at })
    if (made === null) continue
    progress = { ...progress, credits: made.credits }
    if (to.is_paid_for) continue
    const starts_on = localDate(at, membership.zone)
    const seat = { ...newSeat(to), starts_on }
    membership = { ...membership, seats: [...membership.seats, seat] }
    joined.push({ at, seat })
    const { charges, period_index: index } = made
    const [{ starts_on: from_on, ends_on }] = charges as [(typeof charges)[number]]
    const period = { index, starts_on: from_on, ends_on, due_at: at }
    go([{ period, charges, membership, progress, moved: null, changed: null, skipped: [] }])
  }
  go(dueCharges(membership, progress, until))
  return { due, joined }
}

function madeOn(facts: JoinFacts): SeatCharged | null {
  try {
    return joinOnDay(facts, localDate(facts.now, facts.to.membership.zone))
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}

import { outstanding } from "../credits/ledger"
import { membershipStatus, nextStatusChangeAt } from "../memberships/status"
import type { MembershipFacts, MembershipStatus } from "../memberships/types"
import { compareInstants, hasCome } from "../time/calendar"
import type { Instant } from "../time/types"
import type { EntryToCome } from "./credits"
import type { Phase } from "./types"

export interface StatusToCome {
  readonly at: Instant
  readonly from: MembershipStatus
  readonly to: MembershipStatus
}

export interface StatusForecastInput {
  /** The first one holds now. */
  readonly phases: readonly Phase[]
  /** What the ledger will get. */
  readonly entries: readonly EntryToCome[]
  readonly now: Instant
  readonly until: Instant
}

/** How the status of a membership will change until an instant, by the function that it follows from (TERM-1). */
export function statusesToCome({ phases, entries, now, until }: StatusForecastInput): StatusToCome[] {
  const factsAt = (at: Instant): MembershipFacts => {
    const { facts } = phases.findLast(({ from }) => hasCome(from ?? now, at))!
    if (facts.credits === null) return facts
    const come = entries.filter((entry) => hasCome(entry.at, at))
    const left = come.reduce((sum, entry) => sum + outstanding(entry), facts.credits.left)
    return { ...facts, credits: { ...facts.credits, left } }
  }
  const steps = [...phases.flatMap(({ from }) => from ?? []), ...entries.map(({ at }) => at)]
  const nextAfter = (at: Instant) =>
    [...steps, nextStatusChangeAt(factsAt(at), at) ?? until]
      .filter((step) => !hasCome(step, at))
      .sort(compareInstants)[0] ?? until
  const changes: StatusToCome[] = []
  let from = membershipStatus(factsAt(now), now)
  for (let at = nextAfter(now); compareInstants(at, until) < 0; at = nextAfter(at)) {
    const to = membershipStatus(factsAt(at), at)
    if (to !== from) changes.push({ at, from, to })
    from = to
  }
  return changes
}

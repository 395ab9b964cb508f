import { SYSTEM } from "../actor"
import { addDays, compareDates, compareInstants, daysBetween, hasCome } from "../time/calendar"
import type { Instant } from "../time/types"
import { type Cadence, goesOn } from "./cadence"
import { unmovedPeriod } from "./credit-periods"
import { asInstants, movedByHolds } from "./grant-dates"
import { balanceName } from "./grants-of-period"
import { EMPTY, post } from "./ledger"
import type { CreditEntry, CreditGrant, GrantTerms, LedgerChange } from "./types"
import { endOf } from "./usable"
import { availableValue, entry } from "./use-credits"

export interface SettleDueInput {
  /** Those of one membership that still have something available. */
  readonly grants: readonly CreditGrant[]
  readonly cadence: Cadence
  readonly now: Instant
  readonly newId: () => string
}

/**
 * What time alone has done to a membership's credits up to now: expired, rolled over, or revoked with their seat
 * (CREDIT-5, PLAN-7). It goes from instant to instant, so that one late run does what several in time would have done,
 * and each entry takes effect at its own instant. Twice does nothing more.
 */
export function settleDue({ grants, cadence, now, newId }: SettleDueInput): LedgerChange {
  const state = new Map(grants.map((grant) => [grant.id, grant]))
  const made: GrantTerms[] = []
  const entries: CreditEntry[] = []
  for (let at = nextEnd(state, now); at !== null; at = nextEnd(state, now)) {
    const change = settleAt([...state.values()], cadence, at, newId)
    for (const grant of change.grants) state.set(grant.id, { ...grant, ...EMPTY })
    for (const each of change.entries) state.set(each.grant_id, post(state.get(each.grant_id)!, each))
    made.push(...change.grants)
    entries.push(...change.entries)
  }
  return { grants: made, entries }
}

/** The earliest instant up to now at which something ends that is still available. */
function nextEnd(grants: ReadonlyMap<string, CreditGrant>, now: Instant): Instant | null {
  const ends = [...grants.values()].flatMap((grant) => {
    const end = grant.available > 0 ? endOf(grant) : null
    return end && hasCome(end.at, now) ? [end.at] : []
  })
  return ends.sort(compareInstants)[0] ?? null
}

function settleAt(
  grants: readonly CreditGrant[],
  cadence: Cadence,
  at: Instant,
  newId: () => string
): LedgerChange {
  const ending = grants.filter((grant) => grant.available > 0 && endOf(grant)?.at === at)
  const rolling = ending.filter((grant) => rolls(grant, cadence))
  const carried =
    rolling.length === 0 ? [] : grants.filter((grant) => isCarried(grant) && !ending.includes(grant))
  const kept = within(capOf(cadence), [...rolling, ...carried])
  const rolled = rolling.flatMap((grant) => rollOver(grant, kept.get(grant.id)!, cadence, { at, newId }))
  const rolled_of = new Map(rolled.map(({ grant }) => [grant.source_grant_id, grant.credits]))
  return {
    grants: rolled.map(({ grant }) => grant),
    entries: [
      ...rolled.flatMap((each) => each.entries),
      ...ending.flatMap((grant) => end(grant, rolled_of.get(grant.id) ?? 0, endOf(grant)!.kind, at)),
      ...carried.flatMap((grant) => trim(grant, kept.get(grant.id)!, at)),
    ],
  }
}

const isCarried = ({ source, available }: CreditGrant): boolean => source === "roll_over" && available > 0

/** The cap holds for all of a balance that is carried along; the oldest of it gives way first (PLAN-7). */
function within(cap: number, grants: readonly CreditGrant[]): Map<string, number> {
  const room = new Map<string, number>()
  return new Map(
    [...grants].sort(newestFirst).map((grant) => {
      const name = balanceName(grant)
      const left = room.get(name) ?? cap
      const stays = Math.min(grant.available, left)
      room.set(name, left - stays)
      return [grant.id, stays]
    })
  )
}

const newestFirst = (a: CreditGrant, b: CreditGrant): number =>
  (b.period_index ?? 0) - (a.period_index ?? 0) || (a.id < b.id ? 1 : -1)

/** What a period gave rolls over into the next one, where there is one; what was rolled over before does not again. */
function rolls(grant: CreditGrant, cadence: Cadence): boolean {
  const { source, period_index, expires_on } = grant
  return (
    cadence.rollover.mode !== "none" &&
    source !== "roll_over" &&
    period_index !== null &&
    period_index >= (cadence.plan_from_index ?? 0) &&
    expires_on !== null &&
    endOf(grant)?.kind === "expire" &&
    goesOn(cadence, expires_on)
  )
}

const capOf = ({ rollover }: Cadence): number =>
  rollover.mode === "up_to" ? (rollover.max ?? 0) : Number.MAX_SAFE_INTEGER

/** Moves unused credits with their value into a grant of their own, which expires M further periods later. */
function rollOver(
  from: CreditGrant,
  credits: number,
  cadence: Cadence,
  { at, newId }: { readonly at: Instant; readonly newId: () => string }
): { readonly grant: GrantTerms; readonly entries: readonly CreditEntry[] }[] {
  const { expires_on, given_expires_on } = rolledDays(from, cadence)
  if (credits === 0 || (expires_on !== null && compareDates(expires_on, from.expires_on!) <= 0)) return []
  const value = availableValue(from, credits)
  const grant: GrantTerms = {
    ...asInstants({ starts_on: from.expires_on, expires_on }, cadence.time_zone),
    ...{ id: newId(), key: `roll_over:${from.id}`, source: "roll_over", source_grant_id: from.id },
    ...{ membership_id: from.membership_id, seat_id: from.seat_id, service_ids: from.service_ids },
    ...{ period_index: from.period_index, credits, value_minor: value },
    ...{ granted_at: from.granted_at, revokes_at: from.revokes_at, given_expires_on },
  }
  const why = {
    cause: { type: "period", id: String(from.period_index) },
    actor: SYSTEM,
    reason: null,
    at: notBefore(from, at),
  }
  const out = { ...EMPTY, available: -credits, available_value_minor: 0 - value }
  const into = { ...EMPTY, available: credits, available_value_minor: value }
  return [
    {
      grant,
      entries: [
        entry(from, "roll_over", out, { ...why, key: `${grant.key}:out` }),
        entry(grant, "roll_over", into, { ...why, key: `${grant.key}:in` }),
      ],
    },
  ]
}

/**
 * PLAN-7: the start of the period after the M further ones; null never. Where holds put periods off, as many days later as
 * those periods have, and by the days on hold that are known.
 */
function rolledDays(
  from: CreditGrant,
  cadence: Cadence
): Pick<GrantTerms, "given_expires_on" | "expires_on"> {
  const { rollover, extends_by_holds, seats = [] } = cadence
  const { expires_after_periods: periods } = rollover
  const next = unmovedPeriod(cadence, from.period_index! + 1)
  if (periods === null || next === null) return { given_expires_on: null, expires_on: null }
  const until_on = unmovedPeriod(cadence, from.period_index! + 1 + periods)!.starts_on
  if (!extends_by_holds) return { given_expires_on: until_on, expires_on: until_on }
  const starts_on = from.expires_on!
  const given_expires_on = addDays(starts_on, daysBetween({ from: next.starts_on, to: until_on }))
  const { expires_on } = movedByHolds({ starts_on, expires_on: given_expires_on }, seats)
  return { given_expires_on, expires_on }
}

function end(grant: CreditGrant, rolled: number, kind: "expire" | "revoke", at: Instant): CreditEntry[] {
  const left = {
    ...grant,
    available: grant.available - rolled,
    available_value_minor: grant.available_value_minor - availableValue(grant, rolled),
  }
  return lost(left, left.available, kind, { at, key: `${kind}:${grant.id}:${at}` })
}

const trim = (grant: CreditGrant, kept: number, at: Instant): CreditEntry[] =>
  lost(grant, grant.available - kept, "expire", { at, key: `trim:${grant.id}:${at}` })

function lost(
  grant: CreditGrant,
  credits: number,
  kind: "expire" | "revoke",
  { at, key }: { readonly at: Instant; readonly key: string }
): CreditEntry[] {
  if (credits === 0) return []
  const change = { ...EMPTY, available: -credits, available_value_minor: 0 - availableValue(grant, credits) }
  const cause = { type: kind === "expire" ? "expiry" : "cancellation", id: null }
  return [entry(grant, kind, change, { at: notBefore(grant, at), key, cause, actor: SYSTEM, reason: null })]
}

/** What was paid so late that it had ended by then ends as it is given. */
const notBefore = ({ granted_at }: CreditGrant, at: Instant): Instant =>
  granted_at !== null && compareInstants(granted_at, at) > 0 ? granted_at : at

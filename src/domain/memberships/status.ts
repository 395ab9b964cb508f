import { compareInstants, hasCome, isWithin } from "../time/calendar"
import type { Instant } from "../time/types"
import type { MembershipFacts, MembershipStatus, TermFacts } from "./types"

interface StatusRule {
  readonly status: MembershipStatus
  readonly applies: (facts: MembershipFacts, now: Instant) => boolean
}

/** TERM-1 as a list: the first rule that applies is the status; `active` when none does. */
const RULES: readonly StatusRule[] = [
  // The sale was undone; nothing that happened to it before counts.
  { status: "void", applies: (facts, now) => hasCome(facts.voided_at, now) },
  // Of two ends the earlier one counts, and on a tie the one that somebody chose.
  {
    status: "canceled",
    applies: (facts, now) => hasCome(facts.canceled_at, now) && !ranOutBefore(facts, facts.canceled_at, now),
  },
  // Waits for its money, also when its term is over meanwhile: the payment is still to be recorded, or the
  // order canceled.
  { status: "pending", applies: isPending },
  // Before `exhausted`, because credits that expire with the term leave none.
  { status: "expired", applies: (facts, now) => hasCome(runningTerm(facts).ends_at, now) },
  // Before `upcoming` and `on_hold`, because it takes bookings away too.
  { status: "suspended", applies: (facts, now) => hasCome(facts.suspended_at, now) },
  // Before `exhausted`, because the first credits may come with the term. TERM-2: usable while it waits for
  // the first visit.
  { status: "upcoming", applies: (facts, now) => !hasCome(runningTerm(facts).starts_at, now) },
  // TERM-4. Before `on_hold` and `past_due`, because no resume and no payment brings a visit back.
  { status: "exhausted", applies: isExhausted },
  // Before `past_due`, because a hold shuts the door and dues only knock (HOLD-7, HOLD-8).
  { status: "on_hold", applies: isOnHold },
  // Access stays during grace; dunning decides what comes after (BILL-3).
  { status: "past_due", applies: (facts, now) => hasCome(facts.past_due_since, now) },
]

/** TERM-1: the status of a membership, from its facts and `now` alone. */
export function membershipStatus(facts: MembershipFacts, now: Instant): MembershipStatus {
  return RULES.find((rule) => rule.applies(facts, now))?.status ?? "active"
}

/**
 * The next instant, after `now`, at which time alone changes the status; null when only an event can. The
 * sweep that refreshes the stored copy looks at a membership again then (TERM-4: no staff action is
 * needed).
 */
export function nextStatusChangeAt(facts: MembershipFacts, now: Instant): Instant | null {
  const status = membershipStatus(facts, now)
  // Between two of its facts nothing can happen to a membership.
  const ahead = instantsOf(facts).filter((instant) => !hasCome(instant, now))
  return ahead.sort(compareInstants).find((instant) => membershipStatus(facts, instant) !== status) ?? null
}

/**
 * The term that runs or will run: a first-visit term that nobody began begins by itself at its limit
 * (PLAN-3).
 */
function runningTerm(facts: TermFacts): Pick<TermFacts, "starts_at" | "ends_at"> {
  return facts.starts_at === null && facts.latest_term !== null ? facts.latest_term : facts
}

function isPending(facts: MembershipFacts, now: Instant): boolean {
  return !hasCome(facts.activated_at, now)
}

/** What was never paid never ran, so it cannot have run out. */
function ranOutBefore(facts: MembershipFacts, instant: Instant | null, now: Instant): boolean {
  const { ends_at } = runningTerm(facts)
  return (
    instant !== null && ends_at !== null && compareInstants(ends_at, instant) < 0 && !isPending(facts, now)
  )
}

function isExhausted({ credits }: MembershipFacts): boolean {
  return credits !== null && credits.left === 0 && !credits.renews
}

function isOnHold({ holds }: MembershipFacts, now: Instant): boolean {
  return holds.some((hold) => isWithin(now, { starts_at: hold.from, ends_at: hold.until }))
}

function instantsOf(facts: MembershipFacts): Instant[] {
  const term = runningTerm(facts)
  const once = [
    facts.voided_at,
    facts.canceled_at,
    facts.activated_at,
    facts.suspended_at,
    facts.past_due_since,
  ]
  const all = [
    ...once,
    term.starts_at,
    term.ends_at,
    ...facts.holds.flatMap((hold) => [hold.from, hold.until]),
  ]
  return all.filter((instant) => instant !== null)
}

import { assert } from "../errors"
import { compareInstants, hasCome } from "../time/calendar"
import { advance } from "../time/durations"
import type { Instant } from "../time/types"
import type {
  AttemptSettings,
  ChargeDecision,
  ChargeEvent,
  ChargeFacts,
  ChargeStatus,
  ParkedReason,
} from "./attempt-types"
import { done, refuse } from "./charge-refusals"
import { nextRetryAt } from "./dunning"

/** Providers forget a key after 24 hours; from then on it would be a new payment. */
const KEY_LIVES = "PT24H"
/** Nothing is sent in its last hour, so that whatever is still under way has arrived when it ends. */
const KEY_SENT_WITHIN = "PT23H"
/** Look-ups in a row that find nothing out, before staff are asked. */
const LOOKUPS_MAX = 10
/** Back-off doubles from a minute to six hours. */
const BACK_OFF_MINUTES_MAX = 360
const SETTLED: readonly ChargeStatus[] = ["paid", "waived", "canceled"]

/** A charge as it is made. */
export const newCharge = (id: string, due_at: Instant): ChargeFacts => ({
  ...{ id, due_at, status: "scheduled", act_at: due_at },
  ...{ attempt: 0, reuses_key: false, sent_at: null, uncertain_since: null },
  ...{ fence: 0, lease_until: null, started_by: null, lookups: 0, outages: 0 },
  ...{ first_failed_at: null, failure_code: null, parked_reason: null, paid_attempt: null, settled_at: null },
})

/** The provider's idempotency key of an attempt: always the same for the same one. */
export const attemptKey = (charge_id: string, attempt: number): string => `renewal:${charge_id}:${attempt}`

export const isSettled = ({ status }: Pick<ChargeFacts, "status">): boolean => SETTLED.includes(status)

/** The provider may have taken money, or may yet take it, without our knowing (BILL-4). */
export const isUnresolved = ({ status, uncertain_since }: ChargeFacts): boolean =>
  uncertain_since !== null || status === "requires_action"

/** The provider still remembers the current key, long enough for it to be sent again. */
export const keyIsAlive = (
  { uncertain_since }: Pick<ChargeFacts, "uncertain_since">,
  now: Instant
): boolean => uncertain_since === null || !hasCome(advance(uncertain_since, KEY_SENT_WITHIN, "UTC"), now)

interface Told<Type extends ChargeEvent["type"]> {
  readonly charge: ChargeFacts
  readonly event: Extract<ChargeEvent, { type: Type }>
  readonly now: Instant
  readonly settings: AttemptSettings
}

type Rules = { readonly [Type in ChargeEvent["type"]]: (told: Told<Type>) => ChargeDecision }

/** What each event makes of a charge that is not settled. */
const RULES: Rules = {
  claimed,
  attempt_started: started,
  payment_method_missing: ({ charge, event, now, settings }) => {
    if (!holds(charge, event.token, now)) return refuse("claim_lost")
    if (sendsAgain(charge)) return done(untilKeyEnds(charge))
    if (isUnresolved(charge)) return refuse("charge_unresolved")
    return fail(charge, "payment_method_missing", { now, settings })
  },
  answered,
  looked_up: lookedUp,
  lease_expired: ({ charge, now }) =>
    charge.lease_until === null || !hasCome(charge.lease_until, now)
      ? refuse("lease_running")
      : done(withoutLease(charge, now)),
  paid_by_hand: (told) => settle(told, "paid"),
  waived: (told) => settle(told, "waived"),
  canceled: (told) => (sendsAgain(told.charge) ? done(untilKeyEnds(told.charge)) : settle(told, "canceled")),
  retried,
}

/**
 * The one decision behind everything that happens to a charge (BILL-1, BILL-3…6): its next facts, or why not. Money is
 * asked for only where what was asked before is known to have come to nothing: declined, never accepted, or not to be
 * found once its key has ended. Until then at most the very same key is sent again.
 */
export function decideCharge(
  charge: ChargeFacts,
  event: ChargeEvent,
  now: Instant,
  settings: AttemptSettings
): ChargeDecision {
  if (tellsOfMoney(event)) return paid(charge, event.attempt, now)
  if (isSettled(charge)) return refuse("charge_settled")
  const rule = RULES[event.type] as (told: Told<ChargeEvent["type"]>) => ChargeDecision
  return rule({ charge, event, now, settings })
}

type MoneyEvent = Extract<ChargeEvent, { type: "answered" | "looked_up" }>

function tellsOfMoney(event: ChargeEvent): event is MoneyEvent {
  if (event.type === "answered") return event.outcome.result === "paid"
  return event.type === "looked_up" && event.found.result === "paid"
}

/** Whoever says it, and of whichever attempt: money that was taken settles the charge, so that no more is asked for. */
function paid(charge: ChargeFacts, attempt: number, now: Instant): ChargeDecision {
  assert(attempt >= 1 && attempt <= charge.attempt, `attempt ${attempt} of charge ${charge.id} was started`)
  if (isSettled(charge)) return charge.paid_attempt === attempt ? done(charge) : refuse("paid_beside")
  return done({ ...resolved(charge), status: "paid", paid_attempt: attempt, settled_at: now, act_at: null })
}

function claimed({ charge, event, now }: Told<"claimed">): ChargeDecision {
  if (charge.lease_until !== null && !hasCome(charge.lease_until, now)) return refuse("claim_lost")
  if (event.token <= charge.fence) return refuse("claim_lost")
  const free = charge.lease_until === null ? charge : withoutLease(charge, now)
  if (!hasCome(free.act_at, now)) return refuse("not_due")
  const claim = { fence: event.token, lease_until: event.lease_until }
  if (free.status !== "scheduled" && free.status !== "failed") return done({ ...free, ...claim })
  return done({ ...free, ...claim, status: keyIsAlive(free, now) ? "processing" : "unknown" })
}

function started({ charge, event, now }: Told<"attempt_started">): ChargeDecision {
  if (!holds(charge, event.token, now) || charge.status !== "processing") return refuse("claim_lost")
  if (isInFlight(charge)) return refuse("charge_unresolved")
  if (!keyIsAlive(charge, now)) return refuse("key_expired")
  return done({
    ...charge,
    ...{ attempt: charge.reuses_key ? charge.attempt : charge.attempt + 1, reuses_key: true },
    ...{ sent_at: now, uncertain_since: charge.uncertain_since ?? now, started_by: event.token },
  })
}

function answered({ charge, event, now, settings }: Told<"answered">): ChargeDecision {
  const { attempt, token, outcome } = event
  if (attempt !== charge.attempt || !isUnresolved(charge)) return refuse("attempt_superseded")
  if (outcome.result === "declined") return fail(charge, outcome.code, { now, settings })
  if (outcome.result === "requires_action") return waitForCustomer(charge, now)
  // What a worker does not know says nothing about what another one did after it.
  if (token !== charge.fence || charge.status !== "processing") return refuse("claim_lost")
  if (outcome.result === "unknown" || charge.uncertain_since !== charge.sent_at)
    return done({ ...charge, status: "unknown", lease_until: null, act_at: backOff(now, charge.lookups) })
  const outages = charge.outages + 1
  return done({
    ...resolved(charge),
    ...waiting(charge),
    outages,
    act_at: backOff(now, charge.outages),
    reuses_key: true,
  })
}

function lookedUp({ charge, event, now, settings }: Told<"looked_up">): ChargeDecision {
  const { attempt, asked_at, found } = event
  if (attempt !== charge.attempt || !isUnresolved(charge)) return refuse("attempt_superseded")
  if (found.result === "failed") return fail(charge, found.code, { now, settings })
  if (isInFlight(charge)) return refuse("charge_unresolved")
  if (charge.status === "requires_action" || found.result === "requires_action")
    return waitForCustomer(charge, now)
  if (charge.sent_at !== null && compareInstants(asked_at, charge.sent_at) < 0)
    return refuse("attempt_superseded")
  const { result } = found
  if (result === "pending") return lookAgain(charge, now, "payment_pending")
  if (result === "provider_down") return lookAgain(charge, now, "provider_unreachable")
  return notFound(charge, asked_at, now)
}

/** The same key while it lives, nothing in its last hour, and a new one only when the old one has ended (BILL-4). */
function notFound(charge: ChargeFacts, asked_at: Instant, now: Instant): ChargeDecision {
  const since = charge.uncertain_since
  assert(since !== null, `charge ${charge.id} was looked up because it is uncertain`)
  if (hasCome(keyEndsAt(since), asked_at))
    return done({ ...resolved(charge), ...waiting(charge), act_at: now })
  if (charge.lookups + 1 >= LOOKUPS_MAX) return lookAgain(charge, now, "payment_not_found")
  if (!keyIsAlive(charge, now)) return done(untilKeyEnds(charge))
  const lookups = charge.lookups + 1
  return done({
    ...charge,
    ...waiting(charge),
    lookups,
    act_at: backOff(now, charge.lookups),
    reuses_key: true,
  })
}

/** Nothing is sent before; then it is looked up once more. */
const untilKeyEnds = (charge: ChargeFacts): ChargeFacts => ({
  ...charge,
  ...{ status: "unknown", lease_until: null },
  act_at: charge.uncertain_since && keyEndsAt(charge.uncertain_since),
})

const keyEndsAt = (uncertain_since: Instant): Instant => advance(uncertain_since, KEY_LIVES, "UTC")

function lookAgain(charge: ChargeFacts, now: Instant, reason: ParkedReason): ChargeDecision {
  const lookups = charge.lookups + 1
  const free = { ...charge, lookups, lease_until: null }
  if (lookups >= LOOKUPS_MAX) return done({ ...free, status: "parked", parked_reason: reason, act_at: null })
  return done({ ...free, status: "unknown", act_at: backOff(now, lookups) })
}

/** Dunning runs while the customer is waited for; the payment is looked up now and then, should no webhook come. */
function waitForCustomer(charge: ChargeFacts, now: Instant): ChargeDecision {
  const first_failed_at = charge.first_failed_at ?? now
  const act_at = advance(now, `PT${BACK_OFF_MINUTES_MAX}M`, "UTC")
  return done({ ...resolved(charge), status: "requires_action", first_failed_at, act_at })
}

function fail(
  charge: ChargeFacts,
  failure_code: string,
  { now, settings }: { readonly now: Instant; readonly settings: AttemptSettings }
): ChargeDecision {
  const first_failed_at = charge.first_failed_at ?? now
  const { due_at } = charge
  const act_at = nextRetryAt({ due_at, first_failed_at }, settings.dunning, { now, zone: settings.zone })
  return done({ ...resolved(charge), status: "failed", first_failed_at, failure_code, act_at })
}

/** Staff may close what is parked, having looked themselves; of the rest nothing whose money is under way. */
function settle(
  { charge, now }: { charge: ChargeFacts; now: Instant },
  status: ChargeStatus
): ChargeDecision {
  if (isUnresolved(charge) && charge.status !== "parked") return refuse("charge_unresolved")
  return done({ ...charge, status, settled_at: now, act_at: null, lease_until: null, parked_reason: null })
}

/**
 * A charge of a membership that is void: asked for no more, unless a provider may have taken it already, or it is settled
 * (SALE-8, BILL-4).
 */
export const givenUp = (charge: ChargeFacts, now: Instant): ChargeFacts => {
  if (isSettled(charge) || isUnresolved(charge)) return charge
  const decision = settle({ charge, now }, "canceled")
  return decision.done ? decision.charge : charge
}

/** What nobody knows is looked up once more; what is known to have failed is tried at once. */
function retried({ charge, now }: Told<"retried">): ChargeDecision {
  if (charge.status === "parked")
    return done({ ...charge, status: "unknown", lookups: 0, parked_reason: null, act_at: now })
  if (isUnresolved(charge)) return refuse("charge_unresolved")
  if (charge.lease_until !== null && !hasCome(charge.lease_until, now)) return refuse("lease_running")
  return done({ ...charge, ...waiting(charge), act_at: now })
}

/** A worker went away: what it may have sent is looked up, what it did not send is free again. */
function withoutLease(charge: ChargeFacts, now: Instant): ChargeFacts {
  if (charge.status !== "processing") return { ...charge, lease_until: null }
  const free = isUnresolved(charge)
    ? { ...charge, status: "unknown" as const }
    : { ...charge, ...waiting(charge) }
  return { ...free, lease_until: null, act_at: now }
}

const holds = ({ fence, lease_until }: ChargeFacts, token: number, now: Instant) =>
  token === fence && lease_until !== null && !hasCome(lease_until, now)

/** Sent under the claim that runs, and not answered yet. */
const isInFlight = ({ status, fence, started_by }: ChargeFacts) =>
  status === "processing" && started_by === fence

/** Claimed to send a key once more of which nobody knows what became of it. */
const sendsAgain = (charge: ChargeFacts) =>
  charge.status === "processing" && isUnresolved(charge) && !isInFlight(charge)

/** Nothing of it is under way any more. */
const resolved = (charge: ChargeFacts): ChargeFacts => ({
  ...charge,
  ...{
    uncertain_since: null,
    reuses_key: false,
    lease_until: null,
    lookups: 0,
    outages: 0,
    parked_reason: null,
  },
})

const waiting = ({ first_failed_at }: ChargeFacts) => ({
  ...{ status: first_failed_at === null ? ("scheduled" as const) : ("failed" as const), lease_until: null },
})

const backOff = (now: Instant, times: number): Instant =>
  advance(now, `PT${Math.min(2 ** times, BACK_OFF_MINUTES_MAX)}M`, "UTC")

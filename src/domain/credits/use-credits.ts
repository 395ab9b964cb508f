import { assert } from "../errors"
import { hasCome } from "../time/calendar"
import type { Instant } from "../time/types"
import { EMPTY, outstanding, outstandingValue } from "./ledger"
import type { CreditBalance, CreditEntry, CreditGrant, CreditWhy } from "./types"
import { endOf } from "./usable"
import { valueOf } from "./value"

/** What every entry of a decision has in common. */
export interface EntryInput extends CreditWhy {
  readonly at: Instant
  /** Unique in the ledger. */
  readonly key: string
}

/** One take out of a grant: a booking keeps it, an attended visit uses it up (CREDIT-4). */
export function takeEntry(
  grant: CreditGrant,
  kind: "reserve" | "redeem",
  credits: number,
  input: EntryInput
): CreditEntry {
  const value = availableValue(grant, credits)
  const out = { ...EMPTY, available: -credits, available_value_minor: 0 - value }
  const kept = { reserved: credits, reserved_value_minor: value }
  return entry(grant, kind, kind === "reserve" ? { ...out, ...kept } : out, input)
}

/** A booking that was attended, or came too late to be canceled, uses up what it had reserved (CREDIT-4). */
export function redeemReserved(grant: CreditGrant, reserved: CreditEntry, input: EntryInput): CreditEntry {
  assert(grant.granted_at !== null, `the period of grant ${grant.id} is given before its credits are used`)
  return settling(reserved, entry(grant, "redeem", outOfReserved(grant, reserved.reserved), input))
}

/**
 * A booking canceled in time gives back what it had reserved, to the very grant; what has expired meanwhile stays
 * expired (CREDIT-9).
 */
export function release(grant: CreditGrant, reserved: CreditEntry, input: EntryInput): CreditEntry[] {
  const out = outOfReserved(grant, reserved.reserved)
  const back = {
    ...out,
    available: reserved.reserved,
    available_value_minor: 0 - out.reserved_value_minor,
  }
  return withEnd(grant, settling(reserved, entry(grant, "release", back, input)))
}

/**
 * CREDIT-9: an undone visit gives the very credits and their value back to the grant that they came from, however long
 * ago that was: never a credit more in another period, and what has expired meanwhile stays expired.
 */
export function undo(grant: CreditGrant, redeemed: CreditEntry, input: EntryInput): CreditEntry[] {
  const back = {
    ...EMPTY,
    available: 0 - outstanding(redeemed),
    available_value_minor: 0 - outstandingValue(redeemed),
  }
  return withEnd(grant, settling(redeemed, entry(grant, "release", back, input)))
}

/** What comes back to a grant that has ended ends at once. */
function withEnd(grant: CreditGrant, back: CreditEntry): CreditEntry[] {
  const end = endOf(grant)
  if (end === null || !hasCome(end.at, back.at) || grant.granted_at === null) return [back]
  const gone = {
    ...EMPTY,
    available: 0 - back.available,
    available_value_minor: 0 - back.available_value_minor,
  }
  const key = `${back.idempotency_key}:${end.kind}`
  return [back, { ...back, ...gone, kind: end.kind, idempotency_key: key, settles_key: null }]
}

/** @internal */
export function entry(
  grant: Pick<CreditGrant, "id" | "membership_id">,
  kind: CreditEntry["kind"],
  change: CreditBalance,
  { at, key, cause, actor, reason }: EntryInput
): CreditEntry {
  return {
    ...change,
    ...{ grant_id: grant.id, membership_id: grant.membership_id, kind, at, cause, actor, reason },
    ...{ idempotency_key: key, settles_key: null },
  }
}

/** @internal The value of credits that are taken out of what is available. */
export const availableValue = ({ available, available_value_minor }: CreditGrant, credits: number): number =>
  valueOf(credits, { of: available, value_minor: available_value_minor })

function outOfReserved({ reserved, reserved_value_minor }: CreditGrant, credits: number): CreditBalance {
  const value = valueOf(credits, { of: reserved, value_minor: reserved_value_minor })
  return { ...EMPTY, reserved: -credits, reserved_value_minor: 0 - value }
}

const settling = ({ idempotency_key: settles_key }: CreditEntry, entry: CreditEntry): CreditEntry => ({
  ...entry,
  settles_key,
})

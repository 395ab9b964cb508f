import { EMPTY } from "./ledger"
import type { CreditEntry, CreditGrant } from "./types"
import { entry, type EntryInput } from "./use-credits"
import { valueOf } from "./value"

/**
 * Gives a grant's credits, once (CREDIT-1). Those that bookings reserved before get their share of the value with it
 * (CREDIT-10).
 */
export function give(grant: CreditGrant, input: Omit<EntryInput, "key">): CreditEntry {
  const { credits, value_minor, reserved } = grant
  const reserved_value_minor = valueOf(reserved, { of: credits, value_minor })
  const change = {
    ...EMPTY,
    available: credits,
    available_value_minor: value_minor - reserved_value_minor,
    reserved_value_minor,
  }
  return entry(grant, "grant", change, { ...input, key: `grant:${grant.key}` })
}

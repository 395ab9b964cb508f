import { EMPTY, outstanding } from "./ledger"
import type { CreditEntry, CreditGrant } from "./types"
import { entry, type EntryInput } from "./use-credits"

/**
 * SALE-8: the sale was undone, so everything that it gave and nobody used goes, what bookings reserved as well. Null
 * where nothing is left. (A cancellation takes what is available alone, at its day: `settleDue`.)
 */
export function revokeAll(grant: CreditGrant, input: EntryInput): CreditEntry | null {
  const { available, reserved, available_value_minor, reserved_value_minor, granted_at } = grant
  if (granted_at === null || outstanding(grant) === 0) return null
  const change = {
    ...EMPTY,
    available: 0 - available,
    reserved: 0 - reserved,
    available_value_minor: 0 - available_value_minor,
    reserved_value_minor: 0 - reserved_value_minor,
  }
  return entry(grant, "revoke", change, input)
}

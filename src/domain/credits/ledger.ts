import { assert } from "../errors"
import type { CreditBalance, CreditEntry, CreditGrant } from "./types"

export const EMPTY: CreditBalance = {
  available: 0,
  reserved: 0,
  available_value_minor: 0,
  reserved_value_minor: 0,
}

/** Everything that is still owed: what can be used and what bookings keep. */
export const outstanding = ({ available, reserved }: CreditBalance): number => available + reserved

export const outstandingValue = (balance: CreditBalance): number =>
  balance.available_value_minor + balance.reserved_value_minor

function sumBalances(balances: readonly CreditBalance[]): CreditBalance {
  return balances.reduce(
    (sum, each) => ({
      available: sum.available + each.available,
      reserved: sum.reserved + each.reserved,
      available_value_minor: sum.available_value_minor + each.available_value_minor,
      reserved_value_minor: sum.reserved_value_minor + each.reserved_value_minor,
    }),
    EMPTY
  )
}

/** CREDIT-1: the grant after an entry. A coming grant becomes given with its first `grant` entry. */
export function post(grant: CreditGrant, entry: CreditEntry): CreditGrant {
  assert(entry.grant_id === grant.id, `the entry ${entry.idempotency_key} is of grant ${grant.id}`)
  const granted_at = entry.kind === "grant" ? (grant.granted_at ?? entry.at) : grant.granted_at
  const after = { ...grant, ...sumBalances([grant, entry]), granted_at }
  assertBalance(after)
  return after
}

/**
 * CREDIT-3: no balance below zero. What bookings reserved of a coming period is a promise against what it will give;
 * it is worth nothing until then.
 */
function assertBalance({ id, granted_at, credits, ...balance }: CreditGrant): void {
  const { available, reserved, available_value_minor, reserved_value_minor } = balance
  const floor = granted_at === null ? -credits : 0
  assert(available >= floor, `grant ${id} has ${available} credits available`)
  assert(reserved >= 0 && outstanding(balance) >= 0, `grant ${id} has ${reserved} credits reserved`)
  assert(available_value_minor >= 0 && reserved_value_minor >= 0, `grant ${id} has a value below zero`)
  assert(available > 0 || available_value_minor === 0, `grant ${id} has a value without credits`)
  assert(reserved > 0 || reserved_value_minor === 0, `grant ${id} has a reserved value without credits`)
}

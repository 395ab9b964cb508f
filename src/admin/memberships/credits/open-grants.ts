import type { CreditGrant, CreditScope } from "../queries/credits"

const nameOf = ({ seat_id, service_ids }: CreditScope) =>
  JSON.stringify([seat_id, service_ids && [...service_ids].sort()])

export const sameScope = (a: CreditScope, b: CreditScope): boolean => nameOf(a) === nameOf(b)

/** Given, and not over: what staff can still correct. The server says no where it has ended meanwhile. */
export const isOpen = ({ granted_at, is_ended }: CreditGrant): boolean => granted_at !== null && !is_ended

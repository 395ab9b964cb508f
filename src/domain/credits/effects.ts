import type { CalendarDate } from "../time/types"
import type { CreditGrant, GrantTerms, LedgerChange } from "./types"

/** What a change does to one grant, in credits, and in the money that goes with them (CREDIT-10). */
export interface CreditEffect {
  readonly code: "credits_added" | "credits_taken"
  /** null: new ones, with a balance of their own. */
  readonly grant_id: string | null
  readonly membership_id: string
  readonly seat_id: string | null
  readonly service_ids: readonly string[] | null
  /** How many; never below zero, as their value. */
  readonly credits: number
  readonly value_minor: number
  /** What can be used of the grant afterwards. */
  readonly left: number
  readonly expires_on: CalendarDate | null
}

/** @param grants those that are there before */
export function creditEffects(
  { grants: made, entries }: LedgerChange,
  grants: readonly CreditGrant[]
): CreditEffect[] {
  const before = new Map(grants.map((grant) => [grant.id, grant]))
  const all = new Map<string, GrantTerms>([...grants, ...made].map((grant) => [grant.id, grant]))
  return entries.map(({ grant_id, available, available_value_minor }) => {
    const { membership_id, seat_id, service_ids, expires_on } = all.get(grant_id)!
    const known = before.get(grant_id)
    return {
      ...{ code: available < 0 ? "credits_taken" : "credits_added", grant_id: known ? grant_id : null },
      ...{ membership_id, seat_id, service_ids, expires_on },
      ...{ credits: Math.abs(available), value_minor: Math.abs(available_value_minor) },
      left: (known?.available ?? 0) + available,
    }
  })
}

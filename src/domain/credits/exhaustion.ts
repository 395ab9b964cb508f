import type { PlanRenewal } from "../plans/types"
import { outstanding } from "./ledger"
import type { CreditGrant } from "./types"

/**
 * CREDIT-6: whether a use has taken the last credit of a pack that renews itself, and the grant that names the charge
 * for the next one: always the same for the same pack, so that the charge exists once. Credits that a booking keeps
 * are not used yet. Null otherwise.
 * @param grants of the membership, after the use; where each seat has its own, those of the seat
 */
export function exhaustedGrant(
  { mode }: PlanRenewal,
  grants: readonly Pick<
    CreditGrant,
    | "id"
    | "source"
    | "period_index"
    | "available"
    | "reserved"
    | "available_value_minor"
    | "reserved_value_minor"
  >[]
): string | null {
  if (mode !== "on_exhaustion" || grants.some((grant) => outstanding(grant) > 0)) return null
  const given = grants.filter(({ source }) => source === "period")
  const latest = Math.max(...given.map(({ period_index }) => period_index ?? 0))
  const ids = given.filter(({ period_index }) => period_index === latest).map(({ id }) => id)
  return ids.sort()[0] ?? null
}

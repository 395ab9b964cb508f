import { DomainError } from "../errors"
import type { CreditGrant } from "./types"
import { type CreditUse, isUsable, takeable } from "./usable"
import { compareUseOrder } from "./use-order"

/** So many credits out of one grant. */
export interface CreditTake {
  readonly grant_id: string
  readonly credits: number
}

/**
 * Which grants pay for a visit, in the order of use (CREDIT-2), all of it or nothing. A booking may take from a period
 * that is still to come (TERM-3), an attended visit only from what was given.
 * @param wanted_grant_id staff chose this grant
 * @throws DomainError `insufficient_credits`
 */
export function chooseGrants(
  grants: readonly CreditGrant[],
  use: CreditUse,
  kind: "reserve" | "redeem",
  wanted_grant_id: string | null = null
): CreditTake[] {
  const usable = grants
    .filter((grant) => isUsable(grant, use) && (wanted_grant_id === null || grant.id === wanted_grant_id))
    .sort(compareUseOrder)
  const takes: CreditTake[] = []
  let missing = use.credits
  for (const grant of usable) {
    const credits = Math.min(missing, Math.max(0, takeable(grant, kind)))
    if (credits > 0) takes.push({ grant_id: grant.id, credits })
    missing -= credits
  }
  if (missing > 0) refuseCredits({ wanted: use.credits, left: use.credits - missing })
  return takes
}

export function refuseCredits({ wanted, left }: { readonly wanted: number; readonly left: number }): never {
  const message =
    left === 0
      ? "No credits are left for this."
      : `This takes ${wanted} credits, and ${left} are left for it.`
  throw new DomainError("insufficient_credits", message, { wanted, left })
}

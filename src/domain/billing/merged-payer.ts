import { DomainError } from "../errors"
import { isSettled } from "./attempts"
import type { ChargeStatus } from "./attempt-types"
import type { DuesCredit } from "./dues-credits"

/** A charge of a payer whose account is merged into another one. */
export interface PayerCharge {
  readonly id: string
  readonly membership_id: string
  readonly membership_display_id: number
  readonly status: ChargeStatus
  /** 0 before the first. */
  readonly attempt: number
  /** The other account has one for the same period of the same membership. */
  readonly has_twin: boolean
}

/** Why a charge has to be settled before its payer can be another one. */
type Waiting = "attempted" | "both_charged"

/**
 * BILL-1, BILL-11: the open charges that another payer is asked for. A charge for which a provider was ever asked stays
 * with whom it was asked of, and no period is charged to one person twice: such a charge is settled first.
 * @throws DomainError `conflict` with the charges that stand in the way
 */
export function chargesToMove(charges: readonly PayerCharge[]): string[] {
  const open = charges.filter((charge) => !isSettled(charge))
  const waiting = open.flatMap((charge) => {
    const why = whyNot(charge)
    const { id: charge_id, membership_id, membership_display_id, status } = charge
    return why ? [{ charge_id, membership_id, membership_display_id, status, why }] : []
  })
  if (waiting.length === 0) return open.map(({ id }) => id)
  const of = [...new Set(waiting.map(({ membership_display_id }) => `#${membership_display_id}`))].join(", ")
  const message = `A charge of membership ${of} was already tried, or is charged to both. Wait for it, record its payment, or waive it; then merge.`
  throw new DomainError("conflict", message, { field: "into_member_id", charges: waiting })
}

function whyNot({ status, attempt, has_twin }: PayerCharge): Waiting | null {
  if (attempt > 0 || (status !== "scheduled" && status !== "failed")) return "attempted"
  return has_twin ? "both_charged" : null
}

/** What a payer has left of changes of plan is taken off the charges of the other account from now on (BILL-10). */
export const creditsOfOther = (
  credits: readonly DuesCredit[],
  { from, to }: { readonly from: string; readonly to: string }
): DuesCredit[] =>
  credits.map((credit) => (credit.payer_key === from ? { ...credit, payer_key: to } : credit))

import type { MergedAccount } from "../../../domain/people/merge"
import type { Tx } from "../types"
import { accountBelongings, type Belongings } from "./merge-loading"

/** What happens to the accounts of one person who was there twice, and to the money that they pay (BILL-11). */
export type AccountEffect =
  /** Who stays had none. */
  | { readonly code: "account_taken"; readonly customer_id: string }
  /** It stays in the store with its past orders, and is nobody's here any more. */
  | { readonly code: "account_left"; readonly customer_id: string; readonly into_customer_id: string }
  /** Memberships that it bought, open charges, and seats that it was to pay for are the other account's. */
  | { readonly code: "purchases_move" | "charges_move" | "planned_payments_move"; readonly count: number }
  /** Its saved method pays no dues any more; the other account has none, and its next charge waits for one. */
  | { readonly code: "method_forgotten" | "method_missing"; readonly customer_id: string }

/** What else goes along, or is not needed twice. */
export interface BelongingsEffect {
  readonly code:
    | "visits_move"
    | "proofs_move"
    | "proofs_removed"
    | "codes_move"
    | "rotating_code_revoked"
    | "invitations_move"
  readonly count: number
}

const counted = <Code extends string>(code: Code, count: number) => (count > 0 ? [{ code, count }] : [])

export async function accountEffects(
  { customer_id, from_customer_id: from, is_taken }: MergedAccount,
  { charges, pays }: { readonly charges: number; readonly pays: boolean },
  tx: Tx
): Promise<AccountEffect[]> {
  if (customer_id === null) return []
  if (from === null) return is_taken ? [{ code: "account_taken", customer_id }] : []
  const { purchases, planned, has_method, other_has_method } = await accountBelongings(
    { from, to: customer_id },
    tx
  )
  return [
    { code: "account_left", customer_id: from, into_customer_id: customer_id },
    ...counted("purchases_move", purchases),
    ...counted("charges_move", charges),
    ...counted("planned_payments_move", planned),
    ...(has_method ? [{ code: "method_forgotten" as const, customer_id: from }] : []),
    ...(other_has_method || !pays ? [] : [{ code: "method_missing" as const, customer_id }]),
  ]
}

export function belongingsEffects(
  { visits, codes, has_two_rotating, invitations }: Belongings,
  proofs: { readonly moved: readonly string[]; readonly dropped: number }
): BelongingsEffect[] {
  return [
    ...counted("visits_move", visits),
    ...counted("proofs_move", proofs.moved.length),
    ...counted("proofs_removed", proofs.dropped),
    ...counted("codes_move", codes - (has_two_rotating ? 1 : 0)),
    ...counted("rotating_code_revoked", has_two_rotating ? 1 : 0),
    ...counted("invitations_move", invitations),
  ]
}

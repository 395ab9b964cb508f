import { type Actor, SYSTEM } from "../../../domain/actor"
import { execute } from "../sql"
import type { Tx } from "../types"

/** The trail's entry that staff put a sale into a draft order (SAFE-2). */
export const SOLD_BY_STAFF = "sell-by-staff"

/** Who sold, and why they went past a limit: staff, or nobody but the shop itself. */
export interface Seller {
  readonly actor: Actor
  readonly reason: string | null
}

export async function sellerOf(sale_draft_id: string, tx: Tx): Promise<Seller> {
  const [entry] = await execute<{ type: Actor["type"]; id: string | null; reason: string | null }>(
    tx,
    `select actor_type as type, actor_id as id, reason from membership_audit_entry
     where subject_type = 'sale_draft' and subject_id = ? and action = ?`,
    [sale_draft_id, SOLD_BY_STAFF]
  )
  if (!entry) return { actor: SYSTEM, reason: null }
  const { reason, ...actor } = entry
  return { actor, reason }
}

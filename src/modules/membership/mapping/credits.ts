import type { CreditEntry, CreditGrant } from "../../../domain/credits/types"
import { toInstantOrNull } from "./memberships"

type Stored = Date | string

/** As the ledger's statements select it. */
export interface GrantRow extends Omit<
  CreditGrant,
  "starts_at" | "expires_at" | "revokes_at" | "granted_at"
> {
  readonly starts_at: Stored | null
  readonly expires_at: Stored | null
  readonly revokes_at: Stored | null
  readonly granted_at: Stored | null
}

export const toGrant = (row: GrantRow): CreditGrant => ({
  ...row,
  starts_at: toInstantOrNull(row.starts_at),
  expires_at: toInstantOrNull(row.expires_at),
  revokes_at: toInstantOrNull(row.revokes_at),
  granted_at: toInstantOrNull(row.granted_at),
})

export interface EntryRow extends Omit<CreditEntry, "at" | "cause" | "actor"> {
  readonly at: Stored
  readonly cause_type: string
  readonly cause_id: string | null
  readonly actor_type: CreditEntry["actor"]["type"]
  readonly actor_id: string | null
}

export function toEntry({ cause_type, cause_id, actor_type, actor_id, at, ...row }: EntryRow): CreditEntry {
  return {
    ...row,
    at: new Date(at).toISOString(),
    cause: { type: cause_type, id: cause_id },
    actor: { type: actor_type, id: actor_id },
  }
}

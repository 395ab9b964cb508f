import type { ChargeNotice } from "../../../domain/billing/charge-notices"
import type { Instant } from "../../../domain/time/types"
import { newEntityId } from "../ids"
import { execute } from "../sql"
import type { Tx } from "../types"

export interface NewNotice extends ChargeNotice {
  readonly membership_id: string
  readonly charge_id: string | null
  /** null is the purchaser. */
  readonly customer_id: string | null
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * In the transaction of what causes them, in one statement; what was told of an occasion before stands.
 * @returns how many are new
 */
export async function writeNotices(notices: readonly NewNotice[], now: Instant, tx: Tx): Promise<number> {
  if (notices.length === 0) return 0
  const rows = notices.map((notice) => ({ ...notice, id: newEntityId("mnote") }))
  const written = await execute(
    tx,
    `insert into membership_notice (id, occasion, kind, membership_id, charge_id, customer_id, data, occurred_at, send_at)
     select id, occasion, kind, membership_id, charge_id, customer_id, data, ?, ?
     from jsonb_to_recordset(?::jsonb) as v(id text, occasion text, kind text, membership_id text, charge_id text,
       customer_id text, data jsonb)
     on conflict do nothing returning id`,
    [now, now, JSON.stringify(rows)]
  )
  return written.length
}

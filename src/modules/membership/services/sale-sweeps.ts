import type { Instant } from "../../../domain/time/types"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"

/** A line of an order that sells a plan. */
export interface PlanLine {
  readonly id: string
  readonly order_id: string
  /** What its metadata names. */
  readonly draft_id: string | null
  readonly quantity: number
}

/** Finds sales that an event was lost for, or whose process died. Times are the machine's: it is about processes. */
export class SaleSweepService {
  /** `hours` ago and `seconds` ago, by the database's clock. */
  async window({ hours, seconds }: SweepWindow, tx: Tx): Promise<{ since: Instant; until: Instant }> {
    const [row] = await execute<{ since: Date; until: Date }>(
      tx,
      `select now() - ? * interval '1 hour' as since, now() - ? * interval '1 second' as until`,
      [hours, seconds]
    )
    return { since: new Date(row!.since).toISOString(), until: new Date(row!.until).toISOString() }
  }

  /** Of these lines, the orders that hold one with neither a membership nor an issue. */
  async unsold(lines: readonly PlanLine[], tx: Tx): Promise<string[]> {
    if (lines.length === 0) return []
    const rows = await execute<{ order_id: string }>(
      tx,
      `select distinct l.order_id
       from jsonb_to_recordset(?::jsonb) as l(id text, order_id text, draft_id text, quantity integer)
       where not exists (select from membership m
           where m.deleted_at is null
             and m.sale_draft_id in (l.draft_id, 'msdr_' || l.id || '_' || greatest(l.quantity, 1)))
         and not exists (select from membership_seat s where s.sale_draft_id = l.draft_id)
         and not exists (select from membership_sale_issue i
           where i.order_id = l.order_id and i.deleted_at is null
             and (i.subject_id in (l.id, l.draft_id) or i.details -> 'line_ids' @> to_jsonb(l.id)))`,
      [JSON.stringify(lines)]
    )
    return rows.map(({ order_id }) => order_id)
  }

  /** Orders with a membership, or a seat, that waits for its money, in the order of their ids, after the one given. */
  async pendingOrders({ after, limit }: { after: string; limit: number }, tx: Tx): Promise<string[]> {
    const rows = await execute<{ order_id: string }>(
      tx,
      `select order_id from membership where status = 'pending' and order_id > ? and deleted_at is null
       union select order_id from membership_seat where is_pending and order_id > ? and deleted_at is null
       order by order_id limit ?`,
      [after, after, limit]
    )
    return rows.map(({ order_id }) => order_id)
  }

  /** Of these orders, those with a membership that is not void, or a seat without an end. */
  async notVoid(order_ids: readonly string[], tx: Tx): Promise<string[]> {
    const rows = await execute<{ order_id: string }>(
      tx,
      `select distinct order_id from membership
       where order_id = any(?) and voided_at is null and deleted_at is null
       union select order_id from membership_seat
       where order_id = any(?) and canceled_on is null and deleted_at is null`,
      [textArray(order_ids), textArray(order_ids)]
    )
    return rows.map(({ order_id }) => order_id)
  }
}

export interface SweepWindow {
  readonly hours: number
  readonly seconds: number
}

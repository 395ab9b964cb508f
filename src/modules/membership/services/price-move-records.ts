import { SYSTEM } from "../../../domain/actor"
import type { PriceMoved } from "../../../domain/billing/price-moves"
import type { Instant } from "../../../domain/time/types"
import { execute } from "../sql"
import type { Tx } from "../types"
import type { AuditInput } from "./audit"
import type { Decided, MigratePricesInput } from "./price-move-decisions"
import { writeSeatRows } from "./seat-rows"

/** A move whose period has begun. */
export interface SettledMove extends PriceMoved {
  readonly id: string
  readonly currency_code: string
}

/** What a membership has no more once a move is over. */
export const NO_MOVE =
  "next_price_chart_id = null, next_price_from_index = null, next_seat_classifications = null"

export async function writeMoves(moving: readonly Decided[], tx: Tx): Promise<void> {
  const rows = moving.flatMap(({ row: { membership_id: id }, decision }) => {
    if (!decision.can_move) return []
    const { chart, from_index, classifications } = decision.move
    const seats = [...classifications].map(([seat_id, classification_id]) => ({ seat_id, classification_id }))
    return [{ id, price_chart_id: chart.price_chart_id, from_index, seats: seats.length > 0 ? seats : null }]
  })
  if (rows.length === 0) return
  await execute(
    tx,
    `update membership m set next_price_chart_id = v.price_chart_id, next_price_from_index = v.from_index,
       next_seat_classifications = nullif(v.seats, 'null'::jsonb), updated_at = now()
     from jsonb_to_recordset(?::jsonb) as v(id text, price_chart_id text, from_index integer, seats jsonb)
     where m.id = v.id`,
    [JSON.stringify(rows)]
  )
}

/** The memberships have their new version, and the seats their new rows, from here on. */
export async function settleMoves(moves: readonly SettledMove[], now: Instant, tx: Tx): Promise<void> {
  const memberships = moves.map(({ id, price_chart_id, refused }) => ({
    id,
    price_chart_id: refused === null ? price_chart_id : null,
  }))
  await execute(
    tx,
    `update membership m set price_chart_id = coalesce(v.price_chart_id, m.price_chart_id), ${NO_MOVE}, updated_at = now()
     from jsonb_to_recordset(?::jsonb) as v(id text, price_chart_id text) where m.id = v.id`,
    [JSON.stringify(memberships)]
  )
  await writeSeatRows(moves, now, tx)
}

/** The entry from which whoever pays is told. */
export function scheduled(
  { row }: Decided,
  { to_price_chart_id, actor, reason }: MigratePricesInput
): AuditInput {
  const { membership_id: id, currency_code, starts_on, payers, now, then } = row
  const former = { price_chart_id: row.price_chart_id, chart_version: row.chart_version }
  const changes = { price_chart_id: to_price_chart_id, former, currency_code, starts_on, payers, now, then }
  const subject = { type: "membership", id }
  return { actor, action: "schedule-price-move", subject, membership_id: id, changes, reason }
}

export function settled({ id, price_chart_id, refused, seats }: SettledMove): AuditInput {
  const rows = seats.map(({ id: seat_id, row_position, classification_id, sequence, price_minor }) => ({
    ...{ seat_id, row_position, classification_id, sequence, price_minor },
  }))
  return {
    actor: SYSTEM,
    action: refused === null ? "move-prices" : "refuse-price-move",
    subject: { type: "membership", id },
    membership_id: id,
    changes: refused === null ? { price_chart_id, seats: rows } : { price_chart_id, refused },
  }
}

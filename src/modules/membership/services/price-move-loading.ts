import type { PriceMove } from "../../../domain/billing/price-moves"
import type { PlanAudience } from "../../../domain/plans/types"
import { chartRows, type StoredRow, toRowDrafts } from "../mapping/chart-rows"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { LoadedSeat } from "./seat-loading"

/** Selects what a `MoveRow` needs, from `membership m`. */
export const MOVE_COLUMNS = "m.next_price_chart_id, m.next_price_from_index, m.next_seat_classifications"

export interface MoveRow {
  readonly id: string
  readonly currency_code: string
  readonly audience: PlanAudience
  readonly next_price_chart_id: string | null
  readonly next_price_from_index: number | null
  readonly next_seat_classifications: readonly SeatClassification[] | null
}

/** How a seat's other classification is stored. */
interface SeatClassification {
  readonly seat_id: string
  readonly classification_id: string | null
}

/** The moves that wait for a period (CHART-10), by membership; none is read where none waits. */
export async function loadMoves(
  memberships: readonly MoveRow[],
  seats: ReadonlyMap<string, readonly LoadedSeat[]>,
  tx: Tx
): Promise<Map<string, PriceMove>> {
  const ids = [...new Set(memberships.flatMap(({ next_price_chart_id: id }) => id ?? []))]
  if (ids.length === 0) return new Map()
  const charts = await execute<{ id: string; version: number; rows: StoredRow[] }>(
    tx,
    `select c.id, c.version, (
       select jsonb_agg(to_jsonb(r)) from membership_chart_row r where r.price_chart_id = c.id and r.deleted_at is null
     ) as rows
     from membership_price_chart c where c.id = any(?)`,
    [textArray(ids)]
  )
  const drafts = new Map(charts.map(({ id, version, rows }) => [id, { version, rows: toRowDrafts(rows) }]))
  return new Map(
    memberships.flatMap((row): [string, PriceMove][] => {
      const { id, audience, currency_code, next_price_chart_id: price_chart_id } = row
      const chart = drafts.get(price_chart_id ?? "")
      if (price_chart_id === null || !chart) return []
      const move: PriceMove = {
        ...{ chart: { price_chart_id, chart_version: chart.version }, audience },
        rows: chartRows(chart, currency_code),
        from_index: row.next_price_from_index ?? 0,
        classifications: new Map(
          (row.next_seat_classifications ?? []).map((each) => [each.seat_id, each.classification_id])
        ),
        unpaid_seats: seats.get(id)?.filter(({ is_pending }) => is_pending) ?? [],
      }
      return [[id, move]]
    })
  )
}

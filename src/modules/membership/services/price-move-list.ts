import { ENDED_STATUSES } from "../../../domain/memberships/ended"
import type { CalendarDate, Instant, TimeZone } from "../../../domain/time/types"
import { toInstantOrNull } from "../mapping/memberships"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"

export interface ListPriceMovesInput {
  readonly plan_id: string
  /** Only those to this version; null is all. */
  readonly to_price_chart_id: string | null
  /** Only those that wait for their renewal. */
  readonly only_waiting: boolean
  readonly limit: number
  readonly offset: number
}

/** What became of a planned move; `ended`: the membership was over before its renewal came. */
export type PriceMoveState = "waiting" | "moved" | "refused" | "taken_back" | "ended"

/** A move as it was planned. Amounts are decimals in the membership's currency, before tax and after discounts. */
export interface PlannedMove {
  /** Of its entry in the audit trail. */
  readonly id: string
  readonly state: PriceMoveState
  /** Why the version had no rows for it when its period began; null unless it was refused. */
  readonly refused: string | null
  readonly membership_id: string
  readonly display_id: number
  readonly customer_id: string | null
  readonly customer_name: string | null
  /** Of its location. */
  readonly time_zone: TimeZone
  readonly currency_code: string
  readonly price_chart_id: string
  readonly chart_version: number
  readonly from_chart_version: number
  readonly starts_on: CalendarDate
  readonly now: number
  readonly then: number
  readonly planned_at: Instant
  /** The user's id; null where a key of the API did. */
  readonly planned_by: string | null
  readonly reason: string | null
  /** When it became so; null while it waits, and where the membership ended. */
  readonly settled_at: Instant | null
}

/** The moves that were planned for a plan's memberships, with what became of each (CHART-10). */
export class PriceMoveListService {
  /** Those that wait first, then the last that were planned; one that another plan replaced is left out. */
  async list(input: ListPriceMovesInput, tx: Tx): Promise<{ moves: PlannedMove[]; count: number }> {
    const { plan_id, to_price_chart_id, only_waiting, limit, offset } = input
    const bindings = [
      ...[textArray(ENDED_STATUSES), plan_id],
      ...(to_price_chart_id === null ? [] : [to_price_chart_id]),
    ]
    const planned = `with planned as (${plannedMoves({ to_one: to_price_chart_id !== null })})
      select * from planned ${only_waiting ? "where state = 'waiting'" : ""}`
    const [total] = await execute<{ count: number }>(
      tx,
      `select count(*)::int as count from (${planned}) counted`,
      bindings
    )
    const rows = await execute<PlannedMoveRow>(
      tx,
      `${planned} order by state = 'waiting' desc, planned_at desc, id desc limit ? offset ?`,
      [...bindings, limit, offset]
    )
    const moves = rows.map(({ planned_at, settled_at, ...row }) => ({
      ...row,
      ...{ planned_at: toInstantOrNull(planned_at)!, settled_at: toInstantOrNull(settled_at) },
    }))
    return { moves, count: total?.count ?? 0 }
  }
}

interface PlannedMoveRow extends Omit<PlannedMove, "planned_at" | "settled_at"> {
  readonly planned_at: Date
  readonly settled_at: Date | null
}

/** What happens to a membership's move after it was planned, by the actions of the audit trail. */
const LATER = "('schedule-price-move', 'take-back-price-move', 'move-prices', 'refuse-price-move')"

const plannedMoves = ({ to_one }: { readonly to_one: boolean }) => `
  select a.id, m.id as membership_id, m.display_id, m.customer_id, m.customer_name, m.time_zone,
    case later.action when 'move-prices' then 'moved' when 'refuse-price-move' then 'refused'
      when 'take-back-price-move' then 'taken_back'
      else case when m.next_price_chart_id = c.id and m.status <> all(?) then 'waiting' else 'ended' end
    end as state,
    later.changes ->> 'refused' as refused,
    a.changes ->> 'currency_code' as currency_code, c.id as price_chart_id, c.version as chart_version,
    (a.changes -> 'former' ->> 'chart_version')::int as from_chart_version,
    a.changes ->> 'starts_on' as starts_on,
    (a.changes ->> 'now')::float8 as now, (a.changes ->> 'then')::float8 as then,
    a.at as planned_at, case a.actor_type when 'user' then a.actor_id end as planned_by, a.reason,
    later.at as settled_at
  from membership m
  join membership_audit_entry a on a.membership_id = m.id and a.action = 'schedule-price-move'
  join membership_price_chart c on c.id = a.changes ->> 'price_chart_id'
  left join lateral (
    select l.action, l.at, l.changes from membership_audit_entry l
    where l.membership_id = m.id and l.action in ${LATER} and (l.at, l.id) > (a.at, a.id)
    order by l.at, l.id limit 1) later on true
  where m.plan_id = ? and m.deleted_at is null ${to_one ? "and c.id = ?" : ""}
    and later.action is distinct from 'schedule-price-move'`

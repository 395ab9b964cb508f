import { addDays } from "../../../domain/time/calendar"
import type { CalendarDate } from "../../../domain/time/types"
import { execute } from "../sql"
import type { Tx } from "../types"
import { MAY_END, mayEndBindings } from "./ageing-out"
import { TRIED } from "./charge-forecasts"
import { JOIN_DUE_AT, PLANNED_JOINS } from "./join-records"

/** Whose future is told: one membership's, those that a customer bought or pays for, or the whole studio's. */
export interface ForecastScope {
  readonly membership_id: string | null
  readonly customer_id: string | null
}

export interface SelectionInput extends ForecastScope {
  readonly today: CalendarDate
  readonly until_on: CalendarDate
  /** The last one of the batch before; null begins. */
  readonly after_id: string | null
  readonly limit: number
}

/** One batch, in the order of ids: those to which anything may happen before a day. */
export async function selectForecast(input: SelectionInput, tx: Tx): Promise<string[]> {
  const { after_id, limit } = input
  const { condition, bindings } = scopeOf(input)
  const rows = await execute<{ id: string }>(
    tx,
    `select m.id from membership m
     where ${condition} and m.activated_at is not null and m.voided_at is null and m.deleted_at is null
       and m.id > ? order by m.id limit ?`,
    [...bindings, after_id ?? "", limit]
  )
  return rows.map(({ id }) => id)
}

function scopeOf(input: SelectionInput): {
  readonly condition: string
  readonly bindings: readonly unknown[]
} {
  const { membership_id, customer_id } = input
  if (membership_id !== null) return { condition: "m.id = ?", bindings: [membership_id] }
  if (customer_id !== null) return { condition: OF_CUSTOMER, bindings: [customer_id, customer_id] }
  return { condition: `m.id in (${COMING})`, bindings: comingBindings(input) }
}

const OF_CUSTOMER = `(m.customer_id = ? or exists (
  select from membership_seat s
  where s.membership_id = m.id and s.payer_customer_id = ? and s.deleted_at is null))`

/** Everything that dates make due, by the columns that say when something happens next. */
const COMING = `
  select id from membership where charges_next_at <= ?
  union select id from membership where status_changes_at <= ?
  union select id from membership where starts_on is null and must_start_by_on <= ?
  union select membership_id from membership_credit_grant where settles_at <= ? and deleted_at is null
  union select membership_id from membership_seat_hold
    where (starts_on between ? and ? or resumes_on between ? and ?) and deleted_at is null
  union select membership_id from membership_seat where canceled_on between ? and ? and deleted_at is null
  union select membership_id from membership_charge
    where act_at <= ? and status = any(?) and deleted_at is null
  union select membership_id from membership_notice where send_at <= ? and deleted_at is null
  union select pc.to_membership_id from ${PLANNED_JOINS} and ${JOIN_DUE_AT} <= ?
  union select membership.id ${MAY_END}`

/** No place is more than a day away from UTC; the exact day is decided for each membership. */
function comingBindings({ today, until_on }: SelectionInput): unknown[] {
  const range = [addDays(today, -1), addDays(until_on, 1)] as const
  const until = `${range[1]}T00:00:00.000Z`
  return [
    ...[until, until, range[1], until],
    ...[...range, ...range, ...range],
    ...[until, TRIED, until, until],
    ...mayEndBindings({ from_on: range[0], until_on: range[1] }),
  ]
}

import type { Actor } from "../../../domain/actor"
import { type BilledMembership, calendarOf } from "../../../domain/billing/billed-membership"
import type { JoinDecision } from "../../../domain/billing/decide-join"
import { nextPeriodDays } from "../../../domain/billing/periods"
import type { CalendarDate, Instant } from "../../../domain/time/types"
import { execute, lockRows, textArray } from "../sql"
import type { Tx } from "../types"
import type { JoinChoice, JoinPlace } from "./join-places"
import type { LoadedMembership } from "./seat-loading"

export interface NewJoin {
  readonly id: string
  readonly when: "now" | "renewal"
  /** The membership that is left. */
  readonly loaded: LoadedMembership
  readonly place: JoinPlace
  readonly choice: JoinChoice
  readonly decision: JoinDecision
  readonly actor: Actor
  readonly reason: string | null
  readonly now: Instant
}

/** As a planned one; what is done at once is marked so when it is. */
export async function writeJoin({ loaded, place, choice, decision, ...of }: NewJoin, tx: Tx): Promise<void> {
  const { change, from_index } = decision
  const { seat } = choice
  const row = {
    ...{ id: of.id, membership_id: loaded.id, status: "planned", timing: of.when, from_index },
    ...{ from_plan_id: loaded.plan_id, from_price_chart_id: loaded.price_chart_id },
    ...{ to_plan_id: place.loaded.plan_id, to_price_chart_id: place.loaded.price_chart_id },
    to_membership_id: place.loaded.id,
    to_seat_id: "seat_id" in seat ? seat.seat_id : null,
    to_classification_id: "seat_id" in seat ? null : seat.classification_id,
    to_payer_customer_id: "seat_id" in seat ? null : place.seat.payer_customer_id,
    ...{ former_starts_on: loaded.anchor_on ?? loaded.starts_on, former_anchor_index: loaded.anchor_index },
    ...{ former_plan_from_index: loaded.plan_from_index, changes_on: change.changes_on },
    ...{ currency_code: loaded.currency_code, charge_minor: change.charge.amount_minor },
    ...{ credit_minor: change.credit?.amount_minor ?? 0, due_minor: change.due_minor },
    ...{ carried_minor: change.carried_minor, days_lost: change.days_lost },
    ...{ actor_type: of.actor.type, actor_id: of.actor.id, reason: of.reason, decided_at: of.now },
  }
  await execute(
    tx,
    `insert into membership_plan_change (${COLUMNS}) select ${COLUMNS} from jsonb_to_recordset(?::jsonb) as v(${TYPES})`,
    [JSON.stringify([row])]
  )
}

const TYPES = `id text, membership_id text, status text, timing text, from_plan_id text, from_price_chart_id text,
  to_plan_id text, to_price_chart_id text, to_membership_id text, to_seat_id text, to_classification_id text,
  to_payer_customer_id text, from_index integer, changes_on text, former_starts_on text, former_anchor_index integer,
  former_plan_from_index integer, currency_code text, charge_minor bigint, credit_minor bigint, due_minor bigint,
  carried_minor bigint, days_lost integer, actor_type text, actor_id text, reason text, decided_at timestamptz`
const COLUMNS = TYPES.replace(/ (text|integer|bigint|timestamptz)/g, "")

/** @param day the first day there, and the first without what was left */
export async function markJoined(id: string, { seat_id, day, now }: Joined, tx: Tx): Promise<void> {
  await execute(
    tx,
    `update membership_plan_change set status = 'done', changes_on = ?, to_seat_id = ?, settled_at = ?, updated_at = now()
     where id = ?`,
    [day, seat_id, now, id]
  )
}

interface Joined {
  readonly seat_id: string
  readonly day: CalendarDate
  readonly now: Instant
}

/** The first day on which a planned join is done, and which of them are, as `membership_plan_change pc` with its `m`. */
export const JOIN_DUE_AT = "(pc.changes_on::timestamp at time zone m.time_zone)"
export const PLANNED_JOINS = `membership_plan_change pc join membership m on m.id = pc.membership_id
  where pc.status = 'planned' and pc.to_membership_id is not null and pc.deleted_at is null`

/** Those whose day has come. */
export async function dueJoins(now: Instant, tx: Tx): Promise<string[]> {
  const rows = await execute<{ id: string }>(
    tx,
    `select pc.id from ${PLANNED_JOINS} and ${JOIN_DUE_AT} <= ? order by ${JOIN_DUE_AT}, pc.id`,
    [now]
  )
  return rows.map(({ id }) => id)
}

export interface PlannedJoin {
  readonly id: string
  readonly membership_id: string
  readonly from_index: number
  readonly choice: JoinChoice
  readonly actor: Actor
  readonly reason: string | null
}

interface PlannedRow {
  readonly id: string
  readonly membership_id: string
  readonly to_membership_id: string
  readonly to_seat_id: string | null
  readonly to_classification_id: string | null
  readonly to_payer_customer_id: string | null
  readonly from_index: number
  readonly actor_type: Actor["type"]
  readonly actor_id: string | null
  readonly reason: string | null
}

/** With both memberships locked; null where it waits no more. */
export async function lockPlannedJoin(id: string, tx: Tx): Promise<PlannedJoin | null> {
  const found = await plannedJoin(id, tx)
  if (!found) return null
  await lockRows(tx, "membership", [found.membership_id, found.to_membership_id])
  const row = await plannedJoin(id, tx)
  return row ? toPlannedJoin(row) : null
}

/** Those that wait to join these memberships, by their ids; locked nothing. */
export async function joinsOf(to_membership_ids: readonly string[], tx: Tx): Promise<PlannedJoin[]> {
  const rows = await execute<PlannedRow>(
    tx,
    `select ${PLANNED} from membership_plan_change
     where to_membership_id = any(?) and status = 'planned' and deleted_at is null order by id`,
    [textArray(to_membership_ids)]
  )
  return rows.map(toPlannedJoin)
}

function toPlannedJoin(row: PlannedRow): PlannedJoin {
  const { id, membership_id, from_index, reason, actor_type, actor_id } = row
  const seat =
    row.to_seat_id === null ? { classification_id: row.to_classification_id } : { seat_id: row.to_seat_id }
  return {
    ...{ id, membership_id, from_index, reason, actor: { type: actor_type, id: actor_id } },
    choice: { membership_id: row.to_membership_id, seat, payer_customer_id: row.to_payer_customer_id },
  }
}

const PLANNED = `id, membership_id, to_membership_id, to_seat_id, to_classification_id, to_payer_customer_id,
  from_index, actor_type, actor_id, reason`

async function plannedJoin(id: string, tx: Tx): Promise<PlannedRow | undefined> {
  const [row] = await execute<PlannedRow>(
    tx,
    `select ${PLANNED}
     from membership_plan_change where id = ? and status = 'planned' and deleted_at is null`,
    [id]
  )
  return row
}

/** The first day without what is left, where that is known: holds that come, or end early, move it (HOLD-4). */
export function leavesOn({ leaves_from_index = null, ...membership }: BilledMembership): CalendarDate | null {
  if (leaves_from_index === null) return null
  return nextPeriodDays(calendarOf(membership), leaves_from_index - 1)?.starts_on ?? null
}

/** Planned joins are done when the period would begin that is charged no more, so that no day is left without its dues. */
export async function redateJoins(memberships: readonly BilledMembership[], tx: Tx): Promise<void> {
  const rows = memberships.flatMap((membership) => {
    const changes_on = leavesOn(membership)
    return changes_on === null ? [] : [{ membership_id: membership.id, changes_on }]
  })
  if (rows.length === 0) return
  await execute(
    tx,
    `update membership_plan_change c set changes_on = v.changes_on, updated_at = now()
     from jsonb_to_recordset(?::jsonb) as v(membership_id text, changes_on text)
     where c.membership_id = v.membership_id and c.status = 'planned' and c.to_membership_id is not null
       and c.deleted_at is null and c.changes_on is distinct from v.changes_on`,
    [JSON.stringify(rows)]
  )
}

/** It waits no more, and what was to be left goes on. */
export async function endPlannedJoin(
  { id, membership_id }: Pick<PlannedJoin, "id" | "membership_id">,
  refused_code: string,
  now: Instant,
  tx: Tx
): Promise<void> {
  await execute(
    tx,
    `update membership_plan_change set status = 'refused', refused_code = ?, settled_at = ?, updated_at = now()
     where id = ?`,
    [refused_code, now, id]
  )
  await lookAtCharges(membership_id, now, tx)
}

/** Which of its periods are charged has changed. */
export async function lookAtCharges(membership_id: string, now: Instant, tx: Tx): Promise<void> {
  await execute(tx, `update membership set charges_next_at = ?, updated_at = now() where id = ?`, [
    now,
    membership_id,
  ])
}

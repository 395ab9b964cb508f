import type { Actor } from "../../../domain/actor"
import type { PlanChangeDecision, PlanChangeFacts } from "../../../domain/billing/decide-plan-change"
import type { FirstPeriod } from "../../../domain/billing/proration"
import { type DiscountedLine, worthOf } from "../../../domain/billing/discounts"
import { sumMinor } from "../../../domain/money/amounts"
import { DomainError } from "../../../domain/errors"
import type { SaleSeat } from "../../../domain/selling/types"
import type { CalendarDate, Instant } from "../../../domain/time/types"
import { newEntityId } from "../ids"
import { execute } from "../sql"
import type { Tx } from "../types"
import type { ChangeTiming } from "./plan-change-facts"
import type { LoadedMembership } from "./seat-loading"

/** What the platform's orders say about the period that runs, read before the membership is locked. */
export interface PlatformPayment {
  /** The period that it was read for. */
  readonly index: number
  /** What the sale's lines came to, for the period that it paid; 0 where another one runs. */
  readonly sale_minor: number
  /** What was given back of the orders of the period. */
  readonly refunded_minor: number
}

/** Where what was paid for the running period is found on the platform. */
export interface RunningOrders {
  readonly index: number
  readonly currency_code: string
  /** The sale, where it paid the period. */
  readonly sale: {
    readonly id: string
    readonly seats: readonly SaleSeat[]
    readonly first_period: FirstPeriod | null
    readonly order_id: string | null
  } | null
  readonly order_ids: readonly string[]
}

export interface RunningPayment {
  readonly index: number
  /** What the charges of the period came to, as far as they are paid; null where the sale paid it. */
  readonly charged_minor: number | null
  /** The day on which a change of plan began within the period, or the membership itself (BILL-7); null for a whole one. */
  readonly from_on: CalendarDate | null
  /** Of the visits that the period gave, in money: those that are left, and all (CREDIT-10); null: they are not counted. */
  readonly visits: { readonly left_minor: number; readonly given_minor: number } | null
  readonly has_open_charges: boolean
}

interface ChargeRow {
  readonly period_index: number
  readonly period_key: string
  readonly period_starts_on: CalendarDate
  readonly status: string
  readonly lines: readonly DiscountedLine[]
}

/** In the module's own books, with the membership locked where something is written. */
export async function loadRunningPayment(membership_id: string, tx: Tx): Promise<RunningPayment> {
  const { index, joined_on } = await runningIndex(membership_id, tx)
  const charges = await execute<ChargeRow>(
    tx,
    `select period_index, period_key, period_starts_on, status, lines from membership_charge
     where membership_id = ? and deleted_at is null
       and (period_index = ? or status not in ('paid', 'waived', 'canceled'))`,
    [membership_id, index]
  )
  const own = charges.filter(({ period_index }) => period_index === index)
  const paid = own.filter(({ status }) => status === "paid")
  const seats = paid.flatMap(({ lines }) => lines.filter(({ kind }) => kind === "seat"))
  return {
    index,
    charged_minor: index === 0 ? null : sumMinor(seats.map(worthOf)),
    from_on: own.find(({ period_key }) => period_key.startsWith("change:"))?.period_starts_on ?? joined_on,
    visits: await visitsOf(membership_id, index, tx),
    has_open_charges: charges.some(({ status }) => !SETTLED.includes(status)),
  }
}

async function visitsOf(
  membership_id: string,
  period_index: number,
  tx: Tx
): Promise<RunningPayment["visits"]> {
  const [visits] = await execute<NonNullable<RunningPayment["visits"]>>(
    tx,
    `select coalesce(sum(least(value_minor, available_value_minor + reserved_value_minor)), 0)::float8 as left_minor,
            coalesce(sum(value_minor), 0)::float8 as given_minor
     from membership_credit_grant
     where membership_id = ? and period_index = ? and source = 'period' and granted_at is not null and deleted_at is null`,
    [membership_id, period_index]
  )
  return visits && visits.given_minor > 0 ? visits : null
}

const SETTLED = ["paid", "waived", "canceled"]

/** @throws nothing: what is not there has no orders */
export async function loadRunningOrders(membership_id: string, tx: Tx): Promise<RunningOrders> {
  const { index } = await runningIndex(membership_id, tx)
  const [sold] = await execute<{
    id: string
    seats: SaleSeat[]
    first_period: FirstPeriod | null
    order_id: string | null
    currency_code: string
  }>(
    tx,
    `select d.id, d.seats, d.first_period, m.order_id, m.currency_code
     from membership m join membership_sale_draft d on d.id = m.sale_draft_id where m.id = ?`,
    [membership_id]
  )
  const charges = await execute<{ order_id: string }>(
    tx,
    `select order_id from membership_charge
     where membership_id = ? and period_index = ? and order_id is not null and deleted_at is null`,
    [membership_id, index]
  )
  const sale = index === 0 && sold ? sold : null
  const order_ids = [...charges.map(({ order_id }) => order_id), ...(sale?.order_id ? [sale.order_id] : [])]
  return { index, currency_code: sold?.currency_code ?? "", sale, order_ids }
}

interface RunningIndex {
  readonly index: number
  /** The first day of what the sale paid, where it joined the common billing day (BILL-7). */
  readonly joined_on: CalendarDate | null
}

async function runningIndex(membership_id: string, tx: Tx): Promise<RunningIndex> {
  const [row] = await execute<RunningIndex>(
    tx,
    `select charged_through_index as index,
            case when anchor_on is not null and charged_through_index = 0 then starts_on end as joined_on
     from membership where id = ?`,
    [membership_id]
  )
  return row ?? { index: 0, joined_on: null }
}

export interface NewPlanChange {
  readonly membership_id: string
  readonly when: ChangeTiming
  readonly loaded: LoadedMembership
  readonly to: PlanChangeFacts["to"]
  readonly decision: PlanChangeDecision
  readonly actor: Actor
  readonly reason: string | null
  readonly now: Instant
}

/** As a planned one; one that begins at once is done with the switch. */
export async function writePlanChange(of: NewPlanChange, tx: Tx): Promise<void> {
  const { loaded, to, decision, actor, reason } = of
  const { change, from_index } = decision
  const classifications = [...to.classifications].map(([seat_id, classification_id]) => ({
    ...{ seat_id, classification_id },
  }))
  const row = {
    ...{ id: to.id, membership_id: of.membership_id, status: "planned", timing: of.when },
    ...{ from_plan_id: loaded.plan_id, from_price_chart_id: loaded.price_chart_id },
    ...{ to_plan_id: to.plan.plan_id, to_price_chart_id: to.chart.price_chart_id },
    ...{ from_index, changes_on: change.changes_on },
    ...{ former_starts_on: loaded.anchor_on ?? loaded.starts_on, former_anchor_index: loaded.anchor_index },
    former_plan_from_index: loaded.plan_from_index,
    seat_classifications: classifications.length > 0 ? classifications : null,
    currency_code: loaded.currency_code,
    ...{ charge_minor: change.charge.amount_minor, credit_minor: change.credit?.amount_minor ?? 0 },
    ...{ due_minor: change.due_minor, carried_minor: change.carried_minor, days_lost: change.days_lost },
    ...{ actor_type: actor.type, actor_id: actor.id, reason, decided_at: of.now },
  }
  await execute(
    tx,
    `insert into membership_plan_change (${COLUMNS}, seat_classifications)
     select ${COLUMNS}, nullif(seat_classifications, 'null'::jsonb)
     from jsonb_to_recordset(?::jsonb) as v(${TYPES}, seat_classifications jsonb)`,
    [JSON.stringify([row])]
  )
}

const TYPES = `id text, membership_id text, status text, timing text, from_plan_id text, from_price_chart_id text,
  to_plan_id text, to_price_chart_id text, from_index integer, changes_on text, former_starts_on text,
  former_anchor_index integer, former_plan_from_index integer, currency_code text, charge_minor bigint,
  credit_minor bigint, due_minor bigint, carried_minor bigint, days_lost integer, actor_type text, actor_id text,
  reason text, decided_at timestamptz`
const COLUMNS = TYPES.replace(/ (text|integer|bigint|timestamptz)/g, "")

/** SALE-4: which terms were accepted with the change, when and by whom. */
export async function writeTerms(
  { membership_id, plan_id, version }: { membership_id: string; plan_id: string; version: number },
  actor: Actor,
  now: Instant,
  tx: Tx
): Promise<void> {
  await execute(
    tx,
    `insert into membership_accepted_terms (id, membership_id, terms_id, accepted_at, accepted_by)
     select ?, ?, t.id, ?, ? from membership_plan_terms t
     where t.plan_id = ? and t.version = ? and t.deleted_at is null`,
    [
      ...[newEntityId("macc"), membership_id, now],
      ...[actor.type === "customer" ? actor.id : null, plan_id, version],
    ]
  )
}

/** @throws DomainError `plan_change_planned`: one waits at a time, for the membership itself or for a seat elsewhere */
export async function assertNothingPlanned(membership_id: string, tx: Tx): Promise<void> {
  const [planned] = await execute<{ id: string }>(
    tx,
    `select id from membership_plan_change where membership_id = ? and status = 'planned' and deleted_at is null`,
    [membership_id]
  )
  if (planned)
    throw new DomainError("plan_change_planned", "Another change of plan is waiting. Take it back first.", {
      plan_change_id: planned.id,
    })
}

import { type Actor, SYSTEM } from "../../../domain/actor"
import {
  type MembershipMigration,
  migratePrices,
  type PriceMigration,
} from "../../../domain/billing/price-migration"
import type { PriceMoved } from "../../../domain/billing/price-moves"
import { DomainError } from "../../../domain/errors"
import { ENDED_STATUSES } from "../../../domain/memberships/ended"
import { fromMinor, sumMinor } from "../../../domain/money/amounts"
import type { PlanAudience } from "../../../domain/plans/types"
import { addDays, assertCalendarDate, compareDates, localDate } from "../../../domain/time/calendar"
import type { CalendarDate } from "../../../domain/time/types"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { AuditInput, AuditService } from "./audit"
import { type LoadedBilling, loadBilling } from "./billing-loading"
import type { ClockService } from "./clock"
import { loadPeople } from "./people-loading"
import type { SalePlanService } from "./sale-plans"
import { loadClassifications } from "./seat-loading"
import { writeSeatRows } from "./seat-rows"

export interface MigratePricesInput {
  readonly plan_id: string
  readonly to_price_chart_id: string
  /** Only those of this version; null is all. */
  readonly from_price_chart_id: string | null
  /** Only these; null is all that live. */
  readonly membership_ids: readonly string[] | null
  /** No renewal before this day; null is each one's next. */
  readonly from_on: CalendarDate | null
  readonly reason: string | null
  readonly actor: Actor
  /** Decides and tells, writes nothing. */
  readonly preview: boolean
  /** Which of the memberships to tell one by one; the totals are of all. */
  readonly limit: number
  readonly offset: number
}

/** Amounts are decimals in the membership's currency, before tax and after discounts. */
export interface MigratedPayer {
  readonly payer_customer_id: string | null
  readonly now: number
  readonly then: number
}

export interface MigratedRow {
  readonly membership_id: string
  readonly display_id: number
  readonly customer_id: string | null
  readonly customer_name: string | null
  readonly currency_code: string
  readonly price_chart_id: string
  readonly chart_version: number
  /** Why it stays on its version; null moves. */
  readonly refused: { readonly code: string; readonly message: string } | null
  /** The very same move waits already. */
  readonly is_waiting: boolean
  /** The first day of the period that the new version prices first. */
  readonly starts_on: CalendarDate | null
  readonly payers: readonly MigratedPayer[]
  readonly now: number
  readonly then: number
}

export interface MigrationTotal {
  readonly currency_code: string
  readonly memberships: number
  readonly now: number
  readonly then: number
}

export interface MigratedPrices {
  readonly price_chart_id: string
  readonly chart_version: number
  /** Of those that move, by currency. */
  readonly totals: readonly MigrationTotal[]
  /** Those that cannot be moved first, then by their numbers. */
  readonly memberships: readonly MigratedRow[]
  readonly count: number
  readonly refused_count: number
}

export interface TakeBackPricesInput {
  readonly plan_id: string
  readonly to_price_chart_id: string | null
  readonly membership_ids: readonly string[] | null
  readonly reason: string | null
  readonly actor: Actor
}

/** A move whose period has begun. */
export interface SettledMove extends PriceMoved {
  readonly id: string
  readonly currency_code: string
}

interface Dependencies {
  auditService: AuditService
  clockService: ClockService
  salePlanService: SalePlanService
}

interface Candidate {
  readonly id: string
  readonly display_id: number
  readonly customer_id: string | null
  readonly customer_name: string | null
}

interface Decided {
  readonly billing: LoadedBilling
  readonly decision: MembershipMigration
  readonly row: MigratedRow
}

/** So many memberships are loaded at once. */
const BATCH = 1000

/** Memberships that move to another version of their plan's chart (CHART-10). Until then they keep their own (CHART-8). */
export class PriceMoveService {
  private readonly audit: AuditService
  private readonly clock: ClockService
  private readonly plans: SalePlanService

  constructor({ auditService, clockService, salePlanService }: Dependencies) {
    this.audit = auditService
    this.clock = clockService
    this.plans = salePlanService
  }

  /** @throws DomainError `not_found`, `chart_not_finalized`, `date_invalid` */
  async migrate(input: MigratePricesInput, tx: Tx): Promise<MigratedPrices> {
    const { chart, migration } = await this.target(input, tx)
    const candidates = await candidatesOf(input, tx)
    const decided: Decided[] = []
    for (let at = 0; at < candidates.length; at += BATCH)
      decided.push(...(await decideBatch(candidates.slice(at, at + BATCH), migration, tx)))
    if (!input.preview) {
      const moving = decided.filter(({ row }) => row.refused === null && !row.is_waiting)
      await writeMoves(moving, tx)
      await this.audit.record(
        moving.map((each) => scheduled(each, input)),
        tx
      )
    }
    const rows = decided
      .map(({ row }) => row)
      .sort((a, b) => Number(a.refused === null) - Number(b.refused === null) || a.display_id - b.display_id)
    return {
      ...{ price_chart_id: chart.id, chart_version: chart.version },
      totals: totalsOf(decided),
      memberships: rows.slice(input.offset, input.offset + input.limit),
      count: rows.length,
      refused_count: rows.filter(({ refused }) => refused !== null).length,
    }
  }

  /** Until the period begins. @returns the memberships that stay on their version after all */
  async takeBack(input: TakeBackPricesInput, tx: Tx): Promise<string[]> {
    const { plan_id, to_price_chart_id, membership_ids, actor, reason } = input
    const waiting = await execute<{ id: string; next_price_chart_id: string }>(
      tx,
      `select id, next_price_chart_id from membership
       where plan_id = ? and next_price_chart_id is not null and deleted_at is null
         ${to_price_chart_id === null ? "" : "and next_price_chart_id = ?"}
         ${membership_ids === null ? "" : "and id = any(?)"}
       order by id for update`,
      [plan_id, to_price_chart_id, membership_ids && textArray(membership_ids)].filter(isGiven)
    )
    const ids = waiting.map(({ id }) => id)
    await execute(tx, `update membership set ${NO_MOVE}, updated_at = now() where id = any(?)`, [
      textArray(ids),
    ])
    await this.audit.record(
      waiting.map(({ id, next_price_chart_id: price_chart_id }) => ({
        ...{ actor, action: "take-back-price-move", subject: { type: "membership", id }, membership_id: id },
        ...{ changes: { price_chart_id }, reason },
      })),
      tx
    )
    return ids
  }

  /** How many memberships move to each version with their next renewals; a version without any is left out. */
  async waitingCounts(price_chart_ids: readonly string[], tx: Tx): Promise<Map<string, number>> {
    const rows = await execute<{ id: string; count: number }>(
      tx,
      `select next_price_chart_id as id, count(*)::int as count from membership
       where next_price_chart_id = any(?) and deleted_at is null and status <> all(?) group by next_price_chart_id`,
      [textArray(price_chart_ids), textArray(ENDED_STATUSES)]
    )
    return new Map(rows.map(({ id, count }) => [id, count]))
  }

  /** In the transaction that makes the charges of the period: the seats have their new rows from here on. */
  async settle(moves: readonly SettledMove[], tx: Tx): Promise<void> {
    if (moves.length === 0) return
    const now = await this.clock.now(tx)
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
    await this.audit.record(moves.map(settled), tx)
  }

  private async target({ plan_id, to_price_chart_id, from_on }: MigratePricesInput, tx: Tx) {
    const [plan] = await execute<{ audience: PlanAudience }>(
      tx,
      `select audience from membership_plan where id = ? and deleted_at is null`,
      [plan_id]
    )
    const [chart] = plan ? await this.plans.loadCharts([to_price_chart_id], tx) : []
    if (!plan || chart?.plan_id !== plan_id) {
      const details = plan ? { field: "to_price_chart_id", id: to_price_chart_id } : { plan_id }
      throw new DomainError("not_found", "There is no such price chart of this plan.", details)
    }
    if (chart.state === "draft")
      throw new DomainError("chart_not_finalized", "Nobody can be moved to a draft; finalize it first.", {
        chart_id: chart.id,
      })
    const now = await this.clock.now(tx)
    if (from_on !== null) assertSoon(from_on, localDate(now, "UTC"))
    const { id: price_chart_id, version: chart_version, rows } = chart
    const migration: Omit<PriceMigration, "people"> = {
      ...{ to: { price_chart_id, chart_version, rows }, audience: plan.audience, from_on },
      now,
      classifications: await loadClassifications(rows, tx),
    }
    return { chart, migration }
  }
}

/** Nobody plans prices for longer. */
const DAYS_AHEAD_MAX = 731

function assertSoon(from_on: CalendarDate, today: CalendarDate): void {
  assertCalendarDate(from_on, "from_on")
  const latest_on = addDays(today, DAYS_AHEAD_MAX)
  if (compareDates(from_on, latest_on) <= 0) return
  const details = { field: "from_on", latest_on }
  throw new DomainError("date_invalid", `Choose ${latest_on} or earlier.`, details)
}

/** What a membership has no more once a move is over. */
const NO_MOVE = "next_price_chart_id = null, next_price_from_index = null, next_seat_classifications = null"

const isGiven = (binding: unknown) => binding !== null

/** @throws DomainError `not_found` for one that the plan does not have */
async function candidatesOf(input: MigratePricesInput, tx: Tx): Promise<Candidate[]> {
  const { plan_id, to_price_chart_id, from_price_chart_id, membership_ids, preview } = input
  const found = await execute<Candidate>(
    tx,
    `select id, display_id, customer_id, customer_name from membership
     where plan_id = ? and deleted_at is null and voided_at is null and status <> all(?)
       ${membership_ids === null ? "and price_chart_id <> ?" : "and id = any(?)"}
       ${from_price_chart_id === null ? "" : "and price_chart_id = ?"}
     order by id ${preview ? "" : "for update"}`,
    [
      ...[plan_id, textArray(ENDED_STATUSES)],
      membership_ids === null ? to_price_chart_id : textArray(membership_ids),
      ...(from_price_chart_id === null ? [] : [from_price_chart_id]),
    ]
  )
  const ids = new Set(found.map(({ id }) => id))
  const unknown = membership_ids?.filter((id) => !ids.has(id)) ?? []
  if (unknown.length === 0) return found
  const details = { field: "membership_ids", ids: unknown }
  throw new DomainError("not_found", "The plan has no such live memberships.", details)
}

async function decideBatch(
  candidates: readonly Candidate[],
  migration: Omit<PriceMigration, "people">,
  tx: Tx
): Promise<Decided[]> {
  const loaded = await loadBilling(
    candidates.map(({ id }) => id),
    tx
  )
  const member_ids = loaded.flatMap(({ membership }) =>
    membership.seats.flatMap(({ member_id }) => member_id ?? [])
  )
  const people = await loadPeople([...new Set(member_ids)], tx)
  const of = new Map(candidates.map((each) => [each.id, each]))
  return loaded.map((billing) => {
    const decision = migratePrices(billing, { ...migration, people })
    return { billing, decision, row: rowOf(of.get(billing.membership.id)!, billing, decision) }
  })
}

function rowOf(
  { id: membership_id, ...who }: Candidate,
  { membership: { chart, move }, currency_code }: LoadedBilling,
  decision: MembershipMigration
): MigratedRow {
  const head = { membership_id, ...who, currency_code, ...chart }
  if (!decision.can_move) {
    const refused = { code: decision.code, message: decision.message }
    return { ...head, refused, is_waiting: false, starts_on: null, payers: [], now: 0, then: 0 }
  }
  const amount = (minor: number) => fromMinor(minor, currency_code)
  const { move: wanted, period, payers, now_minor, then_minor } = decision
  const is_same = move?.chart.price_chart_id === wanted.chart.price_chart_id
  return {
    ...head,
    ...{ refused: null, is_waiting: is_same && move.from_index === wanted.from_index },
    starts_on: period.starts_on,
    payers: payers.map((each) => ({
      payer_customer_id: each.payer_customer_id,
      ...{ now: amount(each.now_minor), then: amount(each.then_minor) },
    })),
    ...{ now: amount(now_minor), then: amount(then_minor) },
  }
}

function totalsOf(decided: readonly Decided[]): MigrationTotal[] {
  const moving = decided.flatMap(({ billing: { currency_code }, decision }) =>
    decision.can_move ? [{ currency_code, ...decision }] : []
  )
  return [...new Set(moving.map(({ currency_code }) => currency_code))].sort().map((currency_code) => {
    const own = moving.filter((each) => each.currency_code === currency_code)
    const total = (minors: readonly number[]) => fromMinor(sumMinor(minors), currency_code)
    return {
      ...{ currency_code, memberships: own.length },
      now: total(own.map(({ now_minor }) => now_minor)),
      then: total(own.map(({ then_minor }) => then_minor)),
    }
  })
}

async function writeMoves(moving: readonly Decided[], tx: Tx): Promise<void> {
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

/** The entry from which whoever pays is told. */
function scheduled({ row }: Decided, { to_price_chart_id, actor, reason }: MigratePricesInput): AuditInput {
  const { membership_id: id, currency_code, starts_on, payers, now, then } = row
  const former = { price_chart_id: row.price_chart_id, chart_version: row.chart_version }
  const changes = { price_chart_id: to_price_chart_id, former, currency_code, starts_on, payers, now, then }
  const subject = { type: "membership", id }
  return { actor, action: "schedule-price-move", subject, membership_id: id, changes, reason }
}

function settled({ id, price_chart_id, refused, seats }: SettledMove): AuditInput {
  const rows = seats.map(({ id: seat_id, row_position, classification_id, sequence, price_minor }) => ({
    ...{ seat_id, row_position, classification_id, sequence, price_minor },
  }))
  return {
    ...{ actor: SYSTEM, action: refused === null ? "move-prices" : "refuse-price-move" },
    ...{ subject: { type: "membership", id }, membership_id: id },
    changes: refused === null ? { price_chart_id, seats: rows } : { price_chart_id, refused },
  }
}

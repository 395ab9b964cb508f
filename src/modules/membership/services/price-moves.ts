import type { Actor } from "../../../domain/actor"
import type { PriceMigration } from "../../../domain/billing/price-migration"
import { DomainError } from "../../../domain/errors"
import { ENDED_STATUSES } from "../../../domain/memberships/ended"
import type { PlanAudience } from "../../../domain/plans/types"
import { addDays, assertCalendarDate, compareDates, localDate } from "../../../domain/time/calendar"
import type { CalendarDate } from "../../../domain/time/types"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { AuditService } from "./audit"
import type { ClockService } from "./clock"
import {
  decideMoves,
  type MigratedRow,
  type MigratePricesInput,
  type MigrationTotal,
  totalsOf,
} from "./price-move-decisions"
import { NO_MOVE, scheduled, settled, type SettledMove, settleMoves, writeMoves } from "./price-move-records"
import { notePriceChanges, notePricesStay } from "./price-notices"
import type { SalePlanService } from "./sale-plans"
import { loadClassifications } from "./seat-loading"

export interface MigratedPrices {
  readonly price_chart_id: string
  readonly chart_version: number
  /** Of those that move, by currency. */
  readonly totals: readonly MigrationTotal[]
  /** Those that cannot be moved first, then by their numbers. */
  readonly memberships: readonly MigratedRow[]
  readonly count: number
  readonly refused_count: number
  /** The very same move waits already. */
  readonly waiting_count: number
}

export interface TakeBackPricesInput {
  readonly plan_id: string
  readonly to_price_chart_id: string | null
  readonly membership_ids: readonly string[] | null
  readonly reason: string | null
  readonly actor: Actor
}

interface Dependencies {
  auditService: AuditService
  clockService: ClockService
  salePlanService: SalePlanService
}

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
    const decided = await decideMoves(input, migration, tx)
    if (!input.preview) {
      const moving = decided.filter(({ row }) => row.refused === null && !row.is_waiting)
      await writeMoves(moving, tx)
      await notePriceChanges(moving, await this.clock.now(tx), tx)
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
      waiting_count: rows.filter(({ is_waiting }) => is_waiting).length,
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
    await notePricesStay(ids, await this.clock.now(tx), tx)
    await this.audit.record(
      waiting.map(({ id, next_price_chart_id: price_chart_id }) => ({
        actor,
        action: "take-back-price-move",
        subject: { type: "membership", id },
        membership_id: id,
        changes: { price_chart_id },
        reason,
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
    await settleMoves(moves, await this.clock.now(tx), tx)
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

const isGiven = (binding: unknown) => binding !== null

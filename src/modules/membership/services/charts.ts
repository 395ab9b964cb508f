import type { Actor } from "../../../domain/actor"
import { blankRows } from "../../../domain/charts/blank"
import { assertComplete } from "../../../domain/charts/completeness"
import {
  assertDraft,
  type ChartStateChange,
  decideFinalize,
  decidePublish,
} from "../../../domain/charts/lifecycle"
import type { ChartRowDraft } from "../../../domain/charts/types"
import { assertDraftValid } from "../../../domain/charts/validate-draft"
import { DomainError } from "../../../domain/errors"
import type { PlanAudience } from "../../../domain/plans/types"
import { fromRowDrafts, type PriceChart, toPriceChart } from "../mapping/chart-rows"
import { execute, lockRow } from "../sql"
import type { Store, Tx } from "../types"
import type { AuditService } from "./audit"
import type { ClockService } from "./clock"

export interface CreatePriceChartInput {
  readonly plan_id: string
  /** Any version of the same plan; absent begins blank (CHART-2). */
  readonly template_id?: string | null
  readonly actor: Actor
}

export interface ReplaceChartRowsInput {
  readonly id: string
  readonly rows: readonly ChartRowDraft[]
  readonly actor: Actor
}

export interface PriceChartInput {
  readonly id: string
  readonly actor: Actor
}

export interface FinalizePriceChartInput extends PriceChartInput {
  /** Those of the store; the plan's own come first (CHART-9). */
  readonly store_currency_codes: readonly string[]
}

/** What publishing did: the version that stood there before, or null. */
export interface Publication {
  readonly plan_id: string
  readonly chart_id: string
  readonly former_id: string | null
}

interface Dependencies {
  membershipPlanService: Store<"MembershipPlan">
  membershipPriceChartService: Store<"MembershipPriceChart">
  membershipChartRowService: Store<"MembershipChartRow">
  membershipClassificationService: Store<"MembershipClassification">
  auditService: AuditService
  clockService: ClockService
}

const PLAN = "membership_plan"

/** Versions of price charts (CHART-2, CHART-3). Every verb locks the plan first, so that they run one by one. */
export class ChartService {
  private readonly plans: Store<"MembershipPlan">
  private readonly charts: Store<"MembershipPriceChart">
  private readonly rows: Store<"MembershipChartRow">
  private readonly classifications: Store<"MembershipClassification">
  private readonly audit: AuditService
  private readonly clock: ClockService

  constructor(dependencies: Dependencies) {
    this.plans = dependencies.membershipPlanService
    this.charts = dependencies.membershipPriceChartService
    this.rows = dependencies.membershipChartRowService
    this.classifications = dependencies.membershipClassificationService
    this.audit = dependencies.auditService
    this.clock = dependencies.clockService
  }

  async create({ plan_id, template_id = null, actor }: CreatePriceChartInput, tx: Tx): Promise<string> {
    const audience = await this.lockPlan(plan_id, tx)
    const rows =
      template_id === null ? blankRows(audience) : await this.templateRows(template_id, plan_id, tx)
    const [latest] = await this.charts.list(
      { plan_id },
      { order: { version: "DESC" }, take: 1, withDeleted: true },
      tx
    )
    const version = (latest?.version ?? 0) + 1
    const { id } = await this.charts.create({ plan_id, version, template_id }, tx)
    await this.rows.create(fromRowDrafts(id, rows) as never, tx)
    const changes = { plan_id, version, template_id }
    await this.audit.record({ actor, action: "create-price-chart", subject: subject(id), changes }, tx)
    return id
  }

  /** @throws DomainError `chart_not_draft`, `chart_row_invalid`, `classification_unknown` */
  async replaceRows({ id, rows, actor }: ReplaceChartRowsInput, tx: Tx): Promise<void> {
    const { chart, audience } = await this.locked(id, tx)
    assertDraft(chart)
    assertDraftValid(rows, { audience })
    await this.assertClassificationsKnown(rows, tx)
    const former = await this.rows.list({ price_chart_id: id }, { select: ["id"] }, tx)
    await this.rows.delete(
      former.map((row) => row.id),
      tx
    )
    await this.rows.create(fromRowDrafts(id, rows) as never, tx)
    const changes = { rows }
    await this.audit.record({ actor, action: "update-price-chart", subject: subject(id), changes }, tx)
  }

  async delete({ id, actor }: PriceChartInput, tx: Tx): Promise<void> {
    const { chart } = await this.locked(id, tx)
    assertDraft(chart)
    await this.charts.softDelete([id], tx)
    const changes = { plan_id: chart.plan_id, version: chart.version }
    await this.audit.record({ actor, action: "delete-price-chart", subject: subject(id), changes }, tx)
  }

  /** @throws DomainError `chart_not_draft`, `chart_incomplete` with all findings */
  async finalize({ id, actor, store_currency_codes }: FinalizePriceChartInput, tx: Tx): Promise<string> {
    const { chart, audience, currency_codes } = await this.locked(id, tx)
    const changes = decideFinalize(chart)
    assertComplete(chart.rows, { audience, currency_codes: currency_codes ?? store_currency_codes })
    await this.apply(changes, tx)
    await this.audit.record({ actor, action: "finalize-price-chart", subject: subject(id) }, tx)
    return chart.plan_id
  }

  /** Publishing what is published already changes nothing. @throws DomainError `chart_not_finalized` */
  async publish({ id, actor }: PriceChartInput, tx: Tx): Promise<Publication> {
    const { chart } = await this.locked(id, tx)
    const published = await this.published(chart.plan_id, tx)
    const changes = decidePublish({ chart, published })
    await this.apply(changes, tx)
    const publication = { plan_id: chart.plan_id, chart_id: id, former_id: published?.id ?? null }
    if (changes.length) {
      const told = { former_id: publication.former_id }
      await this.audit.record(
        { actor, action: "publish-price-chart", subject: subject(id), changes: told },
        tx
      )
    }
    return publication
  }

  /** Puts the former version back, or none, after a later step of publishing failed. */
  async revertPublication(
    { plan_id, chart_id, former_id }: Publication,
    actor: Actor,
    tx: Tx
  ): Promise<void> {
    if (former_id === chart_id) return
    await this.lockPlan(plan_id, tx)
    const published = await this.published(plan_id, tx)
    if (published?.id !== chart_id) return
    await this.apply([{ id: chart_id, from: "published", to: "finalized" }], tx)
    if (former_id) await this.apply([{ id: former_id, from: "finalized", to: "published" }], tx)
    const changes = { former_id }
    await this.audit.record({ actor, action: "revert-publication", subject: subject(chart_id), changes }, tx)
  }

  private async apply(changes: readonly ChartStateChange[], tx: Tx): Promise<void> {
    const at = new Date(await this.clock.now(tx))
    for (const { id, from, to } of changes) {
      const times = to === "published" ? { published_at: at } : from === "draft" ? { finalized_at: at } : {}
      await this.charts.update({ id, state: to, ...times } as never, tx)
    }
  }

  private async locked(id: string, tx: Tx) {
    // Read past the transaction's cache of rows, which would hold the state from before the lock.
    const [known] = await execute<{ plan_id: string }>(
      tx,
      `select plan_id from membership_price_chart where id = ? and deleted_at is null`,
      [id]
    )
    if (!known) throw unknownChart(id)
    const audience = await this.lockPlan(known.plan_id, tx)
    const [row] = await this.charts.list({ id }, { relations: ["rows"] }, tx)
    if (!row) throw unknownChart(id)
    const [plan] = await this.plans.list({ id: known.plan_id }, {}, tx)
    return { chart: toPriceChart(row), audience, currency_codes: plan?.currency_codes ?? null }
  }

  private async lockPlan(plan_id: string, tx: Tx): Promise<PlanAudience> {
    const [plan] = (await lockRow(tx, PLAN, plan_id)) ? await this.plans.list({ id: plan_id }, {}, tx) : []
    if (plan) return plan.audience
    throw new DomainError("not_found", `There is no membership plan with the id ${plan_id}.`, { plan_id })
  }

  private async published(plan_id: string, tx: Tx): Promise<PriceChart | null> {
    const filter = { plan_id, state: "published" as const }
    const [row] = await this.charts.list(filter, { relations: ["rows"] }, tx)
    return row ? toPriceChart(row) : null
  }

  private async templateRows(
    template_id: string,
    plan_id: string,
    tx: Tx
  ): Promise<readonly ChartRowDraft[]> {
    const [template] = await this.charts.list({ id: template_id, plan_id }, { relations: ["rows"] }, tx)
    if (template) return toPriceChart(template).rows
    const message = `The plan has no price chart ${template_id} to copy from.`
    throw new DomainError("not_found", message, { field: "template_id", template_id })
  }

  private async assertClassificationsKnown(rows: readonly ChartRowDraft[], tx: Tx): Promise<void> {
    const ids = [...new Set(rows.flatMap(({ classification_id }) => classification_id ?? []))]
    if (!ids.length) return
    const known = new Set((await this.classifications.list({ id: ids }, {}, tx)).map(({ id }) => id))
    const unknown = rows.findIndex(
      ({ classification_id }) => classification_id && !known.has(classification_id)
    )
    const classification_id = rows[unknown]?.classification_id
    if (!classification_id) return
    throw new DomainError(
      "classification_unknown",
      `Row ${unknown + 1}: there is no classification with the id ${classification_id}.`,
      { row: unknown + 1, field: `rows.${unknown}.classification_id`, classification_id }
    )
  }
}

const subject = (id: string) => ({ type: "price-chart", id })

function unknownChart(id: string): DomainError {
  return new DomainError("not_found", `There is no price chart with the id ${id}.`, { id })
}

import { DomainError } from "../../../domain/errors"
import type { Classification } from "../../../domain/people/types"
import { type PriceChart, toPriceChart } from "../mapping/chart-rows"
import { type Plan, toPlan } from "../mapping/plans"
import type { Store, Tx } from "../types"
import type { CurrentTerms, PlanTermsService } from "./plan-terms"

/** Everything that selling a plan asks of the database, as plain data. */
export interface SalePlan {
  readonly plan: Plan
  /** null: the plan cannot be sold (CHART-1). */
  readonly published_chart: PriceChart | null
  readonly current_terms: CurrentTerms | null
  /** Those that the published chart names. */
  readonly classifications: readonly Classification[]
}

/** One plan, by its id or handle, or by the variant it is sold as. */
export type SalePlanRef = { readonly id_or_handle: string } | { readonly variant_id: string }

/** Several plans; unknown ids, and variants that are no plan, are left out of the answer. */
export type SalePlanFilter = { readonly ids: readonly string[] } | { readonly variant_ids: readonly string[] }

interface Dependencies {
  membershipPlanService: Store<"MembershipPlan">
  membershipPriceChartService: Store<"MembershipPriceChart">
  membershipClassificationService: Store<"MembershipClassification">
  planTermsService: PlanTermsService
}

/** What quotes, carts and shop windows read. Drafts and archived plans too: whether one sells is `sellability`'s to say. */
export class SalePlanService {
  private readonly plans: Store<"MembershipPlan">
  private readonly charts: Store<"MembershipPriceChart">
  private readonly classifications: Store<"MembershipClassification">
  private readonly terms: PlanTermsService

  constructor(dependencies: Dependencies) {
    this.plans = dependencies.membershipPlanService
    this.charts = dependencies.membershipPriceChartService
    this.classifications = dependencies.membershipClassificationService
    this.terms = dependencies.planTermsService
  }

  /** @throws DomainError `not_found` */
  async load(ref: SalePlanRef, tx: Tx): Promise<SalePlan> {
    const filter =
      "variant_id" in ref ? ref : { $or: [{ id: ref.id_or_handle }, { handle: ref.id_or_handle }] }
    const [plan] = (await this.plans.list(filter, {}, tx)).map(toPlan)
    if (!plan) throw new DomainError("not_found", "There is no such membership plan.", { ...ref })
    const [sale] = await this.complete([plan], tx)
    return sale!
  }

  async loadMany(filter: SalePlanFilter, tx: Tx): Promise<SalePlan[]> {
    const wanted = "ids" in filter ? { id: [...filter.ids] } : { variant_id: [...filter.variant_ids] }
    return this.complete((await this.plans.list(wanted, {}, tx)).map(toPlan), tx)
  }

  /** Versions in any state: a sold membership keeps its own for life (CHART-8). */
  async loadCharts(ids: readonly string[], tx: Tx): Promise<PriceChart[]> {
    const charts = await this.charts.list({ id: [...ids] }, { relations: ["rows"] }, tx)
    return charts.map(toPriceChart)
  }

  private async complete(plans: readonly Plan[], tx: Tx): Promise<SalePlan[]> {
    if (!plans.length) return []
    const plan_ids = plans.map((plan) => plan.id)
    const charts = await this.publishedCharts(plan_ids, tx)
    const terms = await this.terms.currentOf(plan_ids, tx)
    const named = [...charts.values()].flatMap((chart) => classificationIds(chart))
    const classifications = await this.classificationsOf(named, tx)
    return plans.map((plan) => {
      const published_chart = charts.get(plan.id) ?? null
      return {
        plan,
        published_chart,
        current_terms: terms.get(plan.id) ?? null,
        classifications: published_chart
          ? classificationIds(published_chart).flatMap((id) => classifications.get(id) ?? [])
          : [],
      }
    })
  }

  private async publishedCharts(plan_ids: string[], tx: Tx): Promise<Map<string, PriceChart>> {
    const filter = { plan_id: plan_ids, state: "published" as const }
    const charts = await this.charts.list(filter, { relations: ["rows"] }, tx)
    return new Map(charts.map((chart) => [chart.plan_id, toPriceChart(chart)]))
  }

  private async classificationsOf(ids: string[], tx: Tx): Promise<Map<string, Classification>> {
    if (!ids.length) return new Map()
    const rows = await this.classifications.list({ id: [...new Set(ids)] }, {}, tx)
    return new Map(
      rows.map(({ id, name, min_age, max_age, requires_proof }) => [
        id,
        { id, name, min_age, max_age, requires_proof },
      ])
    )
  }
}

function classificationIds(chart: PriceChart): string[] {
  return [...new Set(chart.rows.flatMap(({ classification_id }) => classification_id ?? []))]
}

import type { ChartRowDraft } from "../../../domain/charts/types"

export type LaterStep = "prices" | "finalize" | "publish" | "activate"

/** The server as far as making a plan needs it. */
export interface PlanMaker {
  createPlan: (body: Record<string, unknown>) => Promise<{ id: string; name: string }>
  /** A draft of the first version with its rows. @returns its id */
  createChart: (plan_id: string, rows: readonly ChartRowDraft[]) => Promise<string>
  finalize: (chart_id: string) => Promise<unknown>
  publish: (chart_id: string) => Promise<unknown>
  activate: (plan_id: string) => Promise<unknown>
}

export interface NewPlan {
  readonly body: Record<string, unknown>
  readonly rows: readonly ChartRowDraft[]
  readonly ending: "draft" | "sale"
}

export interface Made {
  readonly plan: { readonly id: string; readonly name: string }
  /** The first step after the plan that was refused; what was done before it stays. */
  readonly failed: { readonly step: LaterStep; readonly error: unknown } | null
}

/**
 * Makes the plan, then its prices, then puts it on sale. Only a plan that was not made throws: from then on nothing is
 * lost, and the plan's page shows what is missing.
 */
export async function createInSteps({ body, rows, ending }: NewPlan, maker: PlanMaker): Promise<Made> {
  const plan = await maker.createPlan(body)
  let step: LaterStep = "prices"
  try {
    if (rows.length === 0) return { plan, failed: null }
    const chart_id = await maker.createChart(plan.id, rows)
    if (ending === "draft") return { plan, failed: null }
    step = "finalize"
    await maker.finalize(chart_id)
    step = "publish"
    await maker.publish(chart_id)
    step = "activate"
    await maker.activate(plan.id)
    return { plan, failed: null }
  } catch (error) {
    return { plan, failed: { step, error } }
  }
}

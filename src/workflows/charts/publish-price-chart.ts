import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { SYSTEM } from "../../domain/actor"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { PriceChartInput } from "../../modules/membership/types"
import { syncPlanProductWorkflow } from "../plans/sync-plan-product"
import { ensureTaxClassesStep } from "./ensure-tax-classes"

const loadTaxRatesStep = createStep("membership-load-tax-rates", async (id: string, { container }) => {
  const [chart] = await container.resolve(MEMBERSHIP_MODULE).loadPriceCharts([id])
  return new StepResponse({ tax_rates: chart?.rows.flatMap(({ tax_rate }) => tax_rate ?? []) ?? [] })
})

const publishPriceChartStep = createStep(
  "membership-publish-price-chart",
  async (input: PriceChartInput, { container }) => {
    const publication = await container.resolve(MEMBERSHIP_MODULE).publishPriceChart(input)
    return new StepResponse(publication, publication)
  },
  async (publication, { container }) => {
    if (publication) await container.resolve(MEMBERSHIP_MODULE).revertPublication(publication, SYSTEM)
  }
)

/**
 * Makes a finalized version the one that prices new sales; the former returns to `finalized` (CHART-3). The
 * variant's prices follow (SALE-3).
 */
export const publishPriceChartWorkflow = createWorkflow(
  "membership-publish-price-chart",
  (input: PriceChartInput) => {
    ensureTaxClassesStep(loadTaxRatesStep(transform({ input }, ({ input: { id } }) => id)))
    const publication = publishPriceChartStep(input)
    syncPlanProductWorkflow.runAsStep({
      input: transform({ publication }, ({ publication: { plan_id } }) => ({ plan_id })),
    })
    const chart = transform({ publication }, ({ publication: { chart_id, plan_id } }) => ({
      id: chart_id,
      plan_id,
    }))
    emitEventStep({ eventName: "price-chart.published", data: chart })
    return new WorkflowResponse(chart)
  }
)

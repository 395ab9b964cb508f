import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { PriceChartInput } from "../../modules/membership/types"

const deletePriceChartStep = createStep(
  "membership-delete-price-chart",
  async (input: PriceChartInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).deletePriceChart(input)
    return new StepResponse({ id: input.id })
  }
)

/** Throws a draft away; finalized versions are kept for life (CHART-8). */
export const deletePriceChartWorkflow = createWorkflow(
  "membership-delete-price-chart",
  (input: PriceChartInput) => new WorkflowResponse(deletePriceChartStep(input))
)

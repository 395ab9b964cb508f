import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { ReplaceChartRowsInput } from "../../modules/membership/types"

const updatePriceChartStep = createStep(
  "membership-update-price-chart",
  async (input: ReplaceChartRowsInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).replaceChartRows(input)
    return new StepResponse({ id: input.id })
  }
)

/** Replaces all rows of a draft (CHART-4). */
export const updatePriceChartWorkflow = createWorkflow(
  "membership-update-price-chart",
  (input: ReplaceChartRowsInput) => new WorkflowResponse(updatePriceChartStep(input))
)

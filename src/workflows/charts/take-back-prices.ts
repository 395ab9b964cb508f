import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { TakeBackPricesInput } from "../../modules/membership/types"

const takeBackPricesStep = createStep(
  "membership-take-back-prices",
  async (input: TakeBackPricesInput, { container }) =>
    new StepResponse({ membership_ids: await container.resolve(MEMBERSHIP_MODULE).takeBackPrices(input) })
)

/** Leaves memberships on their version after all, until the period of their move begins; who pays is told (CHART-10). */
export const takeBackPricesWorkflow = createWorkflow(
  "membership-take-back-prices",
  (input: TakeBackPricesInput) => {
    return new WorkflowResponse(takeBackPricesStep(input))
  }
)

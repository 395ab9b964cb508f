import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { TakeBackPricesInput } from "../../modules/membership/types"
import { tellPriceChangesWorkflow } from "../notices/tell-price-changes"

const takeBackPricesStep = createStep(
  "membership-take-back-prices",
  async (input: TakeBackPricesInput, { container }) =>
    new StepResponse({ membership_ids: await container.resolve(MEMBERSHIP_MODULE).takeBackPrices(input) })
)

/** Leaves memberships on their version after all, until the period of their move begins; who pays is told (CHART-10). */
export const takeBackPricesWorkflow = createWorkflow(
  "membership-take-back-prices",
  (input: TakeBackPricesInput) => {
    const taken_back = takeBackPricesStep(input)
    tellPriceChangesWorkflow.runAsStep({ input: {} })
    return new WorkflowResponse(taken_back)
  }
)

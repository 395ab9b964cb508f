import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { SetLocationInput } from "../../modules/membership/types"
import { requireStockLocationStep } from "./steps/require-stock-location"

const setLocationStep = createStep(
  "membership-set-location",
  async (input: SetLocationInput, { container }) => {
    const id = await container.resolve(MEMBERSHIP_MODULE).setLocation(input)
    return new StepResponse({ id }, id)
  }
)

/** Gives a stock location its time zone and opening hours. Answers the id. */
export const setLocationWorkflow = createWorkflow("membership-set-location", (input: SetLocationInput) => {
  requireStockLocationStep(input)
  return new WorkflowResponse(setLocationStep(input))
})

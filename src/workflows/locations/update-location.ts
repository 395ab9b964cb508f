import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { UpdateLocationInput } from "../../modules/membership/types"

const updateLocationStep = createStep(
  "membership-update-location",
  async (input: UpdateLocationInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).updateLocation(input)
    return new StepResponse({ id: input.id })
  }
)

/** Changes time zone, opening hours or default of a branch. */
export const updateLocationWorkflow = createWorkflow(
  "membership-update-location",
  (input: UpdateLocationInput) => new WorkflowResponse(updateLocationStep(input))
)

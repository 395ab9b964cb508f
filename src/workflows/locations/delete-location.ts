import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { DeleteLocationInput } from "../../modules/membership/types"

const deleteLocationStep = createStep(
  "membership-delete-location",
  async (input: DeleteLocationInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).deleteLocation(input)
    return new StepResponse({ id: input.id })
  }
)

/** Takes away what the studio knew of a branch; its stock location stays. */
export const deleteLocationWorkflow = createWorkflow(
  "membership-delete-location",
  (input: DeleteLocationInput) => new WorkflowResponse(deleteLocationStep(input))
)

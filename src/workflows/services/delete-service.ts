import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { DeleteServiceInput } from "../../modules/membership/types"

const deleteServiceStep = createStep(
  "membership-delete-service",
  async (input: DeleteServiceInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).deleteService(input)
    return new StepResponse({ id: input.id })
  }
)

/** Takes away a service that nothing names; others are archived. */
export const deleteServiceWorkflow = createWorkflow(
  "membership-delete-service",
  (input: DeleteServiceInput) => new WorkflowResponse(deleteServiceStep(input))
)

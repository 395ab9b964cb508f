import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { UpdateDependentInput } from "../../modules/membership/types"

const updateDependentStep = createStep(
  "membership-update-dependent",
  async (input: UpdateDependentInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).updateDependent(input)
    return new StepResponse({ id: input.id })
  }
)

/** A guardian changes somebody of their household. */
export const updateDependentWorkflow = createWorkflow(
  "membership-update-dependent",
  (input: UpdateDependentInput) => new WorkflowResponse(updateDependentStep(input))
)

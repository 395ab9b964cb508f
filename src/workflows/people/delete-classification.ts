import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { DeleteClassificationInput } from "../../modules/membership/types"

const deleteClassificationStep = createStep(
  "membership-delete-classification",
  async (input: DeleteClassificationInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).deleteClassification(input)
    return new StepResponse({ id: input.id })
  }
)

/** Takes away a category that no price chart names. */
export const deleteClassificationWorkflow = createWorkflow(
  "membership-delete-classification",
  (input: DeleteClassificationInput) => new WorkflowResponse(deleteClassificationStep(input))
)

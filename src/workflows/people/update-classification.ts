import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { UpdateClassificationInput } from "../../modules/membership/types"

const updateClassificationStep = createStep(
  "membership-update-classification",
  async (input: UpdateClassificationInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).updateClassification(input)
    return new StepResponse({ id: input.id })
  }
)

/** Changes a category of person; an age range that excludes nobody's rule is refused (PEOPLE-3). */
export const updateClassificationWorkflow = createWorkflow(
  "membership-update-classification",
  (input: UpdateClassificationInput) => new WorkflowResponse(updateClassificationStep(input))
)

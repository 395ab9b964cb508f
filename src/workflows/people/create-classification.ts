import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SYSTEM } from "../../domain/actor"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { CreateClassificationInput } from "../../modules/membership/types"

const createClassificationStep = createStep(
  "membership-create-classification",
  async (input: CreateClassificationInput, { container }) => {
    const id = await container.resolve(MEMBERSHIP_MODULE).createClassification(input)
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (id) await container.resolve(MEMBERSHIP_MODULE).deleteClassification({ id, actor: SYSTEM })
  }
)

/** Adds a category of person (PEOPLE-3). Answers its id. */
export const createClassificationWorkflow = createWorkflow(
  "membership-create-classification",
  (input: CreateClassificationInput) => new WorkflowResponse(createClassificationStep(input))
)

import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { DeleteHouseholdInput } from "../../modules/membership/types"

const deleteHouseholdStep = createStep(
  "membership-delete-household",
  async (input: DeleteHouseholdInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).deleteHousehold(input)
    return new StepResponse({ id: input.id })
  }
)

/** Dissolves a household; its members stay. */
export const deleteHouseholdWorkflow = createWorkflow(
  "membership-delete-household",
  (input: DeleteHouseholdInput) => new WorkflowResponse(deleteHouseholdStep(input))
)

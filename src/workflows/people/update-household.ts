import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { UpdateHouseholdInput } from "../../modules/membership/types"

const updateHouseholdStep = createStep(
  "membership-update-household",
  async (input: UpdateHouseholdInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).updateHousehold(input)
    return new StepResponse({ id: input.id })
  }
)

/** Renames a household, or says anew who lives there and who its guardians are (PEOPLE-2). */
export const updateHouseholdWorkflow = createWorkflow(
  "membership-update-household",
  (input: UpdateHouseholdInput) => new WorkflowResponse(updateHouseholdStep(input))
)

import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SYSTEM } from "../../domain/actor"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { CreateHouseholdInput } from "../../modules/membership/types"

const createHouseholdStep = createStep(
  "membership-create-household",
  async (input: CreateHouseholdInput, { container }) => {
    const id = await container.resolve(MEMBERSHIP_MODULE).createHousehold(input)
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (id) await container.resolve(MEMBERSHIP_MODULE).deleteHousehold({ id, actor: SYSTEM })
  }
)

/** Makes a household of guardians and members (PEOPLE-2). Answers its id. */
export const createHouseholdWorkflow = createWorkflow(
  "membership-create-household",
  (input: CreateHouseholdInput) => new WorkflowResponse(createHouseholdStep(input))
)

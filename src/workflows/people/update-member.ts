import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { UpdateMemberInput } from "../../modules/membership/types"
import { requireCustomerStep } from "./steps/require-customer"

const updateMemberStep = createStep(
  "membership-update-member",
  async (input: UpdateMemberInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).updateMember(input)
    return new StepResponse({ id: input.id })
  }
)

/** Changes a member, links a customer, or places them in a household. */
export const updateMemberWorkflow = createWorkflow("membership-update-member", (input: UpdateMemberInput) => {
  requireCustomerStep(input)
  return new WorkflowResponse(updateMemberStep(input))
})

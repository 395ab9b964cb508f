import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { DeleteMemberInput } from "../../modules/membership/types"

const deleteMemberStep = createStep(
  "membership-delete-member",
  async (input: DeleteMemberInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).deleteMember(input)
    return new StepResponse({ id: input.id })
  }
)

/** Takes away a member who holds no seat. */
export const deleteMemberWorkflow = createWorkflow(
  "membership-delete-member",
  (input: DeleteMemberInput) => new WorkflowResponse(deleteMemberStep(input))
)

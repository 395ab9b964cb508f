import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { RevokeInvitationInput } from "../../modules/membership/types"

const revokeInvitationStep = createStep(
  "membership-revoke-invitation",
  async (input: RevokeInvitationInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).revokeInvitation(input)
    return new StepResponse({ id: input.id })
  }
)

/** Takes an invitation back until it is accepted. */
export const revokeInvitationWorkflow = createWorkflow(
  "membership-revoke-invitation",
  (input: RevokeInvitationInput) => new WorkflowResponse(revokeInvitationStep(input))
)

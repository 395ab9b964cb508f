import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { RevokeAccessCodeInput } from "../../modules/membership/types"

const revokeAccessCodeStep = createStep(
  "membership-revoke-access-code",
  async (input: RevokeAccessCodeInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).revokeAccessCode(input)
    return new StepResponse({ id: input.id })
  }
)

/** A card, or a rotating code, is taken no more. */
export const revokeAccessCodeWorkflow = createWorkflow(
  "membership-revoke-access-code",
  (input: RevokeAccessCodeInput) => new WorkflowResponse(revokeAccessCodeStep(input))
)

import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { MemberCodeInput } from "../../modules/membership/types"

const renewRotatingCodeStep = createStep(
  "membership-renew-rotating-code",
  async (input: MemberCodeInput, { container }) => {
    return new StepResponse(await container.resolve(MEMBERSHIP_MODULE).renewRotatingCode(input))
  }
)

/** Gives a member another rotating code; those shown before are revoked (ACCESS-7). */
export const renewRotatingCodeWorkflow = createWorkflow(
  "membership-renew-rotating-code",
  (input: MemberCodeInput) => new WorkflowResponse(renewRotatingCodeStep(input))
)

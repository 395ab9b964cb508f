import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { ChangeFrontDeskDeviceInput } from "../../modules/membership/types"

const revokeDeviceStep = createStep(
  "membership-revoke-front-desk-device",
  async (input: ChangeFrontDeskDeviceInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).revokeFrontDeskDevice(input)
    return new StepResponse({ id: input.id })
  }
)

/** Takes a device its access; it opens nothing any more. */
export const revokeDeviceWorkflow = createWorkflow(
  "membership-revoke-front-desk-device",
  (input: ChangeFrontDeskDeviceInput) => new WorkflowResponse(revokeDeviceStep(input))
)

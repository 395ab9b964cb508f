import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { ChangeFrontDeskDeviceInput } from "../../modules/membership/types"

const renewDeviceStep = createStep(
  "membership-renew-front-desk-device",
  async (input: ChangeFrontDeskDeviceInput, { container }) => {
    return new StepResponse(await container.resolve(MEMBERSHIP_MODULE).renewFrontDeskDevice(input))
  }
)

/** Gives a device another token; the one before stops. Answers what the token names. */
export const renewDeviceWorkflow = createWorkflow(
  "membership-renew-front-desk-device",
  (input: ChangeFrontDeskDeviceInput) => new WorkflowResponse(renewDeviceStep(input))
)

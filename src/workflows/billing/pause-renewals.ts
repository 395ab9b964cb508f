import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { PauseRenewalsInput } from "../../modules/membership/types"

const pauseRenewalsStep = createStep(
  "membership-pause-renewals",
  async (input: PauseRenewalsInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).pauseRenewals(input)
    return new StepResponse({ id: "studio" })
  }
)

/** From now on no money is asked for; charges are made, and what may have been taken is looked up (BILL-8). */
export const pauseRenewalsWorkflow = createWorkflow(
  "membership-pause-renewals",
  (input: PauseRenewalsInput) => {
    const paused = pauseRenewalsStep(input)
    emitEventStep({ eventName: "membership.renewals_paused", data: paused })
    return new WorkflowResponse(paused)
  }
)

import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { Actor } from "../../domain/actor"
import { MEMBERSHIP_MODULE } from "../../modules/membership"

interface ContinueRenewalsInput {
  readonly actor: Actor
}

const continueRenewalsStep = createStep(
  "membership-continue-renewals",
  async (input: ContinueRenewalsInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).continueRenewals(input)
    return new StepResponse({ id: "studio" })
  }
)

/** Renewals go on: whatever became due meanwhile is charged, once, by the next run (BILL-8). */
export const continueRenewalsWorkflow = createWorkflow(
  "membership-continue-renewals",
  (input: ContinueRenewalsInput) => {
    const running = continueRenewalsStep(input)
    emitEventStep({ eventName: "membership.renewals_continued", data: running })
    return new WorkflowResponse(running)
  }
)

import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { AdjustClockInput } from "../../modules/membership/types"

const adjustClockStep = createStep(
  "membership-adjust-clock",
  async (input: AdjustClockInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).adjustStudioClock(input)
    return new StepResponse({ id: "studio" })
  }
)

/** Freezes, advances or releases the clock of a development or demo studio (TIME-5). */
export const adjustClockWorkflow = createWorkflow(
  "membership-adjust-clock",
  (input: AdjustClockInput) => new WorkflowResponse(adjustClockStep(input))
)

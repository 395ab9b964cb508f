import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"

const BATCH = 200

/** Each batch is a commit of its own: a run that dies leaves the rest to the next one. */
const settleCreditsStep = createStep("membership-settle-credits", async (_: object, { container }) => {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  let settled = 0
  for (let batch = 1; batch > 0; settled += batch) batch = await membership.settleCredits(BATCH)
  return new StepResponse(settled)
})

/**
 * Writes down what time has done to credits: expired, rolled over, ended with their seat (CREDIT-5). As late, as often
 * and in as many workers as it comes; what is usable does not wait for it.
 */
export const settleCreditsWorkflow = createWorkflow("membership-settle-credits", () => {
  const settled = settleCreditsStep()
  return new WorkflowResponse(settled)
})

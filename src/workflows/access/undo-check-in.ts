import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { UndoVisitInput } from "../../modules/membership/types"

const undoVisitStep = createStep("membership-undo-visit", async (input: UndoVisitInput, { container }) => {
  await container.resolve(MEMBERSHIP_MODULE).undoVisit(input)
  return new StepResponse({ id: input.id })
})

/** A check-in that should not have been: what it took goes back to where it came from (ACCESS-5, CREDIT-9). */
export const undoCheckInWorkflow = createWorkflow("membership-undo-check-in", (input: UndoVisitInput) => {
  const undone = undoVisitStep(input)
  emitEventStep({ eventName: "membership.check_in_undone", data: undone })
  return new WorkflowResponse(undone)
})

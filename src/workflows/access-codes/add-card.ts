import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { AddCardInput } from "../../modules/membership/types"

const addCardStep = createStep("membership-add-card", async (input: AddCardInput, { container }) => {
  const id = await container.resolve(MEMBERSHIP_MODULE).addCard(input)
  return new StepResponse({ id })
})

/** Gives a member a card to scan (ACCESS-7). Answers its id. */
export const addCardWorkflow = createWorkflow(
  "membership-add-card",
  (input: AddCardInput) => new WorkflowResponse(addCardStep(input))
)

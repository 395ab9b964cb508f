import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { AddProofInput } from "../../modules/membership/types"

const addProofStep = createStep("membership-add-proof", async (input: AddProofInput, { container }) => {
  const id = await container.resolve(MEMBERSHIP_MODULE).addProof(input)
  return new StepResponse({ id }, id)
})

/** Records what staff saw that proves a classification (PEOPLE-3). Answers its id. */
export const addProofWorkflow = createWorkflow(
  "membership-add-proof",
  (input: AddProofInput) => new WorkflowResponse(addProofStep(input))
)

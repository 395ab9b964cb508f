import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { RemoveProofInput } from "../../modules/membership/types"

const removeProofStep = createStep(
  "membership-remove-proof",
  async (input: RemoveProofInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).removeProof(input)
    return new StepResponse({ id: input.id })
  }
)

/** Takes back a proof. */
export const removeProofWorkflow = createWorkflow(
  "membership-remove-proof",
  (input: RemoveProofInput) => new WorkflowResponse(removeProofStep(input))
)

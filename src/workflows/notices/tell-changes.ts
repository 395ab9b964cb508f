import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { ChangesToTellInput } from "../../modules/membership/types"
import { putIntoFeedStep } from "../steps/put-into-feed"
import { changeNotice } from "./notice-texts"

const findChangesStep = createStep(
  "membership-find-changes-to-tell",
  async (input: ChangesToTellInput, { container }) => {
    const changes = await container.resolve(MEMBERSHIP_MODULE).changesToTell(input)
    return new StepResponse(changes.map(changeNotice))
  }
)

/** Tells staff of cancellations by customers and of seats left empty, each once (CANCEL-3, SEAT-6). */
export const tellChangesWorkflow = createWorkflow("membership-tell-changes", (input: ChangesToTellInput) => {
  const notices = findChangesStep(input)
  putIntoFeedStep(notices)
  return new WorkflowResponse(notices)
})

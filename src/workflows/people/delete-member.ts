import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { EraseMemberInput, Erasure } from "../../modules/membership/types"
import { changesOf } from "./changes-of"

/** One transaction, after which nothing follows but the announcement. */
const deleteMemberStep = createStep(
  "membership-delete-member",
  async (input: EraseMemberInput, { container }) =>
    new StepResponse(await container.resolve(MEMBERSHIP_MODULE).eraseMember(input))
)

/**
 * Deletes anybody: their seats end or stay empty, their household, proofs and invitations go, and their name gives way
 * in a history that stays (PEOPLE-6, SAFE-2). With `preview` it tells that and writes nothing.
 */
export const deleteMemberWorkflow = createWorkflow("membership-delete-member", (input: EraseMemberInput) => {
  const erasure = deleteMemberStep(input)
  when({ input }, ({ input: { preview } }) => !preview).then(() => {
    const data = transform(erasure, (of: Erasure) => changesOf(of, "person_deleted"))
    emitEventStep({ eventName: "membership.changed", data })
  })
  return new WorkflowResponse(erasure)
})

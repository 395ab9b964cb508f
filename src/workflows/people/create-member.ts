import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SYSTEM } from "../../domain/actor"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { CreateMemberInput } from "../../modules/membership/types"
import { requireCustomerStep } from "./steps/require-customer"

const createMemberStep = createStep(
  "membership-create-member",
  async (input: CreateMemberInput, { container }) => {
    const id = await container.resolve(MEMBERSHIP_MODULE).createMember(input)
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (id) await container.resolve(MEMBERSHIP_MODULE).eraseMember({ id, actor: SYSTEM, preview: false })
  }
)

/** Adds a person who can hold a seat (PEOPLE-1). Answers their id. */
export const createMemberWorkflow = createWorkflow("membership-create-member", (input: CreateMemberInput) => {
  requireCustomerStep(input)
  return new WorkflowResponse(createMemberStep(input))
})

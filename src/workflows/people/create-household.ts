import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SYSTEM } from "../../domain/actor"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { CreateHouseholdInput } from "../../modules/membership/types"

const createHouseholdStep = createStep(
  "membership-create-household",
  async (input: CreateHouseholdInput, { container }) => {
    const id = await container.resolve(MEMBERSHIP_MODULE).createHousehold(input)
    return new StepResponse({ id }, { id, known: [...input.guardian_ids, ...(input.member_ids ?? [])] })
  },
  async (made, { container }) => {
    if (!made) return
    const membership = container.resolve(MEMBERSHIP_MODULE)
    const members = await membership.listMembershipMembers({ household_id: made.id }, { select: ["id"] })
    await membership.deleteHousehold({ id: made.id, actor: SYSTEM })
    for (const { id } of members) {
      if (!made.known.includes(id)) await membership.eraseMember({ id, actor: SYSTEM, preview: false })
    }
  }
)

/** Makes a household of guardians and members (PEOPLE-2). Answers its id. */
export const createHouseholdWorkflow = createWorkflow(
  "membership-create-household",
  (input: CreateHouseholdInput) => new WorkflowResponse(createHouseholdStep(input))
)

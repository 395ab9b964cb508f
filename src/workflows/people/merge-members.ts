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
import type { Merge, MergeMembersInput } from "../../modules/membership/types"
import { changesOf } from "./changes-of"
import { namedCustomers } from "./named-customers"

export type MergeMembersOf = Omit<MergeMembersInput, "named">

/** One transaction, after which nothing follows but the announcement. */
const mergeMembersStep = createStep(
  "membership-merge-members",
  async (input: MergeMembersOf, { container }) => {
    const membership = container.resolve(MEMBERSHIP_MODULE)
    const [stays] = await membership.listMembershipMembers({ id: input.into_member_id })
    const named = await namedCustomers(container, stays?.customer_id ? [stays.customer_id] : [])
    return new StepResponse(await membership.mergeMembers({ ...input, named }))
  }
)

/**
 * One person who is there twice: the seats, visits, proofs and codes of the duplicate, what its account bought and owes, and
 * its place in the household are whose stays; its name gives way in a history that stays (BILL-11, SEAT-3). With `preview`
 * it tells that and writes nothing.
 */
export const mergeMembersWorkflow = createWorkflow("membership-merge-members", (input: MergeMembersOf) => {
  const merge = mergeMembersStep(input)
  when({ input }, ({ input: { preview } }) => !preview).then(() => {
    const data = transform(merge, (of: Merge) => changesOf(of, "people_merged"))
    emitEventStep({ eventName: "membership.changed", data })
  })
  return new WorkflowResponse(merge)
})

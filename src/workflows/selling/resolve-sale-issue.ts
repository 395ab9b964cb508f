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
import type { ResolveSaleIssueInput } from "../../modules/membership/types"
import { settleOrderWorkflow } from "./settle-order"

const resolveSaleIssueStep = createStep(
  "membership-resolve-sale-issue",
  async (input: ResolveSaleIssueInput, { container }) => {
    const { id, order_id, membership_id } = await container.resolve(MEMBERSHIP_MODULE).resolveSaleIssue(input)
    return new StepResponse({ id, order_id, membership_id })
  }
)

/**
 * Staff decide about a sale that waits for them (SALE-5). Approved, it becomes active once it is paid; dismissed, its
 * membership is void. The decision stands when the second half fails: the sweep brings the membership in step.
 */
export const resolveSaleIssueWorkflow = createWorkflow(
  "membership-resolve-sale-issue",
  (input: ResolveSaleIssueInput) => {
    const issue = resolveSaleIssueStep(input)
    const settle = transform({ issue, input }, ({ issue: { order_id }, input: { actor } }) => ({
      order_id,
      actor,
    }))
    when("approved", input, ({ action }) => action === "approve").then(() => {
      settleOrderWorkflow.runAsStep({ input: settle })
    })
    const voided = transform(
      { issue, input },
      ({ issue: { membership_id: id, order_id }, input: { action } }) =>
        action === "dismiss" && id ? [{ id, order_id }] : []
    )
    emitEventStep({ eventName: "membership.voided", data: voided }).config({ name: "emit-dismissed" })
    return new WorkflowResponse(issue)
  }
)

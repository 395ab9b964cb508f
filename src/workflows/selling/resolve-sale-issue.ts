import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { isVoiding } from "../../domain/selling/issue-resolutions"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { ResolveSaleIssueInput } from "../../modules/membership/types"
import { settleOrderWorkflow } from "./settle-order"

const resolveSaleIssueStep = createStep(
  "membership-resolve-sale-issue",
  async (input: ResolveSaleIssueInput, { container }) =>
    new StepResponse(await container.resolve(MEMBERSHIP_MODULE).resolveSaleIssue(input))
)

/**
 * Staff decide about a sale that waits for them: one that should not have been (SALE-5), or whose money was given back
 * (SALE-8). With `preview` it tells what the decision does. The decision stands when the second half fails: the sweep
 * brings the membership in step.
 */
export const resolveSaleIssueWorkflow = createWorkflow(
  "membership-resolve-sale-issue",
  (input: ResolveSaleIssueInput) => {
    const issue = resolveSaleIssueStep(input)
    when({ input }, ({ input: { preview } }) => !preview).then(() => {
      const events = transform(
        { issue, input },
        ({ issue: { membership_id: id, order_id, seat_ids }, input: { action } }) => ({
          voided: id && isVoiding(action) ? [{ id, order_id }] : [],
          changed: id && seat_ids.length ? [{ id, verb: "cancel", seat_ids }] : [],
        })
      )
      emitEventStep({ eventName: "membership.voided", data: events.voided }).config({
        name: "emit-dismissed",
      })
      emitEventStep({ eventName: "membership.changed", data: events.changed }).config({
        name: "emit-changed",
      })
    })
    when("may-go-on", { input }, ({ input: { preview, action } }) => !preview && !isVoiding(action)).then(
      () => {
        const settle = transform({ issue, input }, ({ issue: { order_id }, input: { actor } }) => ({
          order_id,
          actor,
        }))
        settleOrderWorkflow.runAsStep({ input: settle })
      }
    )
    return new WorkflowResponse(issue)
  }
)

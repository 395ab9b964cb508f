import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { TakeBackPlanChangeInput } from "../../modules/membership/types"

/** Nothing follows that could fail but the announcement, so that there is nothing to take back. */
const takeBackPlanChangeStep = createStep(
  "membership-take-back-plan-change",
  async (input: TakeBackPlanChangeInput, { container }) =>
    new StepResponse(await container.resolve(MEMBERSHIP_MODULE).takeBackPlanChange(input))
)

/** A planned change of plan waits no more: the membership stays on its plan (BILL-10). Answers with the change's id. */
export const takeBackPlanChangeWorkflow = createWorkflow(
  "membership-take-back-plan-change",
  (input: TakeBackPlanChangeInput) => {
    const id = takeBackPlanChangeStep(input)
    const data = transform({ input }, ({ input: { membership_id } }) => ({
      ...{ id: membership_id, verb: "take_back_plan_change", seat_ids: [] as string[] },
    }))
    emitEventStep({ eventName: "membership.changed", data })
    return new WorkflowResponse(id)
  }
)

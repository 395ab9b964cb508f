import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { SYSTEM } from "../../domain/actor"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { CategorizePlansInput } from "../../modules/membership/types"

const categorizePlansStep = createStep(
  "membership-categorize-plans",
  async (input: CategorizePlansInput, { container }) => {
    const former = await container.resolve(MEMBERSHIP_MODULE).categorizePlans(input)
    return new StepResponse({ ids: [...input.ids] }, former)
  },
  async (former, { container }) => {
    const membership = container.resolve(MEMBERSHIP_MODULE)
    for (const { id, revenue_category } of former ?? []) {
      await membership.categorizePlans({ ids: [id], revenue_category, actor: SYSTEM })
    }
  }
)

/** Sets the revenue category of many plans, all or none (PLAN-16). */
export const categorizePlansWorkflow = createWorkflow(
  "membership-categorize-plans",
  (input: CategorizePlansInput) => {
    const plans = categorizePlansStep(input)
    emitEventStep({
      eventName: "membership-plan.updated",
      data: transform({ plans }, ({ plans: { ids } }) => ids.map((id) => ({ id }))),
    })
    return new WorkflowResponse(plans)
  }
)

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
import type { UpdatePlanInput } from "../../modules/membership/types"
import { checkReferencesStep } from "./steps/check-references"
import { syncPlanProductWorkflow } from "./sync-plan-product"

const updatePlanStep = createStep(
  "membership-update-plan",
  async (input: UpdatePlanInput, { container }) => {
    const fields = await container.resolve(MEMBERSHIP_MODULE).updatePlan(input)
    return new StepResponse({ id: input.id }, { id: input.id, fields })
  },
  async (former, { container }) => {
    if (former) await container.resolve(MEMBERSHIP_MODULE).revertPlan({ ...former, actor: SYSTEM })
  }
)

/** Changes a plan; its product, the variant and the variant's prices follow. Memberships already sold do not change. */
export const updatePlanWorkflow = createWorkflow("membership-update-plan", (input: UpdatePlanInput) => {
  checkReferencesStep(transform({ input }, ({ input: { fields } }) => fields))
  const plan = updatePlanStep(input)
  syncPlanProductWorkflow.runAsStep({ input: transform({ plan }, ({ plan: { id } }) => ({ plan_id: id })) })
  emitEventStep({ eventName: "membership-plan.updated", data: plan })
  return new WorkflowResponse(plan)
})

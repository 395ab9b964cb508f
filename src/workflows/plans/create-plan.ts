import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { type Actor, SYSTEM } from "../../domain/actor"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { CreatePlanInput, NewPlanFields } from "../../modules/membership/types"
import { providePlanVariantWorkflow } from "./provide-plan-variant"
import { checkReferencesStep } from "./steps/check-references"

export interface CreatePlanWorkflowInput {
  readonly fields: NewPlanFields
  /** A product to become a further variant of. */
  readonly product_id?: string | null
  /** A variant to be sold as; it stays as it is. */
  readonly variant_id?: string | null
  readonly actor: Actor
}

const preparePlanStep = createStep(
  "membership-prepare-plan",
  async ({ fields, variant_id = null }: CreatePlanWorkflowInput, { container }) =>
    new StepResponse(await container.resolve(MEMBERSHIP_MODULE).preparePlan(fields, variant_id))
)

const createPlanStep = createStep(
  "membership-create-plan",
  async (input: CreatePlanInput, { container }) => {
    const id = await container.resolve(MEMBERSHIP_MODULE).createPlan(input)
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (id) await container.resolve(MEMBERSHIP_MODULE).deletePlan({ id, actor: SYSTEM })
  }
)

/** Adds a plan and, unless one was chosen, the product it is sold as (PLAN-1, PLAN-2). Answers the plan's id. */
export const createPlanWorkflow = createWorkflow(
  "membership-create-plan",
  (input: CreatePlanWorkflowInput) => {
    checkReferencesStep(transform({ input }, ({ input: { fields } }) => fields))
    const definition = preparePlanStep(input)
    const variant = providePlanVariantWorkflow.runAsStep({
      input: transform(
        { input, definition },
        ({ input: { fields, product_id, variant_id }, definition }) => ({
          definition,
          is_active: fields.status === "active",
          product_id: product_id ?? null,
          variant_id: variant_id ?? null,
        })
      ),
    })
    const plan = createPlanStep(
      transform({ input, definition, variant }, ({ input: { fields, actor }, definition, variant }) => ({
        ...variant,
        fields: { ...fields, handle: definition.handle },
        actor,
      }))
    )
    emitEventStep({ eventName: "membership-plan.created", data: plan })
    return new WorkflowResponse(plan)
  }
)

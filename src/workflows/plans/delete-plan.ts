import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  deleteProductsWorkflow,
  deleteProductVariantsWorkflow,
  emitEventStep,
} from "@medusajs/medusa/core-flows"
import { SYSTEM } from "../../domain/actor"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { DeletePlanInput } from "../../modules/membership/types"
import { setVariantPricesStep } from "./steps/set-variant-prices"
import { syncPlanProductWorkflow } from "./sync-plan-product"

/** What goes with a plan: its own product, its variant of a product of ours, or of a shop's product only the price. */
interface Removal {
  readonly id: string
  readonly variant_id: string
  readonly product_ids: string[]
  readonly variant_ids: string[]
  /** Another plan of the same product, which follows it from now on. */
  readonly heir_id: string | null
}

const deletePlanStep = createStep(
  "membership-delete-plan",
  async (input: DeletePlanInput, { container }) => {
    const membership = container.resolve(MEMBERSHIP_MODULE)
    const plan = await membership.deletePlan(input)
    const others = await membership.plansOfProduct(plan.product_id)
    const [heir] = others
    const ours = plan.owns_product || others.some((other) => other.owns_product)
    const removal: Removal = {
      id: plan.id,
      variant_id: plan.variant_id,
      product_ids: plan.owns_product && !heir ? [plan.product_id] : [],
      variant_ids: ours && heir ? [plan.variant_id] : [],
      heir_id: heir?.id ?? null,
    }
    return new StepResponse(removal, input.id)
  },
  async (id, { container }) => {
    if (id) await container.resolve(MEMBERSHIP_MODULE).restorePlan({ id, actor: SYSTEM })
  }
)

/** Takes away a plan that nobody ever bought (PLAN-14), with what was made for it. */
export const deletePlanWorkflow = createWorkflow("membership-delete-plan", (input: DeletePlanInput) => {
  const removal = deletePlanStep(input)
  setVariantPricesStep(transform({ removal }, ({ removal: { variant_id } }) => ({ variant_id, prices: [] })))
  when({ removal }, (data) => data.removal.product_ids.length > 0).then(() =>
    deleteProductsWorkflow.runAsStep({ input: { ids: removal.product_ids } })
  )
  when({ removal }, (data) => data.removal.variant_ids.length > 0).then(() =>
    deleteProductVariantsWorkflow.runAsStep({ input: { ids: removal.variant_ids } })
  )
  when({ removal }, (data) => data.removal.heir_id !== null).then(() =>
    syncPlanProductWorkflow.runAsStep({
      input: transform({ removal }, ({ removal: { heir_id } }) => ({ plan_id: heir_id ?? "" })),
    })
  )
  const plan = transform({ removal }, ({ removal: { id } }) => ({ id }))
  emitEventStep({ eventName: "membership-plan.deleted", data: plan })
  return new WorkflowResponse(plan)
})

import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { ChangeChargeInput } from "../../modules/membership/types"
import { collectCharges } from "./collect-charges"
import { taxAll } from "./work-on-charges"

/** Nothing follows that has to take it back: what is settled stays settled (BILL-1). */
const changeChargeStep = createStep(
  "membership-change-charge",
  async (input: ChangeChargeInput, { container }) => {
    await taxAll(container)
    return new StepResponse(await container.resolve(MEMBERSHIP_MODULE).changeCharge(input))
  }
)

const collectChargeStep = createStep(
  "membership-collect-charge",
  async ({ charge_id }: { readonly charge_id: string }, { container }) => {
    await collectCharges(container, charge_id)
    return new StepResponse()
  }
)

/**
 * Staff retry a charge, record its payment or let it off (BILL-3, BILL-6). With `preview` it tells the effects and
 * writes nothing. A retry is worked on before it answers; should that be cut short, the next worker goes on.
 */
export const changeChargeWorkflow = createWorkflow("membership-change-charge", (input: ChangeChargeInput) => {
  const changed = changeChargeStep(input)
  when({ input }, ({ input: { preview, change } }) => !preview && change.verb === "retry").then(() => {
    collectChargeStep(transform({ changed }, ({ changed: { charge_id } }) => ({ charge_id })))
  })
  return new WorkflowResponse(changed)
})

import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import { savedMethod } from "./saved-methods"

export interface ChoosePaymentMethodInput {
  readonly customer_id: string
  /** As its provider names it. */
  readonly payment_method_id: string
}

const choosePaymentMethodStep = createStep(
  "membership-choose-payment-method",
  async ({ customer_id, payment_method_id }: ChoosePaymentMethodInput, { container }) => {
    const method = await savedMethod(container, customer_id, payment_method_id)
    const actor = { type: "customer", id: customer_id } as const
    const { retried } = await container
      .resolve(MEMBERSHIP_MODULE)
      .choosePaymentMethod({ customer_id, method, actor })
    return new StepResponse({ method, retried })
  }
)

/** A customer says by what their renewals are paid; what failed is tried again at once (SALE-12, BILL-3). */
export const choosePaymentMethodWorkflow = createWorkflow(
  "membership-choose-payment-method",
  (input: ChoosePaymentMethodInput) => {
    const chosen = choosePaymentMethodStep(input)
    const due = transform({ chosen }, ({ chosen: { retried } }) =>
      retried.length > 0 ? [{ charge_ids: retried }] : []
    )
    emitEventStep({ eventName: "membership.charges_retried", data: due })
    return new WorkflowResponse(chosen)
  }
)

import { Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { ChoosePaymentMethodInput } from "./choose-payment-method"
import { savedMethod } from "./saved-methods"

const stopPaymentMethodStep = createStep(
  "membership-stop-payment-method",
  async ({ customer_id, payment_method_id }: ChoosePaymentMethodInput, { container }) => {
    const { provider_id } = await savedMethod(container, customer_id, payment_method_id)
    const actor = { type: "customer", id: customer_id } as const
    const ref = { provider_id, payment_method_id }
    // Ours goes first: if the provider then does not answer, the method is still listed and can be removed again.
    const unpaid = await container
      .resolve(MEMBERSHIP_MODULE)
      .stopPaymentMethod({ ...ref, customer_id, actor })
    await container
      .resolve(Modules.PAYMENT)
      .deletePaymentMethods({ provider_id, id: payment_method_id, data: {} } as never)
    return new StepResponse({ unpaid_memberships: unpaid })
  }
)

/** A customer's saved method is used no more, neither here nor at its provider (SALE-12). */
export const stopPaymentMethodWorkflow = createWorkflow(
  "membership-stop-payment-method",
  (input: ChoosePaymentMethodInput) => new WorkflowResponse(stopPaymentMethodStep(input))
)

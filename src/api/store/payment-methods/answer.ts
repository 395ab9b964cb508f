import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { isSameMethod, methodStatus } from "../../../domain/billing/payment-methods"
import type { SavedPaymentMethod } from "../../../workflows/billing/saved-methods"
import { membershipModule } from "../../http/handler"

/** Saved methods as their customer sees them. */
export async function answerMethods(req: AuthenticatedMedusaRequest, methods: readonly SavedPaymentMethod[]) {
  const membership = membershipModule(req)
  const customer_id = req.auth_context.actor_id
  const [chosen] = await membership.listMembershipPaymentMethods({ customer_id })
  const today = await membership.today(null)
  return methods.map((method) => {
    const { payment_method_id: id, provider_id, label, brand, last4, expires_on } = method
    return {
      ...{ id, provider_id, label, brand, last4, expires_on, status: methodStatus(expires_on, today) },
      pays_renewals: chosen !== undefined && isSameMethod(chosen, method),
    }
  })
}

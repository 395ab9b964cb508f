import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import type { RouteDefinition } from "../../http/route-table"
import { ids } from "../../http/shapes"

const defaults = [
  ...["id", "customer_id", "provider_id", "payment_method_id", "label", "expires_on"],
  ...["created_at", "updated_at"],
]

export const paymentMethodRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: "/admin/membership-payment-methods",
    tag: "Payment methods",
    summary: "By which saved payment method each customer's renewals are paid",
    query: createFindParams({ limit: 50 }).extend({
      customer_id: ids.optional(),
      provider_id: ids.optional(),
    }),
    fields: { defaults, isList: true, defaultLimit: 50 },
    policy: { resource: "membership_payment_method", operation: "read" },
    answers: { membership_payment_methods: "PaymentMethod" },
  },
]

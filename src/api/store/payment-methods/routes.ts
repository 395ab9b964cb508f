import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"

/**
 * What providers need from a customer before a method is saved. Not all that a provider takes: whose method it is, and
 * for what it may be used, is the server's to say.
 */
const SavePaymentMethod = z.strictObject({
  provider_id: z.string().min(1).max(200),
  data: z
    .strictObject({
      /** Of a test card, for the payment sandbox. */
      card_number: z.string().max(40).optional(),
      payment_method_types: z.array(z.string().max(50)).max(20).optional(),
      return_url: z.url().max(2000).optional(),
    })
    .default({}),
})
export type SavePaymentMethodBody = z.infer<typeof SavePaymentMethod>

const tag = "Own payment methods"

export const storePaymentMethodRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: "/store/payment-methods",
    tag,
    summary: "The payment methods that the customer has saved, and which one pays renewals",
    customer: "required",
    answers: { payment_methods: "StorePaymentMethod", unavailable_provider_ids: "Id" },
  },
  {
    method: "POST",
    path: "/store/payment-methods",
    tag,
    // No Idempotency-Key: a kept answer would keep the secret.
    summary: "Have a payment method saved, or get what its provider's form needs to save it",
    body: SavePaymentMethod,
    customer: "required",
    answers: { payment_method: "StorePaymentMethodOrNone", confirmation: "PaymentMethodConfirmation" },
  },
  {
    method: "POST",
    path: "/store/payment-methods/:id/pay-renewals",
    tag,
    summary: "Pay renewals with a saved payment method; what failed is tried again at once",
    body: z.strictObject({}),
    customer: "required",
    idempotent: true,
    answers: { payment_method: "StorePaymentMethod", retried_charge_ids: "Id" },
  },
  {
    method: "DELETE",
    path: "/store/payment-methods/:id",
    tag,
    summary: "Remove a saved payment method; says which memberships nothing pays for then",
    customer: "required",
    answers: {
      ...{ id: "Id", object: "Object", deleted: "Deleted" },
      unpaid_memberships: "PaidMembership",
    },
  },
]

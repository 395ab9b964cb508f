import { z } from "@medusajs/framework/zod"
import {
  amount,
  anything,
  calendarDate,
  currencyCode,
  id,
  instant,
  optionalText,
  stamps,
} from "./answer-parts"

const key = optionalText.meta({ description: "As the platform sent it." })

export const SandboxCapture = z.object({
  id,
  payment_id: id,
  amount,
  refunded_amount: amount,
  currency_code: currencyCode,
  idempotency_key: key,
  metadata: anything,
  refunds: z.array(z.object({ id, amount, created_at: instant })),
  created_at: instant,
})

export const SandboxPayment = z.object({
  id,
  status: z.enum([
    "requires_payment_method",
    "requires_confirmation",
    "requires_action",
    "requires_capture",
    "succeeded",
    "canceled",
  ]),
  decline_code: optionalText,
  amount,
  captured_amount: amount,
  refunded_amount: amount,
  currency_code: currencyCode,
  payment_method: optionalText,
  card: z.object({ brand: z.string(), last4: z.string(), exp_month: z.int(), exp_year: z.int() }).nullable(),
  setup_future_usage: z
    .enum(["off_session"])
    .nullable()
    .meta({ description: "The card is kept once it is charged." }),
  session_id: optionalText,
  return_url: optionalText,
  metadata: anything,
  idempotency_key: key,
  created_at: instant,
})

const method = {
  id,
  provider_id: id,
  label: z.string().meta({ description: "What people know it by, such as `Visa •••• 4242`." }),
  expires_on: calendarDate.nullable().meta({ description: "The last day on which it can be charged." }),
  status: z.enum(["valid", "expiring", "expired"]),
}

export const PaymentMethod = z.object({
  ...method,
  id: id.meta({ description: "Of the choice; there is one for each customer." }),
  customer_id: id,
  payment_method_id: id.meta({ description: "As its provider names it." }),
  label: optionalText,
  ...stamps,
})

export const StorePaymentMethod = z.object({
  ...method,
  brand: optionalText,
  last4: optionalText,
  pays_renewals: z.boolean(),
})

/** What a storefront hands to the provider's own form before a method is saved. */
export const PaymentMethodConfirmation = z
  .object({
    id,
    status: optionalText,
    client_secret: optionalText.meta({ description: "With Stripe, the SetupIntent's." }),
  })
  .nullable()

/** For the payer of a charge alone: whoever has the secret can pay with it. */
export const ChargeConfirmation = z.object({
  provider_id: id,
  id: id.meta({ description: "As its provider names the payment." }),
  status: optionalText.meta({ description: "As its provider names it." }),
  client_secret: optionalText.meta({ description: "With Stripe, the PaymentIntent's." }),
  payment_method_id: optionalText.meta({ description: "What was charged, to confirm it with." }),
  action_url: optionalText.meta({
    description: "Where the payer confirms it, if the provider has a page for it.",
  }),
})

export const StorePaymentMethodOrNone = StorePaymentMethod.nullable().meta({
  description: "null until the customer has confirmed it with the provider.",
})

export const PaidMembership = z.object({ id, display_id: z.int(), plan_name: z.string() })

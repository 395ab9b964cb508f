import { z } from "@medusajs/framework/zod"
import { amount, anything, currencyCode, id, instant, optionalText } from "./answer-parts"

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
  session_id: optionalText,
  return_url: optionalText,
  metadata: anything,
  idempotency_key: key,
  created_at: instant,
})

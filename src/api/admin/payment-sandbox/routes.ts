import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"

const ListCaptures = createFindParams({ limit: 50 })
  .pick({ limit: true, offset: true })
  .extend({
    idempotency_key: z.string().min(1).optional(),
    payment_id: z.string().min(1).optional(),
    /** `metadata[charge_id]=…`: each of these pairs stands in the payment's metadata. */
    metadata: z.record(z.string(), z.string()).optional(),
  })
export type ListCapturesQuery = z.infer<typeof ListCaptures>

const tag = "Payment sandbox"
const policy = { resource: "payment_sandbox", operation: "read" } as const

export const paymentSandboxRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: "/admin/payment-sandbox/captures",
    tag,
    summary: "What the sandbox's bank has taken and given back, the newest first",
    query: ListCaptures,
    fields: { defaults: [], isList: true, defaultLimit: 50 },
    policy,
    answers: { captures: "SandboxCapture" },
  },
  {
    method: "GET",
    path: "/admin/payment-sandbox/payments/:key",
    tag,
    summary: "What became of the request that was sent to the sandbox's bank with an idempotency key",
    policy,
    answers: { payment: "SandboxPayment" },
  },
]

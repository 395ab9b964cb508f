import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"

const Decide = z.strictObject({ decision: z.enum(["confirm", "refuse"]) })
export type DecideBody = z.infer<typeof Decide>

const path = "/payment-sandbox/confirm/:id"
const tag = "Payment sandbox"

/** For whoever holds the link, as with a real bank: no session, no cookie, an id that cannot be guessed. */
export const confirmPageRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path,
    tag,
    summary: "The page on which the holder of a 3-D Secure card confirms a payment of the sandbox",
    media: "text/html",
    answers: {},
  },
  {
    method: "POST",
    path,
    tag,
    summary: "Confirm or refuse such a payment; the store is told by a signed webhook",
    body: Decide,
    media: "text/html",
    answers: {},
  },
]

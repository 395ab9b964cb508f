import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"
import { calendarDate } from "../../http/shapes"

const Obligations = z.object({
  from: calendarDate,
  to: calendarDate,
  location_id: z.string().optional(),
  plan_id: z.string().optional(),
})
export type ObligationsQuery = z.infer<typeof Obligations>

export const creditObligationRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: "/admin/membership-credit-obligations",
    tag: "Credits",
    summary:
      "What is owed to members in visits and money, and how it came about, from a day to before another",
    query: Obligations,
    policy: { resource: "membership_credit", operation: "read" },
    answers: { obligations: "CreditObligations" },
  },
]

import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"
import { seatWish } from "../../http/seat-wish"
import { quoteShape } from "../../store/membership-plans/quote-route"

export const StaffQuotePlan = seatWish({
  ...quoteShape,
  /** For whom: their offers and groups count. */
  customer_id: z.string().nullish(),
  /** Quote an offer to somebody who is not eligible. */
  override_eligibility: z.boolean().optional(),
  /** Why, for the audit trail; needed with an override. */
  reason: z.string().trim().min(1).max(1000).optional(),
}).superRefine((body, context) => {
  const { override_eligibility, reason } = body as { override_eligibility?: boolean; reason?: string }
  if (override_eligibility && !reason) {
    context.addIssue({ code: "custom", path: ["reason"], message: "Say why the rule is overridden." })
  }
})
export type StaffQuotePlanBody = z.infer<typeof StaffQuotePlan>

export const adminQuoteRoutes: RouteDefinition[] = [
  {
    method: "POST",
    path: "/admin/membership-plans/:id/quote",
    tag: "Membership plans",
    summary: "Quote a plan for a customer; staff may seat any member and override eligibility with a reason",
    body: StaffQuotePlan,
    policy: { resource: "membership_plan", operation: "read" },
    answers: { quote: "Quote" },
  },
]

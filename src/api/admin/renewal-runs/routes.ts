import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"

const RunRenewals = z
  .strictObject({
    preview: z.boolean().default(false),
    /** Of a preview: how far to look ahead. A run does what is due now. */
    until: z.iso.datetime({ offset: true }).optional(),
    limit: z.int().min(1).max(200).default(50),
    offset: z.int().min(0).default(0),
  })
  .superRefine(({ preview, until }, context) => {
    if (preview && until === undefined)
      context.addIssue({ code: "custom", path: ["until"], message: "Say until when to look ahead." })
    if (!preview && until !== undefined)
      context.addIssue({ code: "custom", path: ["until"], message: "Only a preview looks ahead." })
  })
export type RunRenewalsBody = z.infer<typeof RunRenewals>

export const renewalRunRoutes: RouteDefinition[] = [
  {
    method: "POST",
    path: "/admin/renewal-runs",
    tag: "Charges",
    summary: "Take the money for what is due, or preview what will be charged to whom, and why",
    body: RunRenewals,
    policy: { resource: "membership_charge", operation: "update" },
    idempotent: true,
    answers: { renewal_run: "RenewalRun", preview: "RenewalPreview" },
  },
]

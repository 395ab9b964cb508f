import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import { SALE_ISSUE_ACTIONS } from "../../../domain/selling/issue-resolutions"
import type { RouteDefinition } from "../../http/route-table"
import { ids } from "../../http/shapes"

const ListSaleIssues = createFindParams({ limit: 50 }).extend({
  resolved: z
    .enum(["true", "false"])
    .transform((given) => given === "true")
    .optional(),
  code: ids.optional(),
  order_id: ids.optional(),
  membership_id: ids.optional(),
})

export const ResolveSaleIssue = z.strictObject({
  action: z.enum(SALE_ISSUE_ACTIONS),
  /** Needed to decide, not to look. */
  reason: z.string().trim().min(1, "Say why.").max(2000).nullish(),
  preview: z.boolean().default(false),
})
export type ResolveSaleIssueBody = z.infer<typeof ResolveSaleIssue>

const defaults = [
  ...["id", "order_id", "subject_id", "membership_id", "plan_id", "code", "message", "details"],
  ...["resolved_at", "resolved_by", "resolution", "reason", "created_at", "updated_at"],
]
const resource = "membership_sale_issue"
const tag = "Sale issues"
const select = createFindParams().pick({ fields: true })

export const saleIssueRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: "/admin/membership-sale-issues",
    tag,
    summary: "List sales that staff decide about, open ones first",
    query: ListSaleIssues,
    fields: { defaults, isList: true, defaultLimit: 50 },
    policy: { resource, operation: "read" },
    answers: { membership_sale_issues: "SaleIssue" },
  },
  {
    method: "POST",
    path: "/admin/membership-sale-issues/:id/resolve",
    tag,
    summary: "Approve a sale or dismiss it; after a refund keep, cancel or void the membership",
    body: ResolveSaleIssue,
    query: select,
    fields: { defaults },
    policy: { resource, operation: "update" },
    idempotent: true,
    previews: true,
    answers: { membership_sale_issue: "SaleIssue", effects: "SeatEffect" },
  },
]

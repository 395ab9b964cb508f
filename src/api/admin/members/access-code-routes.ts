import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"

export const AddAccessCode = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("card"),
    code: z.string().trim().min(1, "Scan or type the card.").max(500),
    label: z.string().trim().min(1).max(100).nullish(),
  }),
  z.strictObject({ kind: z.literal("rotating") }),
])
export type AddAccessCodeBody = z.infer<typeof AddAccessCode>

const defaults = ["id", "member_id", "kind", "label", "revoked_at", "created_by", "created_at"]
/** What opens the door is told to nobody. */
const fields = { defaults, allowed: defaults }
const all = "/admin/members/:id/access-codes"
const resource = "membership_access_code"
const tag = "Members"

export const accessCodeRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: all,
    tag,
    summary: "List what a member shows at the front desk, newest first",
    query: createFindParams({ limit: 50 }).extend({ kind: z.enum(["rotating", "card"]).optional() }),
    fields: { ...fields, isList: true, defaultLimit: 50 },
    policy: { resource, operation: "read" },
    answers: { access_codes: "AccessCode" },
  },
  {
    method: "POST",
    path: all,
    tag,
    summary: "Give a member a card, or another rotating code in place of the one before",
    body: AddAccessCode,
    query: createFindParams().pick({ fields: true }),
    fields,
    policy: { resource, operation: "create" },
    idempotent: true,
    answers: { access_code: "AccessCode" },
  },
  {
    method: "DELETE",
    path: `${all}/:code_id`,
    tag,
    summary: "Revoke a card or a rotating code",
    policy: { resource, operation: "delete" },
    answers: { id: "Id", object: "Object", deleted: "Deleted" },
  },
  {
    method: "GET",
    path: "/admin/members/:id/check-in-code",
    tag,
    summary: "A member's rotating code as it is now",
    policy: { resource, operation: "read" },
    answers: { code: "CheckInCode", valid_until: "Instant" },
  },
]

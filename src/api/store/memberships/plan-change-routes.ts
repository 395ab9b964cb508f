import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { StorePlanChange } from "../../http/plan-change"
import type { RouteDefinition } from "../../http/route-table"
import { OWN_MEMBERSHIP_FIELDS } from "./routes"

const path = "/store/memberships/:id/plan-change"
const tag = "Own memberships"
const own = { tag, customer: "required" } as const

export const storePlanChangeRoutes: RouteDefinition[] = [
  {
    ...own,
    method: "GET",
    path,
    summary: "The change of plan that waits, and the plans that the customer could change to",
    answers: { plan_change: "PlanChangeOptions" },
  },
  {
    ...own,
    method: "POST",
    path: `${path}/preview`,
    summary: "What a change of plan would mean; writes nothing",
    body: StorePlanChange,
    answers: { preview: "StorePlanChange" },
  },
  {
    ...own,
    method: "POST",
    path,
    summary: "Change the plan of a membership that the customer manages, now or with a renewal",
    body: StorePlanChange,
    query: createFindParams().pick({ fields: true }),
    fields: { defaults: OWN_MEMBERSHIP_FIELDS, allowed: OWN_MEMBERSHIP_FIELDS },
    idempotent: true,
    answers: { membership: "StoreMembership", plan_change: "StorePlanChange" },
  },
  {
    ...own,
    method: "DELETE",
    path,
    summary: "Take the change of plan back that waits for a renewal",
    answers: { id: "Id", object: "Object", deleted: "Deleted" },
  },
]

import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { AdminPlanChange } from "../../http/plan-change"
import type { RouteDefinition } from "../../http/route-table"
import { MEMBERSHIP_FIELDS } from "./routes"

const path = "/admin/memberships/:id/plan-change"
const resource = "membership"
const tag = "Memberships"

export const planChangeRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path,
    tag,
    summary: "The change of plan that waits, and the plans that a membership could change to",
    policy: { resource, operation: "read" },
    answers: { plan_change: "PlanChangeOptions" },
  },
  {
    method: "POST",
    path: `${path}/preview`,
    tag,
    summary: "What a change of plan would mean; writes nothing",
    body: AdminPlanChange,
    policy: { resource, operation: "update" },
    answers: { preview: "PlanChange" },
  },
  {
    method: "POST",
    path,
    tag,
    summary: "Change the plan of a membership, now or with a renewal",
    body: AdminPlanChange,
    query: createFindParams().pick({ fields: true }),
    fields: { defaults: MEMBERSHIP_FIELDS },
    policy: { resource, operation: "update" },
    idempotent: true,
    answers: { membership: "Membership", plan_change: "PlanChange" },
  },
  {
    method: "DELETE",
    path,
    tag,
    summary: "Take the change of plan back that waits for a renewal",
    policy: { resource, operation: "update" },
    answers: { id: "Id", object: "Object", deleted: "Deleted" },
  },
]

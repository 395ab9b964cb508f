import { booleanString } from "@medusajs/medusa/api/utils/common-validators/common"
import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"
import { handle, ids, name, price, text, timeWindows } from "../../http/shapes"

const kind = z.enum(["class", "appointment", "event", "facility"])
const status = z.enum(["active", "archived"])
const count = z.int().min(1)

export const CreateService = z.strictObject({
  name,
  kind,
  handle: handle.optional(),
  description: text.nullish(),
  credit_cost: count.optional(),
  members_only: z.boolean().optional(),
  is_general_hours: z.boolean().optional(),
  location_ids: z.array(z.string().min(1)).nullish(),
  time_windows: timeWindows.nullish(),
  reentry_minutes: count.max(1_440).nullish(),
  missed_visit: z
    .strictObject({ effect: z.enum(["redeem", "fine"]), fines: z.array(price).default([]) })
    .optional(),
  cancellation_window_minutes: count.max(43_200).nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
})
export type CreateServiceBody = z.infer<typeof CreateService>

export const UpdateService = CreateService.partial().extend({ status: status.optional() })
export type UpdateServiceBody = z.infer<typeof UpdateService>

const defaults = [
  ...[
    "id",
    "name",
    "handle",
    "description",
    "kind",
    "status",
    "credit_cost",
    "members_only",
    "is_general_hours",
  ],
  ...[
    "location_ids",
    "time_windows",
    "reentry_minutes",
    "missed_visit",
    "cancellation_window_minutes",
    "metadata",
    "created_at",
    "updated_at",
  ],
]
const answers = { membership_service: "MembershipService" }
const all = "/admin/membership-services"
const one = `${all}/:id`
const resource = "membership_service"
const tag = "Services"
const select = createFindParams().pick({ fields: true })

export const serviceRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: all,
    tag,
    summary: "List services: what visits can be for",
    query: createFindParams({ limit: 50 }).extend({
      q: z.string().optional(),
      id: ids.optional(),
      handle: ids.optional(),
      status: z.union([status, z.array(status)]).optional(),
      kind: z.union([kind, z.array(kind)]).optional(),
      members_only: booleanString().optional(),
      location_id: z.string().optional(),
    }),
    fields: { defaults, isList: true, defaultLimit: 50 },
    policy: { resource, operation: "read" },
    answers: { membership_services: "MembershipService" },
  },
  {
    method: "POST",
    path: all,
    tag,
    summary: "Add a service",
    body: CreateService,
    query: select,
    fields: { defaults },
    policy: { resource, operation: "create" },
    idempotent: true,
    answers,
  },
  {
    method: "GET",
    path: one,
    tag,
    summary: "One service",
    query: select,
    fields: { defaults },
    policy: { resource, operation: "read" },
    answers,
  },
  {
    method: "POST",
    path: one,
    tag,
    summary: "Change a service, archive it or bring it back",
    body: UpdateService,
    query: select,
    fields: { defaults },
    policy: { resource, operation: "update" },
    answers,
  },
  {
    method: "DELETE",
    path: one,
    tag,
    summary: "Take away a service that nothing names",
    policy: { resource, operation: "delete" },
    answers: { id: "Id", object: "Object", deleted: "Deleted" },
  },
]

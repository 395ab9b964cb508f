import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"
import { ids, name } from "../../http/shapes"

export const AddFrontDeskDevice = z.strictObject({ name, location_id: z.string().min(1) })
export type AddFrontDeskDeviceBody = z.infer<typeof AddFrontDeskDevice>

const defaults = [
  "id",
  "name",
  "location_id",
  "revoked_at",
  "last_seen_at",
  "created_by",
  "created_at",
  "updated_at",
]
const fields = { defaults }
const all = "/admin/front-desk-devices"
const one = `${all}/:id`
const resource = "membership_front_desk_device"
const tag = "Front-desk devices"
const select = createFindParams().pick({ fields: true })

export const frontDeskDeviceRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: all,
    tag,
    summary: "List the devices of front desks, newest first",
    query: createFindParams({ limit: 50 }).extend({
      q: z.string().optional(),
      id: ids.optional(),
      location_id: ids.optional(),
    }),
    fields: { ...fields, isList: true, defaultLimit: 50 },
    policy: { resource, operation: "read" },
    answers: { front_desk_devices: "FrontDeskDevice" },
  },
  {
    method: "POST",
    path: all,
    tag,
    summary: "Add a device at a location, and get its token, once",
    body: AddFrontDeskDevice,
    query: select,
    fields,
    policy: { resource, operation: "create" },
    idempotent: true,
    answers: { front_desk_device: "FrontDeskDevice", token: "DeviceToken" },
  },
  {
    method: "GET",
    path: one,
    tag,
    summary: "One device",
    query: select,
    fields,
    policy: { resource, operation: "read" },
    answers: { front_desk_device: "FrontDeskDevice" },
  },
  {
    method: "POST",
    path: `${one}/renew`,
    tag,
    summary: "Give a device another token; the one before stops",
    body: z.strictObject({}),
    query: select,
    fields,
    policy: { resource, operation: "update" },
    answers: { front_desk_device: "FrontDeskDevice", token: "DeviceToken" },
  },
  {
    method: "DELETE",
    path: one,
    tag,
    summary: "Revoke a device: its token opens nothing any more",
    policy: { resource, operation: "delete" },
    answers: { id: "Id", object: "Object", deleted: "Deleted" },
  },
]

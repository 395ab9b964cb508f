import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"
import { ids } from "../../http/shapes"

const OpeningHours = z.strictObject({
  weekdays: z.array(z.int().min(1).max(7)).max(7),
  opens: z.string(),
  closes: z.string(),
})

export const SetLocation = z.strictObject({
  stock_location_id: z.string(),
  time_zone: z.string().max(100),
  opening_hours: z.array(OpeningHours).max(100).nullish(),
  is_default: z.boolean().optional(),
})
export type SetLocationBody = z.infer<typeof SetLocation>

export const UpdateLocation = SetLocation.omit({ stock_location_id: true }).partial()
export type UpdateLocationBody = z.infer<typeof UpdateLocation>

const defaults = [
  "id",
  "stock_location_id",
  "stock_location.name",
  "time_zone",
  "opening_hours",
  "is_default",
  "created_at",
  "updated_at",
]
const answers = { membership_location: "Location" }
const one = "/admin/membership-locations/:id"
const resource = "membership_location"
const tag = "Locations"
const select = createFindParams().pick({ fields: true })

export const locationRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: "/admin/membership-locations",
    tag,
    summary: "List the branches' time zones and opening hours",
    query: createFindParams({ limit: 50 }).extend({
      id: ids.optional(),
      stock_location_id: ids.optional(),
    }),
    fields: { defaults, isList: true, defaultLimit: 50 },
    policy: { resource, operation: "read" },
    answers: { membership_locations: "Location" },
  },
  {
    method: "POST",
    path: "/admin/membership-locations",
    tag,
    summary: "Set time zone and opening hours of a stock location",
    body: SetLocation,
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
    summary: "One location",
    query: select,
    fields: { defaults },
    policy: { resource, operation: "read" },
    answers,
  },
  {
    method: "POST",
    path: one,
    tag,
    summary: "Change a location, or make it the default",
    body: UpdateLocation,
    query: select,
    fields: { defaults },
    policy: { resource, operation: "update" },
    answers,
  },
  {
    method: "DELETE",
    path: one,
    tag,
    summary: "Take away a location; its stock location stays",
    policy: { resource, operation: "delete" },
    answers: { id: "Id", object: "Object", deleted: "Deleted" },
  },
]

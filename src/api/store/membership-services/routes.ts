import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"

const defaults = [
  "id",
  "name",
  "handle",
  "description",
  "kind",
  "credit_cost",
  "members_only",
  "location_ids",
]

export const storeServiceRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: "/store/membership-services",
    tag: "Services",
    summary: "What visits can be for, by name",
    query: createFindParams({ limit: 50 })
      .pick({ limit: true, offset: true, fields: true })
      .extend({ location_id: z.string().optional() }),
    fields: { defaults, allowed: defaults, isList: true, defaultLimit: 50 },
    customer: "optional",
    answers: { membership_services: "StoreMembershipService" },
  },
]

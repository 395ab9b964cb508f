import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import { AdminJoin } from "../../http/join"
import type { RouteDefinition } from "../../http/route-table"
import { MEMBERSHIP_FIELDS } from "./routes"

const path = "/admin/memberships/:id/join"
const resource = "membership"
const tag = "Memberships"

/** Left out: the memberships of the same people. */
export const JoinOptionsQuery = z.strictObject({ membership_id: z.string().min(1).optional() })
export type JoinOptionsQuery = z.infer<typeof JoinOptionsQuery>

export const joinRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path,
    tag,
    summary: "Shared memberships with a seat for whoever sits in a membership for one",
    query: JoinOptionsQuery,
    policy: { resource, operation: "read" },
    answers: { join: "JoinOptions" },
  },
  {
    method: "POST",
    path: `${path}/preview`,
    tag,
    summary: "What it would mean to take a seat of a shared membership; writes nothing",
    body: AdminJoin,
    policy: { resource, operation: "update" },
    answers: { preview: "Join" },
  },
  {
    method: "POST",
    path,
    tag,
    summary: "From a plan of one's own to a seat of a shared membership, now or with a renewal",
    body: AdminJoin,
    query: createFindParams().pick({ fields: true }),
    fields: { defaults: MEMBERSHIP_FIELDS },
    policy: { resource, operation: "update" },
    idempotent: true,
    answers: { membership: "Membership", join: "Join" },
  },
]

import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { StoreJoin } from "../../http/join"
import type { RouteDefinition } from "../../http/route-table"
import { OWN_MEMBERSHIP_FIELDS } from "./routes"

const path = "/store/memberships/:id/join"
const tag = "Own memberships"
const own = { tag, customer: "required" } as const

export const storeJoinRoutes: RouteDefinition[] = [
  {
    ...own,
    method: "GET",
    path,
    summary: "Shared memberships in which whoever sits in a membership for one could take a seat",
    answers: { join: "StoreJoinOptions" },
  },
  {
    ...own,
    method: "POST",
    path: `${path}/preview`,
    summary: "What it would mean to take a seat of a shared membership; writes nothing",
    body: StoreJoin,
    answers: { preview: "StoreJoin" },
  },
  {
    ...own,
    method: "POST",
    path,
    summary: "From a plan of one's own to a seat of a shared membership, now or with a renewal",
    body: StoreJoin,
    query: createFindParams().pick({ fields: true }),
    fields: { defaults: OWN_MEMBERSHIP_FIELDS, allowed: OWN_MEMBERSHIP_FIELDS },
    idempotent: true,
    answers: { membership: "StoreMembership", join: "StoreJoin" },
  },
]

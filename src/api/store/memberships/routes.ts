import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"
import { SEAT_ROUTES, StoreSeatBodies } from "../../http/seat-verbs"

const ListOwnMemberships = createFindParams({ limit: 50 })
  .pick({ fields: true, offset: true, limit: true })
  .extend({
    role: z.enum(["mine", "managed"]).optional(),
  })

/** What may leave. Never a date of birth; of other people a name and a picture (PEOPLE-6). */
const seat = [
  ...[
    "id",
    "position",
    "label",
    "classification_id",
    "sequence",
    "required",
    "amount",
    "starts_on",
    "canceled_on",
  ],
  ...["id", "kind", "starts_on", "resumes_on", "fee"].map((field) => `holds.${field}`),
]
const holder = [
  "held_from",
  "held_until",
  "member.id",
  "member.first_name",
  "member.last_name",
  "member.photo_url",
]
const plan = ["id", "name", "handle", "kind", "audience", "description", "image", "billing", "validity"]
const fields = [
  ...[
    "id",
    "display_id",
    "status",
    "currency_code",
    "signup_fee",
    "location_id",
    "time_zone",
    "purchased_at",
  ],
  ...["starts_on", "ends_on", "must_start_by_on", "activated_at"],
  ...plan.map((field) => `plan.${field}`),
  ...seat.map((field) => `seats.${field}`),
  ...holder.map((field) => `seats.holders.${field}`),
  ...["accepted_at", "terms.version"].map((field) => `accepted_terms.${field}`),
]

const tag = "Own memberships"

export const storeMembershipRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: "/store/memberships",
    tag,
    summary: "The memberships that the customer holds a seat of, or manages",
    query: ListOwnMemberships,
    fields: { defaults: fields, allowed: fields, isList: true, defaultLimit: 50 },
    customer: "required",
    answers: { memberships: "StoreMembership" },
  },
  {
    method: "GET",
    path: "/store/memberships/:id",
    tag,
    summary: "One of the customer's memberships",
    query: createFindParams().pick({ fields: true }),
    fields: { defaults: fields, allowed: fields },
    customer: "required",
    answers: { membership: "StoreMembership" },
  },
  {
    method: "GET",
    path: "/store/memberships/:id/options",
    tag,
    summary: "What the customer can choose about the seats, and from when",
    customer: "required",
    answers: { options: "SeatOptions" },
  },
  ...SEAT_ROUTES.map((verb): RouteDefinition => ({
    method: "POST",
    path: `/store/memberships/:id${verb.path}`,
    tag,
    summary: verb.summary,
    body: StoreSeatBodies[verb.name as keyof typeof StoreSeatBodies],
    query: createFindParams().pick({ fields: true }),
    fields: { defaults: fields, allowed: fields },
    customer: "required",
    idempotent: true,
    previews: true,
    answers: { membership: "StoreMembership", effects: "SeatEffect" },
  })),
]

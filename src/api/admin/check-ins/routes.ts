import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"
import { calendarDate, ids } from "../../http/shapes"

const id = z.string().min(1)

/** What is asked of the decision: who, for what, where, when. */
const question = {
  member_id: id,
  /** Left out: a visit in open hours. */
  service_id: id.nullish(),
  location_id: id,
  /** Staff chose this membership (ACCESS-3), or these credits (CREDIT-2). */
  membership_id: id.nullish(),
  grant_id: id.nullish(),
}

export const guest = z.strictObject({ name: z.string().trim().min(1, "Say who comes along.").max(200) })

export const DecideAccess = z.strictObject({
  ...question,
  at: z.iso.datetime({ offset: true }).optional(),
  is_guest: z.boolean().default(false),
})
export type DecideAccessBody = z.infer<typeof DecideAccess>

export const CheckIn = z.strictObject({
  ...question,
  /** Comes along with the member (ACCESS-6). */
  guest: guest.nullish(),
  /** Lets in whom the rules do not. */
  override_reason: z.string().trim().min(1, "Say why.").max(2000).nullish(),
})
export type CheckInBody = z.infer<typeof CheckIn>

export const UndoCheckIn = z.strictObject({ reason: z.string().trim().min(1, "Say why.").max(2000) })
export type UndoCheckInBody = z.infer<typeof UndoCheckIn>

const ListCheckIns = createFindParams({ limit: 50 }).extend({
  id: ids.optional(),
  member_id: ids.optional(),
  membership_id: ids.optional(),
  service_id: ids.optional(),
  location_id: ids.optional(),
  device_id: ids.optional(),
  kind: z.enum(["visit", "guest"]).optional(),
  result: z.enum(["allowed", "denied", "undone"]).optional(),
  /** The first and the last day, at the location. */
  from_on: calendarDate.optional(),
  to_on: calendarDate.optional(),
})
export type ListCheckInsQuery = z.infer<typeof ListCheckIns>

const visitFields = [
  ...["id", "kind", "is_allowed", "code", "member_id", "guest_name", "membership_id", "seat_id", "service_id"],
  ...["location_id", "at", "local_on", "credits", "override_reason", "starts_term", "device_id"],
  ...["actor_type", "actor_id", "undone_at", "undone_by", "undo_reason", "decision"],
]

const resource = "membership_visit"
const tag = "Check-ins"
const select = createFindParams().pick({ fields: true })
const one = { query: select, fields: { defaults: visitFields } }

export const checkInRoutes: RouteDefinition[] = [
  {
    method: "POST",
    path: "/admin/access-decisions",
    tag,
    summary: "May this member use this service at this place and time; nothing is written",
    body: DecideAccess,
    policy: { resource, operation: "read" },
    answers: { decision: "AccessDecision" },
  },
  {
    method: "GET",
    path: "/admin/check-ins",
    tag,
    summary: "List check-ins, the newest first",
    query: ListCheckIns,
    fields: { defaults: visitFields, isList: true, defaultLimit: 50 },
    policy: { resource, operation: "read" },
    answers: { check_ins: "Visit" },
  },
  {
    method: "POST",
    path: "/admin/check-ins",
    tag,
    summary: "Check a member in, or a guest whom they bring; a denied one is recorded too",
    body: CheckIn,
    ...one,
    policy: { resource, operation: "create" },
    keepsKey: true,
    answers: { decision: "AccessDecision", visit: "Visit", repeated: "Flag" },
  },
  {
    method: "GET",
    path: "/admin/check-ins/:id",
    tag,
    summary: "One check-in with its reasons",
    ...one,
    policy: { resource, operation: "read" },
    answers: { check_in: "Visit" },
  },
  {
    method: "POST",
    path: "/admin/check-ins/:id/undo",
    tag,
    summary: "Undo a check-in; the credit goes back to where it came from",
    body: UndoCheckIn,
    ...one,
    policy: { resource, operation: "update" },
    answers: { check_in: "Visit" },
  },
  {
    method: "GET",
    path: "/admin/memberships/:id/visits",
    tag: "Memberships",
    summary: "The visits that were made with a membership, the newest first",
    query: createFindParams({ limit: 50 }),
    fields: { defaults: visitFields, isList: true, defaultLimit: 50 },
    policy: { resource, operation: "read" },
    answers: { visits: "Visit" },
  },
]

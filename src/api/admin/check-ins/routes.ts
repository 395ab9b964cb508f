import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"
import { calendarDate, ids } from "../../http/shapes"
import { checkInWish, UndoCheckIn, VISIT_FIELDS, visitWish } from "../../http/visits"

const id = z.string().min(1)

/** What is asked of the decision: who, for what, where, when. */
const question = {
  member_id: id,
  location_id: id,
  /** Staff chose these credits (CREDIT-2). */
  grant_id: id.nullish(),
}

export const DecideAccess = z.strictObject({
  ...question,
  ...visitWish,
  at: z.iso.datetime({ offset: true }).optional(),
  is_guest: z.boolean().default(false),
})
export type DecideAccessBody = z.infer<typeof DecideAccess>

export const CheckIn = z.strictObject({ ...question, ...checkInWish })
export type CheckInBody = z.infer<typeof CheckIn>

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

const resource = "membership_visit"
const tag = "Check-ins"
const select = createFindParams().pick({ fields: true })
const one = { query: select, fields: { defaults: VISIT_FIELDS } }

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
    fields: { defaults: VISIT_FIELDS, isList: true, defaultLimit: 50 },
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
    fields: { defaults: VISIT_FIELDS, isList: true, defaultLimit: 50 },
    policy: { resource, operation: "read" },
    answers: { visits: "Visit" },
  },
]

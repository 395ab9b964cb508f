import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import type { RouteDefinition } from "../http/route-table"
import { DESK_VISIT_FIELDS, UndoCheckIn } from "../http/visits"
import {
  FrontDeskCheckIn,
  FrontDeskDecision,
  FrontDeskPlace,
  FrontDeskSearch,
  FrontDeskVisits,
} from "./shapes"

const resource = "membership_visit"
const tag = "Front desk"
const select = createFindParams().pick({ fields: true })

export const frontDeskRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: "/front-desk/device",
    tag,
    summary: "Which device a token is of, and where it stands",
    answers: { front_desk_device: "OwnFrontDeskDevice" },
  },
  {
    method: "GET",
    path: "/front-desk/members",
    tag,
    summary: "Find people by name, e-mail, phone or scanned code",
    query: FrontDeskSearch,
    policy: { resource: "membership_member", operation: "read" },
    answers: { members: "FrontDeskMember" },
  },
  {
    method: "GET",
    path: "/front-desk/services",
    tag,
    summary: "What people come for at this location",
    query: FrontDeskPlace,
    policy: { resource: "membership_service", operation: "read" },
    answers: { services: "FrontDeskService" },
  },
  {
    method: "POST",
    path: "/front-desk/access-decisions",
    tag,
    summary: "What a check-in would answer; nothing is written",
    body: FrontDeskDecision,
    policy: { resource, operation: "read" },
    answers: { decision: "AccessDecision", member: "FrontDeskMember" },
  },
  {
    method: "POST",
    path: "/front-desk/check-ins",
    tag,
    summary: "Check a member in by id or code, or a guest whom they bring",
    body: FrontDeskCheckIn,
    query: select,
    fields: { defaults: DESK_VISIT_FIELDS, allowed: DESK_VISIT_FIELDS },
    keepsKey: true,
    policy: { resource, operation: "create" },
    answers: {
      decision: "AccessDecision",
      visit: "FrontDeskVisit",
      repeated: "Flag",
      member: "FrontDeskMember",
    },
  },
  {
    method: "GET",
    path: "/front-desk/check-ins",
    tag,
    summary: "Today's check-ins at this location, the newest first",
    query: FrontDeskVisits,
    fields: { defaults: DESK_VISIT_FIELDS, allowed: DESK_VISIT_FIELDS, isList: true, defaultLimit: 50 },
    policy: { resource, operation: "read" },
    answers: { check_ins: "FrontDeskVisit" },
  },
  {
    method: "POST",
    path: "/front-desk/check-ins/:id/undo",
    tag,
    summary: "Undo a check-in of this location",
    body: UndoCheckIn,
    query: select,
    fields: { defaults: DESK_VISIT_FIELDS, allowed: DESK_VISIT_FIELDS },
    policy: { resource, operation: "update" },
    answers: { check_in: "FrontDeskVisit" },
  },
]

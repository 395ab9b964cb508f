import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"
import { calendarDate, name } from "../../http/shapes"

/** What a guardian may say; whose customer it is, where they live and who guards is never the client's. */
export const AddDependent = z.strictObject({
  first_name: name,
  last_name: name.nullish(),
  date_of_birth: calendarDate.nullish(),
  email: z.email("Write an e-mail address.").max(320).nullish(),
  phone: z.string().trim().max(50).nullish(),
})
export type AddDependentBody = z.infer<typeof AddDependent>

export const UpdateDependent = AddDependent.partial()
export type UpdateDependentBody = z.infer<typeof UpdateDependent>

const defaults = [
  "id",
  "first_name",
  "last_name",
  "date_of_birth",
  "email",
  "phone",
  "photo_url",
  "household_id",
  "is_guardian",
]
const household = ["id", "name", ...defaults.map((field) => `members.${field}`)]
const tag = "Own household"
const select = createFindParams().pick({ fields: true })
const page = createFindParams({ limit: 50 }).pick({ fields: true, offset: true, limit: true })
const answers = { member: "StoreMember" }
const checkInCode = { code: "CheckInCode", valid_until: "Instant" }

export const storeMemberRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: "/store/members",
    tag,
    summary: "The members of the customer's own household",
    query: page,
    fields: { defaults, allowed: defaults, isList: true, defaultLimit: 50 },
    customer: "required",
    answers: { members: "StoreMember" },
  },
  {
    method: "POST",
    path: "/store/members",
    tag,
    summary: "A guardian adds a dependent",
    body: AddDependent,
    query: select,
    fields: { defaults, allowed: defaults },
    customer: "required",
    idempotent: true,
    answers,
  },
  {
    method: "POST",
    path: "/store/members/:id",
    tag,
    summary: "A guardian changes somebody of their household",
    body: UpdateDependent,
    query: select,
    fields: { defaults, allowed: defaults },
    customer: "required",
    answers,
  },
  {
    method: "GET",
    path: "/store/members/:id/check-in-code",
    tag,
    summary: "What one shows at the front desk now: for oneself, and as guardian for the household",
    customer: "required",
    answers: checkInCode,
  },
  {
    method: "POST",
    path: "/store/members/:id/check-in-code/renew",
    tag,
    summary: "Another code, with which those shown before stop",
    body: z.strictObject({}),
    customer: "required",
    answers: checkInCode,
  },
  {
    method: "GET",
    path: "/store/households/mine",
    tag,
    summary: "The customer's own household",
    query: select,
    fields: { defaults: household, allowed: household },
    customer: "required",
    answers: { household: "StoreHousehold" },
  },
]

import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"
import { calendarDate, ids, name } from "../../http/shapes"

const lists = {
  name,
  guardian_ids: z.array(z.string()).max(100),
  member_ids: z.array(z.string()).max(100).optional(),
  move: z.boolean().optional(),
}
const newMember = z.strictObject({
  first_name: name,
  last_name: name.nullish(),
  date_of_birth: calendarDate.nullish(),
})

export const CreateHousehold = z.strictObject({
  ...lists,
  new_members: z.array(newMember).max(100).optional(),
})
export type CreateHouseholdBody = z.infer<typeof CreateHousehold>

export const UpdateHousehold = z.strictObject(lists).partial()
export type UpdateHouseholdBody = z.infer<typeof UpdateHousehold>

const defaults = [
  "id",
  "name",
  "members.id",
  "members.first_name",
  "members.last_name",
  "members.email",
  "members.customer_id",
  "members.is_guardian",
  "created_at",
  "updated_at",
]
const answers = { household: "Household" }
const one = "/admin/households/:id"
const resource = "membership_household"
const tag = "Households"
const select = createFindParams().pick({ fields: true })

export const householdRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: "/admin/households",
    tag,
    summary: "List households, newest first",
    query: createFindParams({ limit: 50 }).extend({ q: z.string().optional(), id: ids.optional() }),
    fields: { defaults, isList: true, defaultLimit: 50 },
    policy: { resource, operation: "read" },
    answers: { households: "Household" },
  },
  {
    method: "POST",
    path: "/admin/households",
    tag,
    summary: "Make a household of guardians, members, and people who become members with it",
    body: CreateHousehold,
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
    summary: "One household with its members",
    query: select,
    fields: { defaults },
    policy: { resource, operation: "read" },
    answers,
  },
  {
    method: "POST",
    path: one,
    tag,
    summary: "Rename a household, or say anew who lives there and who its guardians are",
    body: UpdateHousehold,
    query: select,
    fields: { defaults },
    policy: { resource, operation: "update" },
    answers,
  },
  {
    method: "DELETE",
    path: one,
    tag,
    summary: "Dissolve a household; its members stay",
    policy: { resource, operation: "delete" },
    answers: { id: "Id", object: "Object", deleted: "Deleted" },
  },
]

import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"
import { age, name, text } from "../../http/shapes"

export const CreateClassification = z.strictObject({
  name,
  description: text.nullish(),
  min_age: age.nullish(),
  max_age: age.nullish(),
  requires_proof: z.boolean().optional(),
})
export type CreateClassificationBody = z.infer<typeof CreateClassification>

export const UpdateClassification = CreateClassification.partial()
export type UpdateClassificationBody = z.infer<typeof UpdateClassification>

const defaults = [
  "id",
  "name",
  "description",
  "min_age",
  "max_age",
  "requires_proof",
  "created_at",
  "updated_at",
]
const answers = { membership_classification: "Classification" }
const one = "/admin/membership-classifications/:id"
const resource = "membership_classification"
const tag = "Classifications"
const select = createFindParams().pick({ fields: true })

export const classificationRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: "/admin/membership-classifications",
    tag,
    summary: "List classifications",
    query: createFindParams({ limit: 50 }).extend({
      q: z.string().optional(),
      id: z.union([z.string(), z.array(z.string())]).optional(),
    }),
    fields: { defaults, isList: true, defaultLimit: 50 },
    policy: { resource, operation: "read" },
    answers: { membership_classifications: "Classification" },
  },
  {
    method: "POST",
    path: "/admin/membership-classifications",
    tag,
    summary: "Add a classification",
    body: CreateClassification,
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
    summary: "One classification",
    query: select,
    fields: { defaults },
    policy: { resource, operation: "read" },
    answers,
  },
  {
    method: "POST",
    path: one,
    tag,
    summary: "Change a classification",
    body: UpdateClassification,
    query: select,
    fields: { defaults },
    policy: { resource, operation: "update" },
    answers,
  },
  {
    method: "DELETE",
    path: one,
    tag,
    summary: "Take away a classification that no chart names",
    policy: { resource, operation: "delete" },
    answers: { id: "Id", object: "Object", deleted: "Deleted" },
  },
]

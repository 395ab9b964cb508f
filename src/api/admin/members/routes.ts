import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import { MERGE_NOTICES } from "../../../domain/people/merge"
import type { RouteDefinition } from "../../http/route-table"
import { calendarDate, ids, name, text } from "../../http/shapes"

const email = z.email("Write an e-mail address.").max(320)
const phone = z.string().trim().max(50)

export const CreateMember = z.strictObject({
  first_name: name,
  last_name: name.nullish(),
  date_of_birth: calendarDate.nullish(),
  email: email.nullish(),
  phone: phone.nullish(),
  photo_url: z.url("Write an address that starts with https://.").max(2000).nullish(),
  notes: text.nullish(),
  customer_id: z.string().nullish(),
  household_id: z.string().nullish(),
})
export type CreateMemberBody = z.infer<typeof CreateMember>

export const UpdateMember = CreateMember.partial().extend({ move: z.boolean().optional() })
export type UpdateMemberBody = z.infer<typeof UpdateMember>

export const MergeMember = z.strictObject({
  into_member_id: z.string(),
  preview: z.boolean().default(false),
  confirmed: z.array(z.enum(MERGE_NOTICES)).max(MERGE_NOTICES.length).default([]),
  reason: text.nullish(),
})
export type MergeMemberBody = z.infer<typeof MergeMember>

export const AddProof = z.strictObject({
  classification_id: z.string(),
  note: text.nullish(),
  expires_on: calendarDate.nullish(),
})
export type AddProofBody = z.infer<typeof AddProof>

const yesOrNo = z.enum(["true", "false"]).transform((given) => given === "true")

const DeleteMemberQuery = z.object({ preview: yesOrNo.default(false) })

const AgeingOutQuery = z.object({
  days: z.coerce.number().int().min(0).max(3660).default(90),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
})

const defaults = [
  "id",
  "first_name",
  "last_name",
  "date_of_birth",
  "email",
  "phone",
  "photo_url",
  "notes",
  "customer_id",
  "household_id",
  "is_guardian",
  "created_at",
  "updated_at",
]
const proofDefaults = [
  "id",
  "member_id",
  "classification_id",
  "classification.name",
  "note",
  "expires_on",
  "created_at",
]
const one = "/admin/members/:id"
const resource = "membership_member"
const tag = "Members"
const select = createFindParams().pick({ fields: true })
const answers = { member: "Member" }
const deleted = { id: "Id", object: "Object", deleted: "Deleted" }

export const memberRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: "/admin/members",
    tag,
    summary: "List members, newest first",
    query: createFindParams({ limit: 50 }).extend({
      q: z.string().optional(),
      id: ids.optional(),
      customer_id: ids.optional(),
      household_id: ids.optional(),
      is_customer: yesOrNo.optional(),
    }),
    fields: { defaults, isList: true, defaultLimit: 50 },
    policy: { resource, operation: "read" },
    answers: { members: "Member" },
  },
  {
    method: "POST",
    path: "/admin/members",
    tag,
    summary: "Add a member",
    body: CreateMember,
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
    summary: "One member",
    query: select,
    fields: { defaults },
    policy: { resource, operation: "read" },
    answers,
  },
  {
    method: "POST",
    path: one,
    tag,
    summary: "Change a member",
    body: UpdateMember,
    query: select,
    fields: { defaults },
    policy: { resource, operation: "update" },
    answers,
  },
  {
    method: "DELETE",
    path: one,
    tag,
    summary: "Delete a member: their seats end, their name gives way, the history stays",
    query: DeleteMemberQuery,
    policy: { resource, operation: "delete" },
    previews: true,
    answers: { ...deleted, effects: "DeletionEffect" },
  },
  {
    method: "POST",
    path: `${one}/merge`,
    tag,
    summary:
      "Merge a member who is there twice into another one, who gets all that is theirs and is answered",
    body: MergeMember,
    query: select,
    fields: { defaults },
    policy: { resource, operation: "delete" },
    idempotent: true,
    previews: true,
    answers: { ...answers, effects: "MergeEffect" },
  },
  {
    method: "GET",
    path: "/admin/customers/:id/membership-effects",
    tag,
    summary: "What becomes of memberships if the platform's customer is deleted",
    policy: { resource, operation: "read" },
    answers: { effects: "DeletionEffect" },
  },
  {
    method: "GET",
    path: `${one}/proofs`,
    tag,
    summary: "List the proofs that staff recorded for a member",
    query: createFindParams({ limit: 50 }),
    fields: { defaults: proofDefaults, isList: true, defaultLimit: 50 },
    policy: { resource, operation: "read" },
    answers: { proofs: "Proof" },
  },
  {
    method: "POST",
    path: `${one}/proofs`,
    tag,
    summary: "Record a proof of a classification",
    body: AddProof,
    query: select,
    fields: { defaults: proofDefaults },
    policy: { resource, operation: "update" },
    idempotent: true,
    answers: { proof: "Proof" },
  },
  {
    method: "DELETE",
    path: `${one}/proofs/:proof_id`,
    tag,
    summary: "Take back a proof",
    policy: { resource, operation: "update" },
    answers: deleted,
  },
  {
    method: "GET",
    path: `${one}/classifications`,
    tag,
    summary: "What a member qualifies for today, why not, and until when",
    policy: { resource, operation: "read" },
    answers: { classifications: "MemberClassification" },
  },
  {
    method: "GET",
    path: "/admin/members-ageing-out",
    tag,
    summary: "Seats whose holders stop qualifying for them soon",
    query: AgeingOutQuery,
    policy: { resource, operation: "read" },
    answers: { members_ageing_out: "AgeingOut" },
  },
]

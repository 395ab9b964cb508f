import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import { invitationFields, InviteToSeat } from "../../http/invitations"
import type { RouteDefinition } from "../../http/route-table"
import { AdminSeatBodies, SEAT_ROUTES } from "../../http/seat-verbs"
import { ids, text } from "../../http/shapes"
import { AUDIT_ENTRY_FIELDS } from "../membership-audit-entries/routes"
import { AddSeats, SellMembership } from "./sale-shapes"

const STATUSES = [
  ...["pending", "upcoming", "active", "on_hold", "past_due"],
  ...["suspended", "exhausted", "expired", "canceled", "void"],
] as const

const status = z.enum(STATUSES)
const yesOrNo = z.enum(["true", "false"]).transform((given) => given === "true")

const ListMemberships = createFindParams({ limit: 50 }).extend({
  q: z.string().optional(),
  id: ids.optional(),
  status: z.union([status, z.array(status)]).optional(),
  plan_id: ids.optional(),
  kind: z.enum(["membership", "credit_pack"]).optional(),
  audience: ids.optional(),
  recurring: yesOrNo.optional(),
  location_id: ids.optional(),
  revenue_category: ids.optional(),
  customer_id: ids.optional(),
  member_id: ids.optional(),
  /** Whoever bought it, pays for a seat of it, or holds one now. */
  related_customer_id: ids.optional(),
  order_id: ids.optional(),
})
export type ListMembershipsQuery = Omit<
  z.infer<typeof ListMemberships>,
  "fields" | "limit" | "offset" | "order"
>

const RetrieveMembership = createFindParams()
  .pick({ fields: true })
  .extend({
    /** With so many of its last charges. */
    charges: z.preprocess(
      (given) => (given === undefined ? undefined : Number(given)),
      z.int().min(1).max(50).optional()
    ),
  })
export type RetrieveMembershipQuery = Pick<z.infer<typeof RetrieveMembership>, "charges">

const ListCandidates = z.object({
  q: z.string().max(200).default(""),
  limit: z.preprocess((given) => (given === undefined ? 20 : Number(given)), z.int().min(1).max(50)),
})
export type ListCandidatesQuery = z.infer<typeof ListCandidates>

export const RecordPayment = z.strictObject({
  note: text.nullish(),
  /** An order that added seats; absent: the one that sold the membership. */
  order_id: z.string().optional(),
})
export type RecordPaymentBody = z.infer<typeof RecordPayment>

const list = [
  ...[
    "id",
    "display_id",
    "status",
    "order_id",
    "customer_id",
    "customer_name",
    "customer_email",
    "location_id",
  ],
  ...[
    "currency_code",
    "purchased_at",
    "starts_on",
    "anchor_on",
    "ends_on",
    "must_start_by_on",
    "activated_at",
  ],
  "voided_at",
  ...["plan.id", "plan.name", "plan.handle", "plan.kind", "plan.audience", "plan.is_recurring"],
  "created_at",
  "updated_at",
]
const member = ["id", "first_name", "last_name", "email", "phone", "photo_url", "customer_id"]
const seat = [
  ...[
    "id",
    "position",
    "row_position",
    "label",
    "classification_id",
    "sequence",
    "required",
    "amount",
    "tax_rate",
  ],
  ...["starts_on", "canceled_on", "cancel_scope", "cancel_at_renewal", "is_pending", "order_id"],
  ...["id", "kind", "starts_on", "resumes_on", "fee", "reason"].map((field) => `holds.${field}`),
  ...["payer_customer_id", "holders.id", "holders.held_from", "holders.held_until"],
  ...member.map((field) => `holders.member.${field}`),
]
const one = [
  ...list,
  ...["time_zone", "sold_ends_on", "signup_fee", "sale_draft_id", "metadata", "sale_draft.first_period"],
  ...["plan.billing", "plan.validity", "plan.entitlement", "plan.starts", "plan.introductory_offer"],
  ...["price_chart.id", "price_chart.version", "price_chart.state"],
  ...seat.map((field) => `seats.${field}`),
  ...["accepted_at", "accepted_by", "terms.id", "terms.version"].map((field) => `accepted_terms.${field}`),
  ...["id", "code", "message", "details", "resolved_at", "resolution", "reason"].map(
    (field) => `issues.${field}`
  ),
  ...["id", "position", "code", "percent", "amount_minor", "cycles_left"].map(
    (field) => `discounts.${field}`
  ),
]

const path = "/admin/memberships/:id"
const resource = "membership"
const tag = "Memberships"
const select = createFindParams().pick({ fields: true })
const answers = { membership: "Membership" }

/** Of one membership. */
export const MEMBERSHIP_FIELDS = one

export const membershipRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: "/admin/memberships",
    tag,
    summary: "List memberships, newest first",
    query: ListMemberships,
    fields: { defaults: list, isList: true, defaultLimit: 50 },
    policy: { resource, operation: "read" },
    answers: { memberships: "Membership" },
  },
  {
    method: "POST",
    path: "/admin/memberships",
    tag,
    summary: "Sell a membership to a customer: as a draft order, to be paid, or paid",
    body: SellMembership,
    query: select,
    fields: { defaults: one },
    policy: { resource, operation: "create" },
    idempotent: true,
    answers: { ...answers, order: "SaleOrder", draft_id: "Id", quote: "Quote" },
  },
  {
    method: "POST",
    path: `${path}/seats`,
    tag,
    summary: "Sell further seats of a membership, from its own price chart",
    body: AddSeats,
    query: select,
    fields: { defaults: one },
    policy: { resource, operation: "update" },
    idempotent: true,
    previews: true,
    answers: { ...answers, effects: "SeatEffect", order: "SaleOrder", draft_id: "Id", quote: "Quote" },
  },
  {
    method: "GET",
    path,
    tag,
    summary: "One membership with its seats",
    query: RetrieveMembership,
    fields: { defaults: one },
    policy: { resource, operation: "read" },
    answers,
  },
  {
    method: "GET",
    path: `${path}/history`,
    tag,
    summary: "Who changed a membership, when and why",
    query: createFindParams({ limit: 50 }),
    fields: { defaults: AUDIT_ENTRY_FIELDS, isList: true, defaultLimit: 50 },
    policy: { resource, operation: "read" },
    answers: { history: "AuditEntry" },
  },
  {
    method: "POST",
    path: `${path}/record-payment`,
    tag,
    summary: "Record the payment that a pending membership waits for",
    body: RecordPayment,
    query: select,
    fields: { defaults: one },
    policy: { resource, operation: "update" },
    idempotent: true,
    answers,
  },
  {
    method: "GET",
    path: `${path}/options`,
    tag,
    summary: "What can be chosen about a membership's seats, and from when",
    policy: { resource, operation: "read" },
    answers: { options: "SeatOptions" },
  },
  {
    method: "GET",
    path: `${path}/seats/:seat_id/candidates`,
    tag,
    summary: "Who may take a seat, the household first, and why others may not",
    query: ListCandidates,
    fields: { defaults: [] },
    policy: { resource, operation: "read" },
    answers: { candidates: "SeatCandidate" },
  },
  {
    method: "GET",
    path: `${path}/invitations`,
    tag,
    summary: "Open invitations to seats of a membership",
    query: createFindParams({ limit: 50 }).pick({ fields: true, offset: true, limit: true }),
    fields: { defaults: invitationFields, disallowed: ["token_hash"], isList: true, defaultLimit: 50 },
    policy: { resource, operation: "read" },
    answers: { invitations: "Invitation" },
  },
  {
    method: "POST",
    path: `${path}/seats/:seat_id/invite`,
    tag,
    // No Idempotency-Key: a kept answer would keep the token. A seat has one open invitation, however often it is asked for.
    summary: "Ask somebody by e-mail to take an empty seat",
    body: InviteToSeat,
    policy: { resource, operation: "update" },
    answers: { invitation: "Invitation", token: "Token", sent: "Flag" },
  },
  {
    method: "DELETE",
    path: `${path}/invitations/:invitation_id`,
    tag,
    summary: "Take an open invitation back",
    policy: { resource, operation: "update" },
    answers: { id: "Id", object: "Object", deleted: "Deleted" },
  },
  ...[
    ...SEAT_ROUTES,
    {
      name: "payers",
      path: "/payer",
      summary: "Say who pays for several seats from their next charge on",
    } as const,
    { name: "extend", path: "/extend", summary: "Give the term a later end" } as const,
    { name: "start", path: "/start", summary: "Move a start that lies in the future" } as const,
  ].map((verb): RouteDefinition => ({
    method: "POST",
    path: `${path}${verb.path}`,
    tag,
    summary: verb.summary,
    body: AdminSeatBodies[verb.name],
    query: select,
    fields: { defaults: one },
    policy: { resource, operation: "update" },
    idempotent: true,
    previews: true,
    answers: { ...answers, effects: "SeatEffect" },
  })),
]

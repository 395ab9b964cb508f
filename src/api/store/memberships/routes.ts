import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import { ExchangeOwnCredits, TransferOwnCredits } from "../../http/credits"
import { OWN_CHARGE_FIELDS } from "../../http/charges"
import { invitationFields, InviteToSeat } from "../../http/invitations"
import type { RouteDefinition } from "../../http/route-table"
import { SEAT_ROUTES, StoreSeatBodies } from "../../http/seat-verbs"
import { seatWish } from "../../http/seat-wish"

const ListOwnMemberships = createFindParams({ limit: 50 })
  .pick({ fields: true, offset: true, limit: true })
  .extend({
    role: z.enum(["mine", "managed"]).optional(),
  })

const AcceptInvitation = z.strictObject({ token: z.string().min(1).max(200) })
export type AcceptInvitationBody = z.infer<typeof AcceptInvitation>

export const AddOwnSeats = seatWish({
  cart_id: z.string().optional(),
  quote_id: z.string().optional(),
  promo_codes: z.array(z.string()).max(50).optional(),
  preview: z.boolean().default(false),
}).superRefine((body, context) => {
  const { cart_id, preview } = body as { cart_id?: string; preview: boolean }
  if (preview || cart_id) return
  context.addIssue({ code: "custom", path: ["cart_id"], message: "Name the cart that they go into." })
})
export type AddOwnSeatsBody = z.infer<typeof AddOwnSeats>

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

/** Of one membership. */
export const OWN_MEMBERSHIP_FIELDS = fields

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
    method: "POST",
    path: "/store/memberships/:id/seats",
    tag,
    summary: "Put further seats of a membership into the customer's cart, from its own price chart",
    body: AddOwnSeats,
    customer: "required",
    idempotent: true,
    previews: true,
    answers: { cart: "Cart", draft_id: "Id", quote: "Quote", effects: "SeatEffect" },
  },
  {
    method: "GET",
    path: "/store/memberships/:id/options",
    tag,
    summary: "What the customer can choose about the seats, and from when",
    customer: "required",
    answers: { options: "SeatOptions" },
  },
  {
    method: "GET",
    path: "/store/memberships/:id/charges",
    tag,
    summary: "What the customer owes and has paid for a membership; all of it where they manage the whole",
    query: createFindParams({ limit: 50 }).pick({ fields: true, offset: true, limit: true }),
    fields: {
      ...{ defaults: OWN_CHARGE_FIELDS, allowed: OWN_CHARGE_FIELDS },
      ...{ isList: true, defaultLimit: 50 },
    },
    customer: "required",
    answers: { charges: "StoreCharge" },
  },
  {
    method: "POST",
    path: "/store/memberships/:id/charges/:charge_id/confirm",
    tag,
    // No Idempotency-Key: a kept answer would keep the secret.
    summary:
      "Get what the provider's own form needs, so that the payer confirms a payment that waits for them",
    body: z.strictObject({}),
    customer: "required",
    answers: { confirmation: "ChargeConfirmation" },
  },
  {
    method: "GET",
    path: "/store/memberships/:id/invitations",
    tag,
    summary: "Open invitations to seats of a membership",
    query: createFindParams({ limit: 50 }).pick({ fields: true, offset: true, limit: true }),
    fields: { defaults: invitationFields, allowed: invitationFields, isList: true, defaultLimit: 50 },
    customer: "required",
    answers: { invitations: "Invitation" },
  },
  {
    method: "POST",
    path: "/store/memberships/:id/seats/:seat_id/invite",
    tag,
    // No Idempotency-Key: a kept answer would keep the token. A seat has one open invitation, however often it is asked for.
    summary: "Ask somebody by e-mail to take an empty seat",
    body: InviteToSeat,
    customer: "required",
    answers: { invitation: "Invitation", token: "Token", sent: "Flag" },
  },
  {
    method: "DELETE",
    path: "/store/memberships/:id/invitations/:invitation_id",
    tag,
    summary: "Take an open invitation back",
    customer: "required",
    answers: { id: "Id", object: "Object", deleted: "Deleted" },
  },
  {
    method: "POST",
    path: "/store/membership-invitations/accept",
    tag,
    summary: "Take the seat that one was invited to",
    body: AcceptInvitation,
    query: createFindParams().pick({ fields: true }),
    fields: { defaults: fields, allowed: fields },
    customer: "required",
    answers: { membership: "StoreMembership" },
  },
  {
    method: "GET",
    path: "/store/memberships/:id/credits",
    tag,
    summary: "How many credits are left on the customer's seats, and what became of them",
    query: createFindParams({ limit: 50 }).pick({ offset: true, limit: true }),
    fields: { defaults: [], allowed: [], isList: true, defaultLimit: 50 },
    customer: "required",
    answers: { credits: "StoreMembershipCredits", entries: "StoreCreditEntry" },
  },
  ...[
    { path: "exchange", summary: "Exchange credits of one service for another's", body: ExchangeOwnCredits },
    { path: "transfer", summary: "Give credits to the member on another seat", body: TransferOwnCredits },
  ].map((change): RouteDefinition => ({
    ...{ ...change, method: "POST", path: `/store/memberships/:id/credits/${change.path}`, tag },
    customer: "required",
    idempotent: true,
    previews: true,
    answers: { credits: "StoreMembershipCredits", effects: "StoreCreditEffect" },
  })),
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

import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import { CHARGE_FIELDS } from "../../http/charges"
import type { RouteDefinition } from "../../http/route-table"
import { amount, ids, text } from "../../http/shapes"

const STATUSES = [
  ...(["scheduled", "processing", "requires_action", "unknown", "failed", "parked"] as const),
  ...(["paid", "waived", "canceled"] as const),
] as const
const status = z.enum(STATUSES)
const instant = z.iso.datetime({ offset: true })

const ListCharges = createFindParams({ limit: 50 }).extend({
  /** The name or the e-mail of whoever pays. */
  q: z.string().max(200).optional(),
  id: ids.optional(),
  status: z.union([status, z.array(status)]).optional(),
  membership_id: ids.optional(),
  /** Who pays. */
  customer_id: ids.optional(),
  /** Of what is open: due already, or later. */
  due: z.enum(["overdue", "upcoming"]).optional(),
  /** From this instant on; before that one. */
  due_after: instant.optional(),
  due_before: instant.optional(),
  /** Money was taken for what had been settled otherwise, and is to be given back. */
  paid_beside: z
    .enum(["true", "false"])
    .transform((given) => given === "true")
    .optional(),
})
export type ListChargesQuery = Omit<z.infer<typeof ListCharges>, "fields" | "limit" | "offset" | "order">

const preview = z.boolean().default(false)

const NoFields = z.strictObject({})

export const RetryCharge = z.strictObject({ preview })
export type RetryChargeBody = z.infer<typeof RetryCharge>

export const RecordChargePayment = z.strictObject({
  method: z.enum(["cash", "transfer", "other"]),
  /** Of the receipt or the transfer. */
  reference: z.string().trim().max(200).nullish(),
  note: text.max(2000).nullish(),
  preview,
})
export type RecordChargePaymentBody = z.infer<typeof RecordChargePayment>

export const WaiveCharge = z.strictObject({
  /** Needed to do it, not to look at it. */
  reason: z.string().trim().min(1, "Say why.").max(2000).nullish(),
  preview,
})
export type WaiveChargeBody = z.infer<typeof WaiveCharge>

export const RecordChargeRefund = z.strictObject({
  /** In the currency's major unit; all that was taken where it is left out. */
  amount: amount.nullish(),
  reason: z.string().trim().min(1, "Say why.").max(2000),
})
export type RecordChargeRefundBody = z.infer<typeof RecordChargeRefund>

const resource = "membership_charge"
const path = "/admin/membership-charges/:id"
const tag = "Charges"
const select = createFindParams().pick({ fields: true })
const change = {
  ...{ method: "POST" as const, tag, query: select, fields: { defaults: CHARGE_FIELDS }, idempotent: true },
  policy: { resource, operation: "update" as const },
  answers: { membership_charge: "ChargeWithAttempts" },
}
const list = { defaults: CHARGE_FIELDS, isList: true, defaultLimit: 50 }

export const chargeRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: "/admin/membership-charges",
    tag,
    summary: "List charges, those due last first",
    query: ListCharges,
    fields: list,
    policy: { resource, operation: "read" },
    answers: { membership_charges: "Charge" },
  },
  {
    method: "GET",
    path,
    tag,
    summary: "One charge with its lines and its attempts",
    query: select,
    fields: { defaults: CHARGE_FIELDS },
    policy: { resource, operation: "read" },
    answers: { membership_charge: "ChargeWithAttempts" },
  },
  {
    method: "GET",
    path: "/admin/memberships/:id/charges",
    tag,
    summary: "The charges of a membership, the last period first",
    query: createFindParams({ limit: 50 }),
    fields: list,
    policy: { resource, operation: "read" },
    answers: { membership_charges: "Charge" },
  },
  {
    ...change,
    path: `${path}/retry`,
    summary: "Try a charge again at once, or look up what nobody knows",
    body: RetryCharge,
    previews: true,
    answers: { ...change.answers, effects: "SettlingEffect" },
  },
  {
    ...change,
    path: `${path}/record-payment`,
    summary: "Record that a charge was paid in cash, by transfer or otherwise",
    body: RecordChargePayment,
    previews: true,
    answers: { ...change.answers, effects: "SettlingEffect" },
  },
  {
    ...change,
    path: `${path}/waive`,
    summary: "Let a charge off",
    body: WaiveCharge,
    previews: true,
    answers: { ...change.answers, effects: "SettlingEffect" },
  },
  {
    ...change,
    path: `${path}/record-refund`,
    summary: "Record that money was given back which a provider took for a charge that was settled otherwise",
    body: RecordChargeRefund,
  },
  {
    ...change,
    path: `${path}/reconcile`,
    summary: "Ask the payment provider now what became of a charge",
    body: NoFields,
    answers: { ...change.answers, found: "ChargeFinding", refusal: "ChargeRefusal" },
  },
  {
    method: "GET",
    path: "/admin/membership-charge-numbers",
    tag,
    summary: "What was collected today, what failed and what is open",
    policy: { resource, operation: "read" },
    answers: { membership_charge_numbers: "ChargeNumbers" },
  },
]

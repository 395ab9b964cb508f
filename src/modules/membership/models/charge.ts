import { model } from "@medusajs/framework/utils"

/**
 * What one payer owes for one period (BILL-1): unique by membership, payer and period, so that it exists at most once,
 * whoever enqueues it and however often. Amounts are in the currency's smallest unit; their columns are `bigint`.
 */
export const MembershipCharge = model
  .define("membership_charge", {
    id: model.id({ prefix: "mchg" }).primaryKey(),
    membership_id: model.text(),
    /** Names the payer within the membership: a customer's id, or `purchaser` for a guest. */
    payer_key: model.text(),
    payer_customer_id: model.text().nullable(),
    /** Names what is charged for: a period, the purchase that used itself up (CREDIT-6), a missed visit (CREDIT-4). */
    period_key: model.text(),
    /** 0 is the sale, which is never one of these; and what pays for no period, as a fine. */
    period_index: model.number(),
    /** Of a fine, the day of the visit. */
    period_starts_on: model.text(),
    /** The first day of the next one; null where none is known. */
    period_ends_on: model.text().nullable(),
    /** The version that priced it (CHART-8, MONEY-3). */
    price_chart_id: model.text(),
    chart_version: model.number(),
    currency_code: model.text(),
    /** `DiscountedLine[]`, with the first attempt `TaxedLine[]`, by which the amount is explained (MONEY-3). */
    lines: model.json(),
    subtotal_minor: model.number(),
    discount_minor: model.number(),
    /** null until the first attempt, which fixes the tax and with it the total. */
    is_tax_inclusive: model.boolean().nullable(),
    tax_minor: model.number().nullable(),
    total_minor: model.number().nullable(),
    due_at: model.dateTime(),
    status: model.enum([
      "scheduled",
      "processing",
      "requires_action",
      "unknown",
      "failed",
      "parked",
      "paid",
      "waived",
      "canceled",
    ]),
    /** When a worker has something to do about it; null: nothing by itself. From here on as `ChargeFacts`. */
    act_at: model.dateTime().nullable(),
    /** The number of the current attempt; 0 before the first. */
    attempt: model.number().default(0),
    reuses_key: model.boolean().default(false),
    sent_at: model.dateTime().nullable(),
    /** Since when money may have moved without our knowing (BILL-4). */
    uncertain_since: model.dateTime().nullable(),
    /** Counts the claims: whoever writes with an older one comes too late. */
    fence: model.number().default(0),
    lease_until: model.dateTime().nullable(),
    started_by: model.number().nullable(),
    lookups: model.number().default(0),
    outages: model.number().default(0),
    first_failed_at: model.dateTime().nullable(),
    failure_code: model.text().nullable(),
    parked_reason: model.enum(["payment_not_found", "payment_pending", "provider_unreachable"]).nullable(),
    paid_attempt: model.number().nullable(),
    settled_at: model.dateTime().nullable(),
    /** Where the payer confirms it (BILL-5). */
    action_url: model.text().nullable(),
    /** `nothing` where nothing was to be paid. */
    paid_by: model.enum(["provider", "manual", "nothing"]).nullable(),
    /** How it was paid by hand (BILL-6), and what its receipt or transfer says; null otherwise. */
    paid_with: model.enum(["cash", "transfer", "other"]).nullable(),
    reference: model.text().nullable(),
    /** The attempt by which a provider took money although the charge was settled otherwise: staff give it back. */
    paid_beside_attempt: model.number().nullable(),
    /** When staff recorded that they have, and how much (`bigint`); null: not yet. */
    given_back_at: model.dateTime().nullable(),
    given_back_minor: model.number().nullable(),
    /** What staff noted with a payment by hand (BILL-6), or a waiver. */
    note: model.text().nullable(),
    /** The Medusa order that shows it (BILL-2); made after the money, from this row. */
    order_id: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_membership_charge_once",
      on: ["membership_id", "payer_key", "period_key"],
      unique: true,
    },
    { name: "IDX_membership_charge_act", on: ["act_at"], where: "act_at is not null" },
    { name: "IDX_membership_charge_payer", on: ["payer_customer_id"] },
    {
      name: "IDX_membership_charge_without_total",
      on: ["due_at"],
      where: "total_minor is null",
    },
    { name: "IDX_membership_charge_paid_beside", on: ["id"], where: "paid_beside_attempt is not null" },
    { name: "IDX_membership_charge_open", on: ["due_at"], where: "settled_at is null" },
    { name: "IDX_membership_charge_settled", on: ["settled_at"], where: "settled_at is not null" },
    {
      name: "IDX_membership_charge_without_order",
      on: ["settled_at"],
      where: "status = 'paid' and order_id is null",
    },
  ])

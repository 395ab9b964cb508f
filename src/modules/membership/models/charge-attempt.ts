import { model } from "@medusajs/framework/utils"

/** One call to a payment provider, written down before it is made (BILL-3, BILL-4): what came of it is added after. */
export const MembershipChargeAttempt = model
  .define("membership_charge_attempt", {
    id: model.id({ prefix: "matt" }).primaryKey(),
    charge_id: model.text(),
    /** 1 is the first. */
    number: model.number(),
    /** The provider's: the same for the same attempt, whoever sends it (BILL-4). */
    idempotency_key: model.text(),
    provider_id: model.text(),
    account_holder_id: model.text(),
    payment_method_id: model.text(),
    amount_minor: model.number(),
    started_at: model.dateTime(),
    finished_at: model.dateTime().nullable(),
    outcome: model.enum(["paid", "declined", "requires_action", "unknown", "provider_down"]).nullable(),
    code: model.text().nullable(),
    message: model.text().nullable(),
    /** What the provider calls the payment. */
    provider_reference: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_membership_charge_attempt_number_unique", on: ["charge_id", "number"], unique: true },
    { name: "IDX_membership_charge_attempt_key_unique", on: ["idempotency_key"], unique: true },
    { name: "IDX_membership_charge_attempt_started_at", on: ["started_at"] },
  ])

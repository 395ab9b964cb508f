import { model } from "@medusajs/framework/utils"

/** One line of the credit ledger (CREDIT-1): what it changes, why, and by whom. Triggers refuse UPDATE and DELETE. */
export const MembershipCreditEntry = model
  .define("membership_credit_entry", {
    id: model.id({ prefix: "mcen" }).primaryKey(),
    grant_id: model.text(),
    membership_id: model.text(),
    kind: model.enum([
      "grant",
      "reserve",
      "redeem",
      "release",
      "expire",
      "roll_over",
      "revoke",
      "adjust",
      "transfer",
      "exchange",
    ]),
    available: model.number(),
    reserved: model.number(),
    available_value_minor: model.number(),
    reserved_value_minor: model.number(),
    /** When it takes effect; `created_at` is when it was written. */
    at: model.dateTime(),
    cause_type: model.text(),
    cause_id: model.text().nullable(),
    actor_type: model.enum(["user", "customer", "api-key", "device", "system"]),
    actor_id: model.text().nullable(),
    reason: model.text().nullable(),
    idempotency_key: model.text(),
    /** The key of the reservation that it ends, or of the use that it undoes. */
    settles_key: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_membership_credit_entry_key_unique", on: ["idempotency_key"], unique: true },
    {
      name: "IDX_membership_credit_entry_settles_unique",
      on: ["settles_key"],
      unique: true,
      where: "settles_key is not null",
    },
    { name: "IDX_membership_credit_entry_grant", on: ["grant_id"] },
    { name: "IDX_membership_credit_entry_membership", on: ["membership_id", "at"] },
  ])

import { model } from "@medusajs/framework/utils"

/**
 * Credits given at one time with one expiry and one scope, and what is left of them: a projection of the ledger's
 * entries, which one statement writes together with them. Values are in the currency's smallest unit, because the
 * database splits them over credits (CREDIT-10); their columns are `bigint`. Triggers refuse DELETE.
 */
export const MembershipCreditGrant = model
  .define("membership_credit_grant", {
    id: model.id({ prefix: "mcgr" }).primaryKey(),
    /** The same grant is never made twice. */
    key: model.text(),
    membership_id: model.text(),
    /** null: shared by all seats (CREDIT-7). */
    seat_id: model.text().nullable(),
    source: model.enum(["period", "roll_over", "adjust", "transfer", "exchange"]),
    source_grant_id: model.text().nullable(),
    /** null: for every service (PLAN-5). */
    service_ids: model.array().nullable(),
    /** The period, or the purchase of an auto-renewing pack, that gave them; null for a gift. */
    period_index: model.number().nullable(),
    starts_on: model.text().nullable(),
    expires_on: model.text().nullable(),
    /** The expiry without any hold (HOLD-4). */
    given_expires_on: model.text().nullable(),
    starts_at: model.dateTime().nullable(),
    expires_at: model.dateTime().nullable(),
    /** The seat or the membership ends then. */
    revokes_at: model.dateTime().nullable(),
    /**
     * When time ends what is left of them next; null once that is written. The job looks for this column alone: an index
     * that asked what is available would be written with every use.
     */
    settles_at: model.dateTime().nullable(),
    credits: model.number(),
    value_minor: model.number(),
    /** null: its period is not paid yet; bookings may reserve from it, which makes `available` a debt until then. */
    granted_at: model.dateTime().nullable(),
    available: model.number().default(0),
    reserved: model.number().default(0),
    available_value_minor: model.number().default(0),
    reserved_value_minor: model.number().default(0),
  })
  .indexes([
    { name: "IDX_membership_credit_grant_key_unique", on: ["key"], unique: true },
    { name: "IDX_membership_credit_grant_membership", on: ["membership_id"] },
    {
      name: "IDX_membership_credit_grant_settles",
      on: ["settles_at"],
      where: "settles_at is not null",
    },
  ])
  .checks([
    {
      name: "CK_membership_credit_grant_credits",
      expression: ({ available, reserved, credits, granted_at }) =>
        `${reserved} >= 0 and ${available} + ${reserved} >= 0 and (${available} >= 0 or (${granted_at} is null and ${available} + ${credits} >= 0))`,
    },
    {
      name: "CK_membership_credit_grant_values",
      expression: ({ available, reserved, available_value_minor, reserved_value_minor }) =>
        `${available_value_minor} >= 0 and ${reserved_value_minor} >= 0 and (${available} > 0 or ${available_value_minor} = 0) and (${reserved} > 0 or ${reserved_value_minor} = 0)`,
    },
  ])

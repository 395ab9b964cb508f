import { model } from "@medusajs/framework/utils"

/** The first answer to a write that carried an `Idempotency-Key`, replayed to the same key and body. */
export const MembershipIdempotencyKey = model
  .define("membership_idempotency_key", {
    id: model.id({ prefix: "midem" }).primaryKey(),
    /** Who called which route: `POST /admin/membership-plans user:user_1`. */
    scope: model.text(),
    key: model.text(),
    body_hash: model.text(),
    /** null while the first call is under way. */
    response_status: model.number().nullable(),
    response_body: model.json().nullable(),
    locked_until: model.dateTime(),
  })
  .indexes([{ name: "IDX_membership_idempotency_key_unique", on: ["scope", "key"], unique: true }])

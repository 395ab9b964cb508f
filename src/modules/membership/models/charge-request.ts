import { model } from "@medusajs/framework/utils"

/** The use that took the last credit of a pack that renews itself asks for one charge (CREDIT-6). */
export const MembershipChargeRequest = model
  .define("membership_charge_request", {
    id: model.id({ prefix: "mcreq" }).primaryKey(),
    membership_id: model.text(),
    /** Names the purchase that was used up: one charge for each. */
    exhausted_grant_id: model.text(),
    requested_at: model.dateTime(),
    /** When its charges were made, which name the grant in their `period_key`; null while it waits. */
    settled_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_membership_charge_request_once",
      on: ["membership_id", "exhausted_grant_id"],
      unique: true,
    },
    { name: "IDX_membership_charge_request_open", on: ["requested_at"], where: "settled_at is null" },
  ])

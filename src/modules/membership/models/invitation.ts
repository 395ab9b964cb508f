import { model } from "@medusajs/framework/utils"

/**
 * Somebody is asked by e-mail to take a seat (SEAT-1). Only a hash of the token is kept; it works once, for the account
 * of that address, until it expires or is taken back. A seat has at most one that is open.
 */
export const MembershipInvitation = model
  .define("membership_invitation", {
    id: model.id({ prefix: "minvite" }).primaryKey(),
    membership_id: model.text(),
    seat_id: model.text(),
    /** Lower case. */
    email: model.text(),
    token_hash: model.text(),
    expires_at: model.dateTime(),
    accepted_at: model.dateTime().nullable(),
    revoked_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: "IDX_membership_invitation_token_unique", on: ["token_hash"], unique: true },
    {
      name: "IDX_membership_invitation_one_open",
      on: ["seat_id"],
      unique: true,
      where: "accepted_at is null and revoked_at is null and deleted_at is null",
    },
    { name: "IDX_membership_invitation_membership", on: ["membership_id"] },
  ])

import { model } from "@medusajs/framework/utils"

/**
 * What a member shows at the front desk (ACCESS-7): a code that changes each half minute, or a card. Of a card only a hash
 * is kept; the secret of a rotating code never leaves the server. Revoked codes stay, so that they are known as such.
 */
export const MembershipAccessCode = model
  .define("membership_access_code", {
    id: model.id({ prefix: "mcode" }).primaryKey(),
    member_id: model.text(),
    kind: model.enum(["rotating", "card"]),
    /** Of a rotating code: base32. */
    secret: model.text().nullable(),
    /** Of a card: SHA-256 of what is scanned, in hexadecimal. */
    code_hash: model.text().nullable(),
    label: model.text().nullable(),
    revoked_at: model.dateTime().nullable(),
    /** The staff user; null for the member and for the system. */
    created_by: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_membership_access_code_one_rotating",
      on: ["member_id"],
      unique: true,
      where: "kind = 'rotating' and revoked_at is null and deleted_at is null",
    },
    {
      name: "IDX_membership_access_code_hash_unique",
      on: ["code_hash"],
      unique: true,
      where: "revoked_at is null and deleted_at is null",
    },
    { name: "IDX_membership_access_code_hash", on: ["code_hash"], where: "code_hash is not null" },
    { name: "IDX_membership_access_code_member", on: ["member_id"] },
  ])

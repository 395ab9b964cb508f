import { model } from "@medusajs/framework/utils"

/**
 * A tablet or till at a location's front desk. Its token is signed and names `token_version`, so that nothing secret is
 * kept here; a renewed token, or `revoked_at`, stops the ones before.
 */
export const MembershipFrontDeskDevice = model.define("membership_front_desk_device", {
  id: model.id({ prefix: "mfdd" }).primaryKey(),
  name: model.text().searchable(),
  /** A stock location. */
  location_id: model.text(),
  token_version: model.number().default(1),
  revoked_at: model.dateTime().nullable(),
  /** To the minute. */
  last_seen_at: model.dateTime().nullable(),
  /** The staff user; null for the system. */
  created_by: model.text().nullable(),
})

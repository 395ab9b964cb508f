import { model } from "@medusajs/framework/utils"

/**
 * One check-in, allowed or denied, with its reasons (ACCESS-5). What was decided never changes; undoing it only says so.
 * The rows keep the ids of what they are about, which people and plans outlive.
 */
export const MembershipVisit = model
  .define("membership_visit", {
    id: model.id({ prefix: "mvis" }).primaryKey(),
    /** `guest`: somebody whom the member brought along (ACCESS-6). */
    kind: model.enum(["visit", "guest"]).default("visit"),
    is_allowed: model.boolean(),
    /** The first reason of a denial. */
    code: model.text().nullable(),
    member_id: model.text(),
    /** As the member names them; blank once the member was deleted. */
    guest_name: model.text().nullable(),
    membership_id: model.text().nullable(),
    seat_id: model.text().nullable(),
    service_id: model.text().nullable(),
    /** A stock location. */
    location_id: model.text(),
    at: model.dateTime(),
    /** The calendar day at the location. */
    local_on: model.text(),
    credits: model.number().default(0),
    /** The decision as it was answered, so that the same request is answered the same (ACCESS-4). */
    decision: model.json(),
    /** The period whose guest pass it used, by its first instant, and which pass of it. */
    guest_period_at: model.dateTime().nullable(),
    guest_number: model.number().nullable(),
    /** Staff let in whom the rules do not, and why. */
    override_reason: model.text().nullable(),
    /** The term began with it (TERM-2). */
    starts_term: model.boolean().default(false),
    device_id: model.text().nullable(),
    actor_type: model.text(),
    actor_id: model.text().nullable(),
    idempotency_key: model.text(),
    /** What the request chose beside the ids above: another choice under the same key is another request (ACCESS-4). */
    asked: model.json().nullable(),
    undone_at: model.dateTime().nullable(),
    undone_by: model.text().nullable(),
    undo_reason: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_membership_visit_key_unique", on: ["idempotency_key"], unique: true },
    { name: "IDX_membership_visit_member", on: ["member_id", "at"] },
    {
      name: "IDX_membership_visit_membership",
      on: ["membership_id", "at"],
      where: "membership_id is not null",
    },
    { name: "IDX_membership_visit_location", on: ["location_id", "local_on"] },
    // A pass is used once, however many guests come at once.
    {
      name: "IDX_membership_visit_guest_pass_unique",
      on: ["membership_id", "guest_period_at", "guest_number"],
      unique: true,
      where: "guest_number is not null and undone_at is null",
    },
  ])

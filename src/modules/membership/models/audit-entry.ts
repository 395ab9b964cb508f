import { model } from "@medusajs/framework/utils"

/** Who changed what, when and why (SAFE-2). Triggers refuse UPDATE and DELETE. Holds no date of birth. */
export const MembershipAuditEntry = model
  .define("membership_audit_entry", {
    id: model.id({ prefix: "maudit" }).primaryKey(),
    at: model.dateTime(),
    actor_type: model.enum(["user", "customer", "api-key", "device", "system"]),
    actor_id: model.text().nullable(),
    /** Verb and noun, such as `publish-price-chart`. */
    action: model.text(),
    subject_type: model.text(),
    subject_id: model.text(),
    membership_id: model.text().nullable(),
    changes: model.json(),
    reason: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_membership_audit_subject", on: ["subject_type", "subject_id"] },
    { name: "IDX_membership_audit_membership", on: ["membership_id"], where: "membership_id is not null" },
  ])

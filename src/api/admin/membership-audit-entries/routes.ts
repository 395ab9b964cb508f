import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import type { RouteDefinition } from "../../http/route-table"
import { ids } from "../../http/shapes"

/** Of one entry, here and in a membership's own history. */
export const AUDIT_ENTRY_FIELDS = [
  ...["id", "at", "actor_type", "actor_id", "action", "subject_type", "subject_id", "membership_id"],
  ...["changes", "reason"],
]

export const auditEntryRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: "/admin/membership-audit-entries",
    tag: "Audit trail",
    summary: "Who changed what, when and why; newest first",
    query: createFindParams({ limit: 50 }).extend({
      id: ids.optional(),
      subject_type: ids.optional(),
      subject_id: ids.optional(),
      membership_id: ids.optional(),
      actor_id: ids.optional(),
      action: ids.optional(),
    }),
    fields: { defaults: AUDIT_ENTRY_FIELDS, isList: true, defaultLimit: 50 },
    policy: { resource: "membership_audit_entry", operation: "read" },
    answers: { membership_audit_entries: "AuditEntry" },
  },
]

import { model } from "@medusajs/framework/utils"

/** What a visit is for (PLAN-5, PLAN-11). The JSON columns have the shapes of `src/domain/services/types.ts`. */
export const MembershipService = model
  .define("membership_service", {
    id: model.id({ prefix: "msvc" }).primaryKey(),
    /** Unique whatever its case: an index on `lower(name)` stands in a migration. */
    name: model.text().searchable(),
    handle: model.text().searchable(),
    description: model.text().nullable(),
    kind: model.enum(["class", "appointment", "event", "facility"]),
    status: model.enum(["active", "archived"]).default("active"),
    credit_cost: model.number().default(1),
    members_only: model.boolean().default(false),
    is_general_hours: model.boolean().default(false),
    location_ids: model.json().nullable(),
    time_windows: model.json().nullable(),
    reentry_minutes: model.number().nullable(),
    missed_visit: model.json().default({ effect: "redeem", fines: [] }),
    cancellation_window_minutes: model.number().nullable(),
    metadata: model.json().nullable(),
  })
  .indexes([
    {
      name: "IDX_membership_service_handle_unique",
      on: ["handle"],
      unique: true,
      where: { deleted_at: null },
    },
  ])
  .checks([
    { name: "membership_service_credit_cost", expression: (c) => `${c.credit_cost} >= 1` },
    {
      name: "membership_service_reentry_minutes",
      expression: (c) => `${c.reentry_minutes} is null or ${c.reentry_minutes} >= 1`,
    },
    {
      name: "membership_service_cancellation_window",
      expression: (c) => `${c.cancellation_window_minutes} is null or ${c.cancellation_window_minutes} >= 1`,
    },
  ])

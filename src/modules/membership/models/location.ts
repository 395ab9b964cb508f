import { model } from "@medusajs/framework/utils"

/** What the plugin adds to a Medusa stock location: an IANA time zone and opening hours. One of them is the studio's default. */
export const MembershipLocation = model
  .define("membership_location", {
    id: model.id({ prefix: "mloc" }).primaryKey(),
    stock_location_id: model.text().unique(),
    time_zone: model.text(),
    /** `[{ weekdays: [1…7, Monday first], opens: "06:00", closes: "22:00" }]` in local wall-clock time. */
    opening_hours: model.json().nullable(),
    is_default: model.boolean().default(false),
  })
  .indexes([
    {
      name: "IDX_membership_location_one_default",
      on: ["is_default"],
      unique: true,
      where: "is_default and deleted_at is null",
    },
  ])

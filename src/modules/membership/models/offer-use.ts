import { model } from "@medusajs/framework/utils"

/**
 * One use of an introductory offer, claimed before money moves (PLAN-8). `ordinal` runs from 1 to the offer's
 * limit, so the unique index lets exactly that many sales through, whatever races.
 */
export const MembershipOfferUse = model
  .define("membership_offer_use", {
    id: model.id({ prefix: "moffer" }).primaryKey(),
    plan_id: model.text(),
    scope: model.enum(["customer", "household"]),
    /** Customer id or household id. */
    scope_id: model.text(),
    ordinal: model.number(),
    sale_draft_id: model.text(),
    claimed_at: model.dateTime(),
  })
  .indexes([
    {
      name: "IDX_membership_offer_use_ordinal_unique",
      on: ["plan_id", "scope", "scope_id", "ordinal"],
      unique: true,
      where: { deleted_at: null },
    },
    { name: "IDX_membership_offer_use_draft", on: ["sale_draft_id"] },
  ])

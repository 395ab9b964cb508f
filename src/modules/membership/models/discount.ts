import { model } from "@medusajs/framework/utils"
import { Membership } from "./membership"

/** A promotion that a membership was sold with, as far as it lowers its further charges (SALE-10). */
export const MembershipDiscount = model
  .define("membership_discount", {
    id: model.id({ prefix: "mdis" }).primaryKey(),
    membership: model.belongsTo(() => Membership, { mappedBy: "discounts" }),
    /** The sale of further seats that it came with, which alone it lowers (SEAT-8); null is the membership's own. */
    sale_draft_id: model.text().nullable(),
    /** They are taken off in this order, each from what the ones before have left. */
    position: model.number(),
    code: model.text().nullable(),
    /** Off every seat of its sale, 0 to 100; null where it is an amount. */
    percent: model.float().nullable(),
    /** Off the whole period, in the currency's smallest unit (`bigint`); null where it is a percentage. */
    amount_minor: model.number().nullable(),
    /** Charges that it still lowers; null is for ever. */
    cycles_left: model.number().nullable(),
  })
  .indexes([{ name: "IDX_membership_discount_once", on: ["membership_id", "position"], unique: true }])

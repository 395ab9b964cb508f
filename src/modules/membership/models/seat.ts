import { model } from "@medusajs/framework/utils"
import { Membership } from "./membership"
import { MembershipSeatHold } from "./seat-hold"
import { MembershipSeatHolder } from "./seat-holder"

/** A place in a membership, priced by a row of its chart version and copied here for life. */
export const MembershipSeat = model
  .define("membership_seat", {
    id: model.id({ prefix: "mseat" }).primaryKey(),
    membership: model.belongsTo(() => Membership, { mappedBy: "seats" }),
    /** Order within the membership, from 1. */
    position: model.number(),
    row_position: model.number(),
    label: model.text(),
    classification_id: model.text().nullable(),
    /** 1 for the first seat of its classification ("Child 2"). */
    sequence: model.number(),
    required: model.boolean(),
    amount: model.bigNumber(),
    tax_rate: model.float().nullable(),
    payer_customer_id: model.text().nullable(),
    /** First day of a seat that was added later; null is there from the start (SEAT-8). */
    starts_on: model.text().nullable(),
    /** The sale and the order that added it; null came with the membership. */
    sale_draft_id: model.text().nullable(),
    order_id: model.text().nullable(),
    /** Added, and its order is not paid yet (SALE-7). */
    is_pending: model.boolean().default(false),
    /** When it got its row on another version (CHART-10); null has the row that was sold. */
    repriced_at: model.dateTime().nullable(),
    /** First day without it; null where no end is known (CANCEL-1). */
    canceled_on: model.text().nullable(),
    /** `membership`: canceled with the whole, and taken back with it (CANCEL-3). */
    cancel_scope: model.enum(["seat", "membership"]).nullable(),
    /** It ends with what is paid, which holds put off (CANCEL-1, HOLD-4); otherwise on a day that somebody chose. */
    cancel_at_renewal: model.boolean().default(false),
    /** The holds that its cancellation cut off, as they were. */
    cut_holds: model.json().nullable(),
    holds: model.hasMany(() => MembershipSeatHold, { mappedBy: "seat" }),
    holders: model.hasMany(() => MembershipSeatHolder, { mappedBy: "seat" }),
  })
  .indexes([
    { name: "IDX_membership_seat_position_unique", on: ["membership_id", "position"], unique: true },
    { name: "IDX_membership_seat_payer", on: ["payer_customer_id"] },
    // One sale adds each of its seats once, however often its event arrives (SALE-6). Rows of another version are others.
    {
      name: "IDX_membership_seat_sale_unique",
      on: ["sale_draft_id", "row_position", "sequence"],
      unique: true,
      where: "sale_draft_id is not null and repriced_at is null",
    },
    { name: "IDX_membership_seat_order", on: ["order_id"], where: "order_id is not null" },
  ])

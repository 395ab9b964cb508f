import { model } from "@medusajs/framework/utils"
import { MembershipSeat } from "./seat"

/** A pause of a seat, or a payment holiday (HOLD-1, HOLD-4). Those of one seat never overlap (HOLD-7). */
export const MembershipSeatHold = model
  .define("membership_seat_hold", {
    id: model.id({ prefix: "mpause" }).primaryKey(),
    seat: model.belongsTo(() => MembershipSeat, { mappedBy: "holds" }),
    membership_id: model.text(),
    kind: model.enum(["hold", "payment_holiday"]).default("hold"),
    /** First day on hold, in the membership's zone. */
    starts_on: model.text(),
    /** First day back; null lasts until it is ended. */
    resumes_on: model.text().nullable(),
    /** For this seat, in the membership's currency (HOLD-3). */
    fee: model.bigNumber(),
    /** When its fee went into a charge (HOLD-3). */
    fee_charged_at: model.dateTime().nullable(),
    reason: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_membership_seat_hold_membership", on: ["membership_id"], where: "deleted_at is null" },
  ])
  .checks([
    {
      name: "CK_membership_seat_hold_dates",
      expression: (columns) =>
        `${columns.resumes_on} is null or ${columns.resumes_on} > ${columns.starts_on}`,
    },
  ])

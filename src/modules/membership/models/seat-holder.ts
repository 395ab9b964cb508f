import { model } from "@medusajs/framework/utils"
import { MembershipMember } from "./member"
import { MembershipSeat } from "./seat"

/** Who held a seat from when to when (SEAT-3). `held_until` null is the live holder, of which a seat has at most one. */
export const MembershipSeatHolder = model
  .define("membership_seat_holder", {
    id: model.id({ prefix: "mhold" }).primaryKey(),
    seat: model.belongsTo(() => MembershipSeat, { mappedBy: "holders" }),
    membership_id: model.text(),
    member: model.belongsTo(() => MembershipMember, { mappedBy: "seats_held" }),
    held_from: model.dateTime(),
    held_until: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_membership_seat_one_live_holder",
      on: ["seat_id"],
      unique: true,
      where: "held_until is null and deleted_at is null",
    },
    {
      name: "IDX_membership_member_one_live_seat",
      on: ["membership_id", "member_id"],
      unique: true,
      where: "held_until is null and deleted_at is null",
    },
  ])

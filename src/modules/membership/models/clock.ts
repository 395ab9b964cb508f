import { model } from "@medusajs/framework/utils"

/** The adjustable clock of a development or demo studio (TIME-5): at most one row; none means the machine's time. */
export const MembershipClock = model.define("membership_clock", {
  id: model.text().primaryKey(),
  frozen_at: model.dateTime(),
})

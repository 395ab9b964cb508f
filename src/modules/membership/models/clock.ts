import { model } from "@medusajs/framework/utils"

/** The adjustable clock of a development or demo studio (TIME-5): at most one row; none means the machine's time. */
export const MembershipClock = model.define("membership_clock", {
  id: model.text().primaryKey(),
  frozen_at: model.dateTime(),
  /** Whoever lets the studio live until a later time; null while it stands still. */
  moved_by: model.text().nullable(),
  /** Until when they are taken to be alive, by the database's time: it is about a process. */
  moved_until: model.dateTime().nullable(),
})

import { model } from "@medusajs/framework/utils"
import { MembershipMember } from "./member"

/** Members who live together (PEOPLE-2). Its guardians are the members with `is_guardian`. */
export const MembershipHousehold = model.define("membership_household", {
  id: model.id({ prefix: "mhous" }).primaryKey(),
  name: model.text().searchable(),
  members: model.hasMany(() => MembershipMember, { mappedBy: "household" }),
})

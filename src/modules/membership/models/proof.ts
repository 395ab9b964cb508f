import { model } from "@medusajs/framework/utils"
import { MembershipClassification } from "./classification"
import { MembershipMember } from "./member"

/** What staff saw that proves a classification for a member (PEOPLE-3). */
export const MembershipProof = model.define("membership_proof", {
  id: model.id({ prefix: "mproof" }).primaryKey(),
  member: model.belongsTo(() => MembershipMember, { mappedBy: "proofs" }),
  classification: model.belongsTo(() => MembershipClassification),
  note: model.text().nullable(),
  /** Last day on which it counts, `YYYY-MM-DD`; null never expires. */
  expires_on: model.text().nullable(),
})

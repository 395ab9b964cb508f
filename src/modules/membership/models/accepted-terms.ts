import { model } from "@medusajs/framework/utils"
import { Membership } from "./membership"
import { MembershipPlanTerms } from "./plan-terms"

/** Which terms were accepted, when and by whom (SALE-4). */
export const MembershipAcceptedTerms = model.define("membership_accepted_terms", {
  id: model.id({ prefix: "macc" }).primaryKey(),
  membership: model.belongsTo(() => Membership, { mappedBy: "accepted_terms" }),
  terms: model.belongsTo(() => MembershipPlanTerms),
  accepted_at: model.dateTime(),
  /** Customer id; null for a guest, whose e-mail stands on the order. */
  accepted_by: model.text().nullable(),
})

import { model } from "@medusajs/framework/utils"
import { SALE_ISSUE_RESOLUTIONS } from "../../../domain/selling/issue-resolutions"
import { Membership } from "./membership"

/**
 * A paid sale that the checks before completion would have refused (a webhook completed the cart, say). Staff
 * decide; until then its membership, if one could be made, stays pending. Nothing is lost (SALE-5, SALE-6).
 */
export const MembershipSaleIssue = model
  .define("membership_sale_issue", {
    id: model.id({ prefix: "missue" }).primaryKey(),
    order_id: model.text(),
    /** The draft, the order line, or the draft with the sum that was given back: reported once for each code. */
    subject_id: model.text(),
    membership: model.belongsTo(() => Membership, { mappedBy: "issues" }).nullable(),
    plan_id: model.text().nullable(),
    code: model.text(),
    message: model.text(),
    details: model.json(),
    resolved_at: model.dateTime().nullable(),
    resolved_by: model.text().nullable(),
    resolution: model.enum([...SALE_ISSUE_RESOLUTIONS]).nullable(),
    reason: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_membership_sale_issue_once", on: ["order_id", "subject_id", "code"], unique: true },
    { name: "IDX_membership_sale_issue_open", on: ["id"], where: "resolved_at is null" },
  ])

import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import { putIntoFeed } from "./put-into-feed"

/** Puts each new sale issue into the admin's feed, once; it also stands in a list of its own. */
export const tellStaffStep = createStep(
  "membership-tell-staff",
  async ({ issues }: { readonly issues: readonly string[] }, { container }) => {
    if (issues.length === 0) return new StepResponse()
    const rows = await container.resolve(MEMBERSHIP_MODULE).listMembershipSaleIssues({ id: [...issues] })
    const notices = rows.map(({ id, code, message }) => ({
      key: `membership-sale-issue:${id}`,
      title: code.endsWith("_refunded") ? "A refund waits for your decision" : "A membership sale needs you",
      description: message,
      trigger_type: "membership.sale_issue",
      resource_type: "membership_sale_issue",
      resource_id: id,
    }))
    await putIntoFeed(container, notices)
    return new StepResponse()
  }
)

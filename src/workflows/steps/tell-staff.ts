import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"

/**
 * Puts each new sale issue into the admin's feed, once. A studio without a feed still sells: the issue stands in
 * its own list.
 */
export const tellStaffStep = createStep(
  "membership-tell-staff",
  async ({ issues }: { readonly issues: readonly string[] }, { container }) => {
    if (issues.length === 0) return new StepResponse()
    const rows = await container.resolve(MEMBERSHIP_MODULE).listMembershipSaleIssues({ id: [...issues] })
    const notices = rows.map(({ id, order_id, message }) => ({
      to: "",
      channel: "feed",
      template: "admin-ui",
      data: { title: "A membership sale needs you", description: message },
      resource_type: "membership_sale_issue",
      resource_id: id,
      trigger_type: "membership.sale_issue",
      original_notification_id: null,
      idempotency_key: `membership-sale-issue:${id}`,
      receiver_id: null,
      metadata: { order_id },
    }))
    try {
      await container.resolve(Modules.NOTIFICATION).createNotifications(notices as never)
    } catch (error) {
      const { message } = error as Error
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`No staff notice about a membership sale: ${message}`)
    }
    return new StepResponse()
  }
)

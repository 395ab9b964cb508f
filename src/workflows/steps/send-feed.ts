import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/** What staff shall see in the admin's feed; once for each key. */
export interface FeedNotice {
  readonly title: string
  readonly description: string
  readonly resource_type: string
  readonly resource_id: string
  readonly trigger_type: string
  readonly key: string
  readonly metadata: Record<string, unknown>
}

/** A studio without a feed reads it in the log. */
export const sendFeedStep = createStep(
  "membership-send-feed",
  async (notices: readonly FeedNotice[], { container }) => {
    if (notices.length === 0) return new StepResponse()
    const rows = notices.map(({ title, description, key, ...notice }) => ({
      ...{ to: "", channel: "feed", template: "admin-ui", data: { title, description } },
      ...{ original_notification_id: null, idempotency_key: key, receiver_id: null },
      ...notice,
    }))
    try {
      await container.resolve(Modules.NOTIFICATION).createNotifications(rows as never)
    } catch (error) {
      const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
      for (const { title, description } of notices)
        logger.warn(`${title}: ${description} ${(error as Error).message}`)
    }
    return new StepResponse()
  }
)

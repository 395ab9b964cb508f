import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/** Something that staff should see, without anybody's name: the feed keeps what it is told (PEOPLE-6). */
export interface StaffNotice {
  /** Of the occasion: each is told once, however often it comes up. */
  readonly key: string
  readonly title: string
  readonly description: string
  readonly trigger_type: string
  readonly resource_type: string
  readonly resource_id: string
}

/** Puts notices into the admin's feed. A studio without a feed goes on: it is only said in the log. */
export const putIntoFeedStep = createStep(
  "membership-put-into-feed",
  async (notices: readonly StaffNotice[], { container }) => {
    await putIntoFeed(container, notices)
    return new StepResponse()
  }
)

export async function putIntoFeed(
  container: MedusaContainer,
  notices: readonly StaffNotice[]
): Promise<void> {
  if (notices.length === 0) return
  const rows = notices.map(({ key: idempotency_key, title, description, ...about }) => ({
    ...about,
    to: "",
    channel: "feed",
    template: "admin-ui",
    data: { title, description },
    original_notification_id: null,
    idempotency_key,
    receiver_id: null,
  }))
  try {
    await container.resolve(Modules.NOTIFICATION).createNotifications(rows as never)
  } catch (error) {
    const { message } = error as Error
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`Staff were not told in the feed: ${message}`)
  }
}

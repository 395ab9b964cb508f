import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { settleOrderWorkflow } from "../workflows/selling/settle-order"

/** SALE-8: the memberships of a canceled order are void. */
export default async function voidMemberships({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await settleOrderWorkflow(container).run({ input: { order_id: event.data.id } })
}

export const config: SubscriberConfig = {
  event: "order.canceled",
  context: { subscriberId: "membership-void-memberships" },
}

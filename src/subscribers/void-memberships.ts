import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { reportRefundsWorkflow } from "../workflows/selling/report-refunds"
import { settleOrderWorkflow } from "../workflows/selling/settle-order"

/** SALE-8: the memberships that a canceled order sold are void; what becomes of one that it renewed, staff are asked. */
export default async function voidMemberships({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const order_id = event.data.id
  await settleOrderWorkflow(container).run({ input: { order_id } })
  await reportRefundsWorkflow(container).run({ input: { order_ids: [order_id] } })
}

export const config: SubscriberConfig = {
  event: "order.canceled",
  context: { subscriberId: "membership-void-memberships" },
}

import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { activateOrderWorkflow } from "../workflows/selling/activate-order"

/** SALE-6: the memberships of an order exist as soon as it does. */
export default async function activateOrder({
  event,
  container,
}: SubscriberArgs<{ id: string; membership_charge_id?: string }>): Promise<void> {
  // The order of a renewal sells nothing.
  if (event.data.membership_charge_id !== undefined) return
  await activateOrderWorkflow(container).run({ input: { order_id: event.data.id } })
}

export const config: SubscriberConfig = {
  event: "order.placed",
  context: { subscriberId: "membership-activate-order" },
}

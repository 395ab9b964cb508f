import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { orderOfPayment } from "../workflows/selling/order-of-payment"
import { settleOrderWorkflow } from "../workflows/selling/settle-order"

/** SALE-7: a payment that is captured later makes pending memberships active. */
export default async function settlePayment({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const order_id = await orderOfPayment(container, event.data.id)
  if (order_id) await settleOrderWorkflow(container).run({ input: { order_id } })
}

export const config: SubscriberConfig = {
  event: "payment.captured",
  context: { subscriberId: "membership-settle-payment" },
}

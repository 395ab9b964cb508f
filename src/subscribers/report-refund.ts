import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { orderOfPayment } from "../workflows/selling/order-of-payment"
import { reportRefundsWorkflow } from "../workflows/selling/report-refunds"

/** SALE-8: staff are asked what becomes of memberships whose money was given back. */
export default async function reportRefund({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const order_id = await orderOfPayment(container, event.data.id)
  if (order_id) await reportRefundsWorkflow(container).run({ input: { order_ids: [order_id] } })
}

export const config: SubscriberConfig = {
  event: "payment.refunded",
  context: { subscriberId: "membership-report-refund" },
}

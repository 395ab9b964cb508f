import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { settleOrderWorkflow } from "../workflows/selling/settle-order"

/** SALE-7: a payment that is captured later makes pending memberships active. The event names the payment only. */
export default async function settlePayment({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment",
    fields: ["payment_collection.order.id"],
    filters: { id: event.data.id },
  })
  const [payment] = data as { payment_collection?: { order?: { id: string } | null } | null }[]
  const order_id = payment?.payment_collection?.order?.id
  if (order_id) await settleOrderWorkflow(container).run({ input: { order_id } })
}

export const config: SubscriberConfig = {
  event: "payment.captured",
  context: { subscriberId: "membership-settle-payment" },
}

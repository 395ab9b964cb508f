import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { keepPaymentMethodsWorkflow } from "../workflows/billing/keep-payment-methods"

/** SALE-12: what paid the sale pays the renewals. */
export default async function keepPaymentMethod({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await keepPaymentMethodsWorkflow(container).run({ input: { membership_ids: [event.data.id] } })
}

export const config: SubscriberConfig = {
  event: "membership.activated",
  context: { subscriberId: "membership-keep-payment-method" },
}

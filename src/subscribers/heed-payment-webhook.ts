import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { PaymentWebhookEvents } from "@medusajs/framework/utils"
import { heedPaymentHintWorkflow } from "../workflows/billing/heed-payment-hint"
import { paymentHintOf, type ReceivedWebhook } from "../workflows/billing/payment-hints"

/** BILL-4, BILL-5: a payment provider says that something became of a renewal's payment. */
export default async function heedPaymentWebhook({
  event,
  container,
}: SubscriberArgs<ReceivedWebhook>): Promise<void> {
  const hint = await paymentHintOf(container, event.data)
  if (hint) await heedPaymentHintWorkflow(container).run({ input: hint })
}

export const config: SubscriberConfig = {
  event: PaymentWebhookEvents.WebhookReceived,
  context: { subscriberId: "membership-heed-payment-webhook" },
}

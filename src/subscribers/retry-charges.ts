import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { workOnCharges } from "../workflows/billing/work-on-charges"

/** BILL-3: charges that are to be tried again at once. Should the event be lost, they are due all the same. */
export default async function retryCharges({
  container,
}: SubscriberArgs<{ charge_ids: string[] }>): Promise<void> {
  await workOnCharges(container)
}

export const config: SubscriberConfig = {
  event: "membership.charges_retried",
  context: { subscriberId: "membership-retry-charges" },
}

import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { eraseCustomerWorkflow } from "../workflows/people/erase-customer"

/** BILL-11: what a deleted customer bought and paid for ends, or goes to whoever is named. */
export default async function eraseCustomer({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await eraseCustomerWorkflow(container).run({ input: { customer_id: event.data.id, preview: false } })
}

export const config: SubscriberConfig = {
  event: "customer.deleted",
  context: { subscriberId: "membership-erase-customer" },
}

import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { tellChangesWorkflow } from "../workflows/notices/tell-changes"

/** CANCEL-3, SEAT-6: staff hear at once what customers cancel and which seats stay empty. */
export default async function tellChanges({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await tellChangesWorkflow(container).run({ input: { membership_id: event.data.id } })
}

export const config: SubscriberConfig = {
  event: "membership.changed",
  context: { subscriberId: "membership-tell-changes" },
}

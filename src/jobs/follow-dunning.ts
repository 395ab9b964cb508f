import type { MedusaContainer } from "@medusajs/framework/types"
import { followDunning } from "../workflows/billing/follow-dunning"
import { sendNotices } from "../workflows/notices/send-notices"

/** BILL-3: what follows when nobody pays, and what payers are told; a run is only a wake-up. */
export default async function followDunningJob(container: MedusaContainer): Promise<void> {
  await followDunning(container)
  await sendNotices(container)
}

export const config = { name: "membership-follow-dunning", schedule: "* * * * *" }

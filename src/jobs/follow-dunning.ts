import type { MedusaContainer } from "@medusajs/framework/types"
import { runJob } from "../workflows/clock/studio-work"

/** BILL-3: what follows when nobody pays, and what payers are told; a run is only a wake-up. */
export default async function followDunningJob(container: MedusaContainer): Promise<void> {
  await runJob(container, ["cancellations", "reminders", "notices"])
}

export const config = { name: "membership-follow-dunning", schedule: "* * * * *" }

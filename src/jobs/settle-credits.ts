import type { MedusaContainer } from "@medusajs/framework/types"
import { runJob } from "../workflows/clock/studio-work"

/** CREDIT-5: a run is only a wake-up; credits are usable or not by their dates. */
export default async function settleCredits(container: MedusaContainer): Promise<void> {
  await runJob(container, ["credits"])
}

export const config = { name: "membership-settle-credits", schedule: "* * * * *" }

import type { MedusaContainer } from "@medusajs/framework/types"
import { runJob } from "../workflows/clock/studio-work"

/** PEOPLE-5, SEAT-1: what staff should see without looking for it. */
export default async function tellDaily(container: MedusaContainer): Promise<void> {
  await runJob(container, ["daily"])
}

export const config = { name: "membership-tell-daily", schedule: "30 4 * * *" }

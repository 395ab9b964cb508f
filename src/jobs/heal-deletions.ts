import type { MedusaContainer } from "@medusajs/framework/types"
import { runJob } from "../workflows/clock/studio-work"

/** BILL-11: customers whose deletion nobody told us are found again. */
export default async function healDeletions(container: MedusaContainer): Promise<void> {
  await runJob(container, ["deletions"])
}

export const config = { name: "membership-heal-deletions", schedule: "*/5 * * * *" }

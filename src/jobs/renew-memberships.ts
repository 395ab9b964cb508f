import type { MedusaContainer } from "@medusajs/framework/types"
import { runJob } from "../workflows/clock/studio-work"

/** BILL-1: a run is only a wake-up; what is due is claimed from the database, by as many workers as there are. */
export default async function renewMemberships(container: MedusaContainer): Promise<void> {
  await runJob(container, ["conversions", "renewals", "joins", "orders"])
}

export const config = { name: "membership-renew", schedule: "* * * * *" }

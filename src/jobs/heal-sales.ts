import type { MedusaContainer } from "@medusajs/framework/types"
import { runJob } from "../workflows/clock/studio-work"

/** SALE-6: sales whose event was lost, or whose process died, are found again. */
export default async function healSales(container: MedusaContainer): Promise<void> {
  await runJob(container, ["sales"])
}

export const config = { name: "membership-heal-sales", schedule: "* * * * *" }

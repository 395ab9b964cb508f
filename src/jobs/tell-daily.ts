import type { MedusaContainer } from "@medusajs/framework/types"
import { tellDailyWorkflow } from "../workflows/notices/tell-daily"

/** PEOPLE-5, SEAT-1: what staff should see without looking for it. */
export default async function tellDaily(container: MedusaContainer): Promise<void> {
  await tellDailyWorkflow(container).run({ input: {} })
}

export const config = { name: "membership-tell-daily", schedule: "30 4 * * *" }

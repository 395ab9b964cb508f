import type { MedusaContainer } from "@medusajs/framework/types"
import { settleCreditsWorkflow } from "../workflows/credits/settle-credits"

/** CREDIT-5: a run is only a wake-up; credits are usable or not by their dates. */
export default async function settleCredits(container: MedusaContainer): Promise<void> {
  await settleCreditsWorkflow(container).run({ input: {} })
}

export const config = { name: "membership-settle-credits", schedule: "* * * * *" }

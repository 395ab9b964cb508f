import type { MedusaContainer } from "@medusajs/framework/types"
import { runJob } from "../workflows/clock/studio-work"

/** CREDIT-1: once a night. */
export default async function verifyCreditLedger(container: MedusaContainer): Promise<void> {
  await runJob(container, ["ledger"])
}

export const config = { name: "membership-verify-credit-ledger", schedule: "17 3 * * *" }

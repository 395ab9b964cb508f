import type { MedusaContainer } from "@medusajs/framework/types"
import { verifyCreditLedgerWorkflow } from "../workflows/credits/verify-credit-ledger"

/** CREDIT-1: once a night. */
export default async function verifyCreditLedger(container: MedusaContainer): Promise<void> {
  await verifyCreditLedgerWorkflow(container).run({ input: {} })
}

export const config = { name: "membership-verify-credit-ledger", schedule: "17 3 * * *" }

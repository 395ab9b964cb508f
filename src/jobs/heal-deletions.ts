import type { MedusaContainer } from "@medusajs/framework/types"
import { healDeletionsWorkflow } from "../workflows/people/heal-deletions"

/** BILL-11: customers whose deletion nobody told us are found again. */
export default async function healDeletions(container: MedusaContainer): Promise<void> {
  await healDeletionsWorkflow(container).run({ input: {} })
}

export const config = { name: "membership-heal-deletions", schedule: "*/5 * * * *" }

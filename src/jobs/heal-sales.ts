import type { MedusaContainer } from "@medusajs/framework/types"
import { healSalesWorkflow } from "../workflows/selling/heal-sales"

/** SALE-6: sales whose event was lost, or whose process died, are found again. */
export default async function healSales(container: MedusaContainer): Promise<void> {
  await healSalesWorkflow(container).run({ input: {} })
}

export const config = { name: "membership-heal-sales", schedule: "* * * * *" }

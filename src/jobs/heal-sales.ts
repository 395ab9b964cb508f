import type { MedusaContainer } from "@medusajs/framework/types"
import { MEMBERSHIP_MODULE } from "../modules/membership"
import { healSalesWorkflow } from "../workflows/selling/heal-sales"

/** SALE-6: sales whose event was lost, or whose process died, are found again. */
export default async function healSales(container: MedusaContainer): Promise<void> {
  await healSalesWorkflow(container).run({ input: {} })
  await container.resolve(MEMBERSHIP_MODULE).forgetIdempotencyKeys()
}

export const config = { name: "membership-heal-sales", schedule: "* * * * *" }

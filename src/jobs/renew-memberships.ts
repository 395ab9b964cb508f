import type { MedusaContainer } from "@medusajs/framework/types"
import { orderCharges } from "../workflows/billing/order-charges"
import { workOnCharges } from "../workflows/billing/work-on-charges"

/** BILL-1: a run is only a wake-up; what is due is claimed from the database, by as many workers as there are. */
export default async function renewMemberships(container: MedusaContainer): Promise<void> {
  await workOnCharges(container)
  await orderCharges(container)
}

export const config = { name: "membership-renew", schedule: "* * * * *" }

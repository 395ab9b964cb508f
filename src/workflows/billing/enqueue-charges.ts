import type { MedusaContainer } from "@medusajs/framework/types"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { EnqueuedBatch } from "../../modules/membership/types"

/**
 * Makes the charges of one batch of memberships. One whose charges cannot be written must not keep the others: the batch
 * that has it is made one by one.
 */
export async function enqueueCharges(container: MedusaContainer, limit: number): Promise<EnqueuedBatch> {
  try {
    return await container.resolve(MEMBERSHIP_MODULE).enqueueCharges(limit)
  } catch {
    return oneByOne(container, limit)
  }
}

async function oneByOne(container: MedusaContainer, limit: number): Promise<EnqueuedBatch> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  const ids = await membership.dueForCharges(limit)
  const failed: EnqueuedBatch["failed"][number][] = []
  let charges = 0
  for (const id of ids) {
    try {
      const made = await membership.enqueueCharges(1, id)
      charges += made.charges
      failed.push(...made.failed)
    } catch (error) {
      await membership.postponeCharges(id)
      failed.push({ id, message: (error as Error).message })
    }
  }
  return { memberships: ids.length, charges, failed }
}

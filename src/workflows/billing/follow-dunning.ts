import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { MEMBERSHIP_MODULE } from "../../modules/membership"

const BATCH = 100

/**
 * What follows when grace is over (BILL-3): memberships end where the studio wants that, and who lost access, or will be
 * charged soon, is told. As
 * late, as often and in as many workers as it comes; what is due to be tried is tried first.
 * @returns the memberships that ended
 */
export async function followDunning(container: MedusaContainer): Promise<string[]> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  const ended: string[] = []
  for (;;) {
    const batch = await membership.cancelUnpaid(BATCH)
    ended.push(...batch)
    if (batch.length < BATCH) break
  }
  await membership.noteSuspensions()
  for (let after: string | null = ""; after !== null;)
    after = await membership.noteUpcomingCharges({ after, limit: BATCH })
  if (ended.length > 0)
    await container
      .resolve(Modules.EVENT_BUS)
      .emit(ended.map((id) => ({ name: "membership.changed", data: { id, verb: "cancel", seat_ids: [] } })))
  return ended
}

import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { MEMBERSHIP_MODULE } from "../../modules/membership"

const BATCH = 100

/**
 * Ends memberships whose grace is over, where the studio wants that (BILL-3). As late, as often and in as many workers as it
 * comes; what is due to be tried is tried first.
 * @returns the memberships that ended
 */
export async function cancelUnpaid(container: MedusaContainer): Promise<string[]> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  const ended: string[] = []
  for (;;) {
    const batch = await membership.cancelUnpaid(BATCH)
    ended.push(...batch)
    if (batch.length < BATCH) break
  }
  if (ended.length > 0)
    await container
      .resolve(Modules.EVENT_BUS)
      .emit(ended.map((id) => ({ name: "membership.changed", data: { id, verb: "cancel", seat_ids: [] } })))
  return ended
}

/** Who lost access, or will be charged soon, is to be told (BILL-3). @returns how many are */
export async function notePayers(container: MedusaContainer): Promise<number> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  let told = await membership.noteSuspensions()
  for (let after: string | null = ""; after !== null;) {
    const { noted, last_id } = await membership.noteUpcomingCharges({ after, limit: BATCH })
    told += noted
    after = last_id
  }
  return told
}

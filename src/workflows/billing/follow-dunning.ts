import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { MEMBERSHIP_MODULE } from "../../modules/membership"

const BATCH = 100

/**
 * Ends memberships whose grace is over, where the studio wants that (BILL-3). As late, as often and in as many workers as it
 * comes; what is due to be tried is tried first, and one that fails holds nobody else up.
 * @returns the memberships that ended
 */
export async function cancelUnpaid(container: MedusaContainer): Promise<string[]> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  const ended: string[] = []
  for (const id of await membership.dueUnpaid()) {
    try {
      if (await membership.cancelUnpaid(id)) ended.push(id)
    } catch (error) {
      logOf(container).error(`The unpaid membership ${id} cannot be ended yet: ${(error as Error).message}`)
    }
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
    const { noted, last_id, failed } = await membership.noteUpcomingCharges({ after, limit: BATCH })
    for (const { id, message } of failed)
      logOf(container).error(`The charges to come of the membership ${id} cannot be told: ${message}`)
    told += noted
    after = last_id
  }
  return told
}

const logOf = (container: MedusaContainer) => container.resolve(ContainerRegistrationKeys.LOGGER)

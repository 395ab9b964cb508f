import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import { collectScheduled } from "./collect-scheduled"

/**
 * Those whose day has come leave what they had for a seat of a shared membership, each once (BILL-10). As late, as often
 * and in as many workers as it comes; one that fails holds nobody else up.
 * @returns how many were done, or refused
 */
export async function settleJoins(container: MedusaContainer): Promise<number> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  let settled = 0
  for (const id of await membership.dueJoins()) {
    try {
      const done = await membership.settleJoin(id)
      if (done === null) continue
      settled += 1
      await announce(container, done.refused_code === null ? [done.membership_id, done.to_membership_id] : [])
      if (done.refused_code === null) await collectScheduled(container, done.to_membership_id)
    } catch (error) {
      const { message } = error as Error
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`The planned change ${id} cannot be done yet: ${message}`)
    }
  }
  return settled
}

async function announce(container: MedusaContainer, ids: readonly string[]): Promise<void> {
  const events = ids.map((id) => ({
    ...{ name: "membership.changed", data: { id, verb: "join", seat_ids: [] as string[] } },
  }))
  if (events.length) await container.resolve(Modules.EVENT_BUS).emit(events)
}

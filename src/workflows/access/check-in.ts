import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { CheckedIn, CheckInInput } from "../../modules/membership/types"

/**
 * Somebody stands at the desk or the gate (ACCESS-1…6). A plain function and no workflow: one statement writes all of it,
 * so that nothing is left to compensate, and nobody waits for an orchestrator. Who was let in is told afterwards, as
 * `membership.checked_in`.
 */
export async function checkIn(container: MedusaContainer, input: CheckInInput): Promise<CheckedIn> {
  const checked_in = await container.resolve(MEMBERSHIP_MODULE).checkIn(input)
  if (checked_in.visit.is_allowed && !checked_in.repeated) announce(container, checked_in)
  return checked_in
}

/** Nobody at the door waits for it; a bus that is down takes nothing back. */
function announce(container: MedusaContainer, { visit }: CheckedIn): void {
  const { id, member_id, decision } = visit
  const data = { id, member_id, membership_id: decision.with?.membership_id ?? null }
  const bus = container.resolve(Modules.EVENT_BUS)
  bus.emit({ name: "membership.checked_in", data }).catch((error: unknown) => {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(`Nobody was told of the visit ${id}: ${(error as Error).message}`)
  })
}

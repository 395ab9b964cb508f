import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MEMBERSHIP_MODULE } from "../../modules/membership"

const BATCH = 200

/**
 * Plans what was agreed to with introductory offers, as soon as their end is known, each once (PLAN-8). As late, as often and
 * in as many workers as it comes; one that fails holds nobody else up.
 * @returns how many were planned, or refused
 */
export async function planConversions(container: MedusaContainer): Promise<number> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  let done = 0
  for (let after_id = "", more = true; more;) {
    const ids = await membership.dueConversions(BATCH, after_id)
    for (const id of ids) if (await isPlanned(container, id)) done += 1
    after_id = ids.at(-1) ?? after_id
    more = ids.length === BATCH
  }
  return done
}

/** Or refused. */
async function isPlanned(container: MedusaContainer, id: string): Promise<boolean> {
  try {
    return (await container.resolve(MEMBERSHIP_MODULE).planConversion(id)) !== null
  } catch (error) {
    const { message } = error as Error
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`What follows the offer of the membership ${id} cannot be planned yet: ${message}`)
    return false
  }
}

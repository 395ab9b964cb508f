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
  for (const id of await membership.dueConversions(BATCH)) {
    try {
      if ((await membership.planConversion(id)) !== null) done += 1
    } catch (error) {
      const { message } = error as Error
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`What follows the offer of the membership ${id} cannot be planned yet: ${message}`)
    }
  }
  return done
}

import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import { collectCharges } from "./collect-charges"
import { taxAll } from "./work-on-charges"

/** Takes the money for the charges that were just made of one membership, for whoever waits for it. */
export async function collectScheduled(container: MedusaContainer, membership_id: string): Promise<void> {
  await taxAll(container)
  const charges = await container
    .resolve(MEMBERSHIP_MODULE)
    .listMembershipCharges({ membership_id, status: ["scheduled"] }, { select: ["id"] })
  for (const { id } of charges) await collectCharges(container, id)
}

/** Should it be cut short, the next worker goes on. */
export const collectScheduledStep = createStep(
  "membership-collect-scheduled",
  async (membership_id: string, { container }) => {
    await collectScheduled(container, membership_id)
    return new StepResponse()
  }
)

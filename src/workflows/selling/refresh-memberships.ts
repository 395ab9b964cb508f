import type { MedusaContainer } from "@medusajs/framework/types"
import { MEMBERSHIP_MODULE } from "../../modules/membership"

const BATCH = 200

/** PLAN-3: terms that wait for a first visit begin by themselves on their last day. @returns how many began */
export async function beginOverdueTerms(container: MedusaContainer): Promise<number> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  return inBatches(async () => membership.beginOverdueTerms(BATCH))
}

/** TERM-4: time alone ends and begins memberships; their status copies follow. @returns how many were looked at */
export async function refreshStatuses(container: MedusaContainer): Promise<number> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  return inBatches(async () => membership.refreshStatuses(BATCH))
}

async function inBatches(run: () => Promise<number>): Promise<number> {
  let done = 0
  for (let batch = BATCH; batch === BATCH; done += batch) batch = await run()
  return done
}

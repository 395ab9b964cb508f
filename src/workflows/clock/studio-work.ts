import type { MedusaContainer } from "@medusajs/framework/types"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import { cancelUnpaid, notePayers } from "../billing/follow-dunning"
import { orderCharges } from "../billing/order-charges"
import { settleJoins } from "../billing/settle-joins"
import { workOnCharges } from "../billing/work-on-charges"
import { settleCreditsWorkflow } from "../credits/settle-credits"
import { verifyCreditLedgerWorkflow } from "../credits/verify-credit-ledger"
import { sendNotices } from "../notices/send-notices"
import { tellDailyWorkflow } from "../notices/tell-daily"
import { healDeletionsWorkflow } from "../people/heal-deletions"
import { healSalesWorkflow } from "../selling/heal-sales"
import { planConversions } from "../selling/plan-conversions"
import { beginOverdueTerms, refreshStatuses } from "../selling/refresh-memberships"

/** @returns how much it did */
type Work = (container: MedusaContainer) => Promise<number>

/**
 * All that a studio does by itself: what jobs wake, and what is done on the way when the clock is moved (TIME-5). Each may run
 * late, twice, or in several workers at once.
 */
export const STUDIO_WORK = {
  /** What lost events and dead processes left behind; by the machine's time, as deletions and the ledger's check. */
  sales: async (container) => {
    const { result } = await healSalesWorkflow(container).run({ input: {} })
    await container.resolve(MEMBERSHIP_MODULE).forgetIdempotencyKeys()
    return result.healed.activated_orders + result.healed.settled_orders + result.refreshed
  },
  deletions: async (container) => (await healDeletionsWorkflow(container).run({ input: {} })).result,
  ledger: async (container) => (await verifyCreditLedgerWorkflow(container).run({ input: {} })).result.length,
  terms: beginOverdueTerms,
  credits: async (container) => (await settleCreditsWorkflow(container).run({ input: {} })).result,
  statuses: refreshStatuses,
  renewals: async (container) => {
    const { enqueued, paid, refused } = await workOnCharges(container)
    return enqueued + paid + refused.length
  },
  conversions: planConversions,
  joins: settleJoins,
  orders: orderCharges,
  cancellations: async (container) => (await cancelUnpaid(container)).length,
  reminders: notePayers,
  notices: sendNotices,
  daily: async (container) => (await tellDailyWorkflow(container).run({ input: {} })).result.length,
} satisfies Record<string, Work>

export type StudioWork = keyof typeof STUDIO_WORK

const underWay = new Set<Promise<void>>()

/**
 * What a job wakes: one that fails keeps none of the others. Whoever moves the clock does all of it themselves, and two clocks
 * would be at one charge otherwise.
 * @throws what failed, once all have been tried
 */
export async function runJob(container: MedusaContainer, works: readonly StudioWork[]): Promise<void> {
  const run = unlessMoved(container, works)
  underWay.add(run)
  try {
    await run
  } finally {
    underWay.delete(run)
  }
}

async function unlessMoved(container: MedusaContainer, works: readonly StudioWork[]): Promise<void> {
  if (await container.resolve(MEMBERSHIP_MODULE).isClockMoving()) return
  const failures: Error[] = []
  for (const work of works)
    try {
      await STUDIO_WORK[work](container)
    } catch (error) {
      failures.push(error as Error)
    }
  if (failures.length > 1)
    throw new AggregateError(failures, failures.map(({ message }) => message).join("; "))
  if (failures[0]) throw failures[0]
}

/** Jobs of this process that began before the clock moved have ended. */
export async function jobsEnded(): Promise<void> {
  await Promise.allSettled(underWay)
}

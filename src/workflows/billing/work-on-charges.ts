import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { EnqueuedBatch } from "../../modules/membership/types"
import { type ChargesCollected, collectCharges } from "./collect-charges"
import { taxCharges } from "./tax-charges"

/** How much is taken at a time; each batch is committed by itself. */
const BATCH = 100

export interface ChargesWorkedOn extends ChargesCollected {
  readonly enqueued: number
}

/**
 * Makes the charges that are due and takes the money for them (BILL-1, BILL-3): as late, as often and in as many workers
 * as it comes. A worker that dies leaves what it had claimed to the next one, who asks the provider first (BILL-4).
 */
export async function workOnCharges(container: MedusaContainer): Promise<ChargesWorkedOn> {
  // What is there already is collected and looked up, whatever keeps others from being made.
  const made = await makeCharges(container).catch((error: unknown) => ({ error }))
  const done = await collectCharges(container)
  if ("error" in made) throw made.error
  return { ...made, ...done }
}

async function makeCharges(container: MedusaContainer): Promise<Pick<ChargesWorkedOn, "enqueued">> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  const periods = await enqueueAll(container, () => membership.enqueueCharges(BATCH))
  const packs = await enqueueAll(container, () => membership.enqueueRepurchases(BATCH))
  await taxAll(container)
  return { enqueued: periods + packs }
}

/** Batch by batch until none is full. @returns how many charges were made */
async function enqueueAll(container: MedusaContainer, next: () => Promise<EnqueuedBatch>): Promise<number> {
  let enqueued = 0
  for (let looked_at = BATCH; looked_at === BATCH;) {
    const { memberships, charges, failed } = await next()
    looked_at = memberships
    enqueued += charges
    for (const { id, message } of failed)
      logOf(container).error(`The charges of the membership ${id} cannot be made yet: ${message}`)
  }
  return enqueued
}

/** What charges come to is known afterwards. */
export async function taxAll(container: MedusaContainer): Promise<void> {
  while ((await taxCharges(container, BATCH)) === BATCH);
}

/** Takes the money for the charges that were just made of one membership, for whoever waits for it. */
export async function collectScheduled(container: MedusaContainer, membership_id: string): Promise<void> {
  await taxAll(container)
  const charges = await container
    .resolve(MEMBERSHIP_MODULE)
    .listMembershipCharges({ membership_id, status: ["scheduled"] }, { select: ["id"] })
  for (const { id } of charges) await collectCharges(container, id)
}

const logOf = (container: MedusaContainer) => container.resolve(ContainerRegistrationKeys.LOGGER)

import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { EnqueuedBatch } from "../../modules/membership/types"
import { type ChargesCollected, collectCharges } from "./collect-charges"
import { enqueueCharges } from "./enqueue-charges"
import { taxCharges } from "./tax-charges"

/** How much is taken at a time; each batch is committed by itself. */
const BATCH = 100

export interface ChargesWorkedOn extends ChargesCollected {
  readonly enqueued: number
}

/**
 * Makes the charges that are due and takes the money for them (BILL-1, BILL-3): as late, as often and in as many workers
 * as it comes. A worker that dies leaves what it had claimed to the next one, who asks the provider first (BILL-4). The
 * first are collected while further ones are made.
 */
export async function workOnCharges(container: MedusaContainer): Promise<ChargesWorkedOn> {
  const done: ChargesCollected[] = []
  const making = new Making(container)
  try {
    for (;;) {
      const { is_over } = making
      done.push(await collectCharges(container))
      if (is_over) break
      await making.next()
    }
  } finally {
    await making.over
  }
  // What was there already is collected and looked up, whatever kept others from being made.
  if (making.failure !== undefined) throw making.failure as Error
  return {
    enqueued: making.enqueued,
    paid: done.reduce((sum, { paid }) => sum + paid, 0),
    refused: done.flatMap(({ refused }) => refused),
  }
}

/** Charges that are being made, batch by batch. */
class Making {
  enqueued = 0
  is_over = false
  failure: unknown
  /** It never fails. */
  readonly over: Promise<void>
  private ready: () => void = () => undefined
  /** Memberships whose charges cannot be made, and charges whose tax cannot be found: once for each run. */
  private readonly failed = new Set<string>()
  private readonly untaxable = new Set<string>()

  constructor(private readonly container: MedusaContainer) {
    this.over = this.makeAll()
      .catch((error: unknown) => {
        this.failure = error
      })
      .finally(() => {
        this.is_over = true
        this.ready()
      })
  }

  /** Once more can be collected, or nothing more is made. */
  async next(): Promise<void> {
    if (this.is_over) return
    await new Promise<void>((ready) => {
      this.ready = ready
    })
  }

  private async makeAll(): Promise<void> {
    const membership = this.container.resolve(MEMBERSHIP_MODULE)
    await this.make(() => enqueueCharges(this.container, BATCH))
    await this.make(() => membership.enqueueRepurchases(BATCH, [...this.failed]))
    await taxAll(this.container, this.untaxable)
  }

  /** Until a batch is not full. */
  private async make(nextBatch: () => Promise<EnqueuedBatch>): Promise<void> {
    for (let looked_at = BATCH; looked_at === BATCH;) {
      const { memberships, charges, failed } = await nextBatch()
      looked_at = memberships
      this.enqueued += charges
      for (const { id, message } of failed) {
        this.failed.add(id)
        logOf(this.container).error(`The charges of the membership ${id} cannot be made yet: ${message}`)
      }
      if (charges > 0) await taxCharges(this.container, BATCH, this.untaxable)
      this.ready()
    }
  }
}

/** What charges come to is known afterwards; one whose tax cannot be found is asked about once, and keeps nobody else's. */
export async function taxAll(container: MedusaContainer, untaxable = new Set<string>()): Promise<void> {
  while ((await taxCharges(container, BATCH, untaxable)) === BATCH);
}

const logOf = (container: MedusaContainer) => container.resolve(ContainerRegistrationKeys.LOGGER)

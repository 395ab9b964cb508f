import type { MedusaContainer } from "@medusajs/framework/types"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { ChargeAnswer, RefusedAnswer, SpecialCharge } from "../../modules/membership/types"
import { AnswerGroups } from "./answer-groups"
import { accountHolders, callProvider } from "./call-provider"
import { PaymentGateway } from "./payment-gateway"

/** How much is claimed at a time; each batch is committed by itself, with the attempts that it starts (BILL-4). */
const BATCH = 100
/**
 * The next batch is claimed when no more than so many wait for their provider or are being written, so that its limit is
 * used all the time.
 */
const AHEAD = 300
/** Longer than providers usually take. Where one takes longer it is looked up meanwhile, and its late answer is fenced off. */
const LEASE_SECONDS = 300

export interface ChargesCollected {
  readonly paid: number
  /** Money that was taken for what is settled otherwise: staff give it back. */
  readonly refused: readonly RefusedAnswer[]
}

/**
 * Takes the money for what is due, or finds out what became of it: what is claimed, called and written down goes on side
 * by side, and how many calls are under way is for their provider's limiter to say.
 * @param charge_id only for this one, for whom somebody waits
 */
export async function collectCharges(
  container: MedusaContainer,
  charge_id?: string
): Promise<ChargesCollected> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  const gateway = new PaymentGateway(container)
  const answers = new AnswerGroups(container)
  const urgent = charge_id !== undefined
  const which = {
    limit: BATCH,
    lease_seconds: LEASE_SECONDS,
    ...(charge_id === undefined ? {} : { charge_id }),
  }
  const claimNext = async (): Promise<boolean> => {
    const { tasks, free, without_method, undone } = await membership.claimCharges(which)
    const told = [...free.map(settledFree), ...without_method.map(cannotBeCharged), ...undone.map(canceled)]
    for (const answer of told) answers.add(Promise.resolve(answer))
    const ids = tasks.map(({ task }) => task.request.account_holder_id)
    const holders = await accountHolders(container, ids)
    for (const claimed of tasks) answers.add(callProvider(gateway, claimed, { holders, urgent }))
    return tasks.length + told.length > 0
  }
  try {
    // What is written down may make more due: it is over when there is nothing to claim, and nothing was under way.
    for (;;) {
      const was_idle = answers.isIdle
      const is_more = await claimNext()
      if (!is_more && was_idle) return answers.done
      await answers.untilOpen(is_more ? AHEAD : 0)
    }
  } finally {
    // What was sent is written down, whatever keeps more from being claimed.
    await answers.untilOpen(0)
  }
}

/** Settled as one that was paid by hand, without a hand. */
const settledFree = ({ id: charge_id, membership_id }: SpecialCharge): ChargeAnswer => ({
  ...{ charge_id, membership_id, event: { type: "paid_by_hand" }, paid_by: "nothing" },
})

const cannotBeCharged = ({ id: charge_id, membership_id, token }: SpecialCharge): ChargeAnswer => ({
  ...{ charge_id, membership_id, event: { type: "payment_method_missing", token } },
})

/** What was sold is undone, and nothing is asked for it (SALE-8). */
const canceled = ({ id: charge_id, membership_id }: SpecialCharge): ChargeAnswer => ({
  ...{ charge_id, membership_id, event: { type: "canceled" } },
})

import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { ChargeTotals, JoinMembershipInput, MembershipJoined } from "../../modules/membership/types"
import { collectScheduledStep } from "./collect-scheduled"
import { runningPayment } from "./running-payment"
import { toldTotals } from "./tax-charges"

export type JoinMembershipWish = Omit<JoinMembershipInput, "paid">

/** With what it comes to with tax; null where that cannot be found out at the moment, and is when it is charged. */
export interface JoinWithTax extends MembershipJoined {
  readonly totals: readonly ChargeTotals[] | null
}

/** Decided and written in one commit; nothing follows that could fail but the money, which goes its own way (BILL-1). */
const joinMembershipStep = createStep(
  "membership-join-membership",
  async (input: JoinMembershipWish, { container }) => {
    const paid = await runningPayment(container, input.membership_id)
    const joined = await container.resolve(MEMBERSHIP_MODULE).joinMembership({ ...input, paid })
    const told: JoinWithTax = { ...joined, totals: await toldTotals(container, input, joined.charges) }
    return new StepResponse(told)
  }
)

/**
 * Whoever has a plan of their own takes a seat of a shared membership, now or at renewal (BILL-10, SEAT-8). With `preview`
 * it tells the same and writes nothing. The seat is charged once, on the way of every charge.
 */
export const joinMembershipWorkflow = createWorkflow(
  "membership-join-membership",
  (input: JoinMembershipWish) => {
    const joined = joinMembershipStep(input)
    when({ input }, ({ input: { preview } }) => !preview).then(() => {
      const data = transform({ input }, ({ input: { membership_id, choice } }) =>
        [membership_id, choice.membership_id].map((id) => ({ id, verb: "join", seat_ids: [] as string[] }))
      )
      emitEventStep({ eventName: "membership.changed", data })
    })
    when({ input }, ({ input }) => !input.preview && input.when === "now").then(() => {
      collectScheduledStep(input.choice.membership_id)
    })
    return new WorkflowResponse(joined)
  }
)

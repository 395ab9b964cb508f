import type { MedusaContainer } from "@medusajs/framework/types"
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
import type {
  ChangePlanInput,
  ChargeTotals,
  ChangedPlan,
  PlanChangeOptions,
} from "../../modules/membership/types"
import { collectScheduledStep } from "./collect-scheduled"
import { runningPayment } from "./running-payment"
import { toldTotals } from "./tax-charges"

export type ChangePlanWish = Omit<ChangePlanInput, "paid">

/** With what it comes to with tax; null where that cannot be found out at the moment, and is when it is charged. */
export interface PlanChangeWithTax extends ChangedPlan {
  readonly totals: readonly ChargeTotals[] | null
}

/** Decided and written in one commit; nothing follows that could fail but the money, which goes its own way (BILL-1). */
const changePlanStep = createStep("membership-change-plan", async (input: ChangePlanWish, { container }) => {
  const paid = await runningPayment(container, input.membership_id)
  const changed = await container.resolve(MEMBERSHIP_MODULE).changePlan({ ...input, paid })
  const told: PlanChangeWithTax = { ...changed, totals: await toldTotals(container, input, changed.charges) }
  return new StepResponse(told)
})

/**
 * A membership comes to another plan, now or with a renewal (BILL-10). With `preview` it tells the same and writes
 * nothing. What is due now is charged once, on the way of every charge: attempts, dunning, the order that shows it.
 */
export const changePlanWorkflow = createWorkflow("membership-change-plan", (input: ChangePlanWish) => {
  const changed = changePlanStep(input)
  when({ input }, ({ input: { preview } }) => !preview).then(() => {
    const data = transform({ input }, ({ input: { membership_id: id } }) => ({
      ...{ id, verb: "change_plan", seat_ids: [] as string[] },
    }))
    emitEventStep({ eventName: "membership.changed", data })
  })
  when({ input }, ({ input }) => !input.preview && input.when === "now").then(() => {
    collectScheduledStep(input.membership_id)
  })
  return new WorkflowResponse(changed)
})

/** Every plan that it could change to, and what that would mean; nothing is written. */
export async function planChangeOptions(
  container: MedusaContainer,
  input: Pick<ChangePlanInput, "membership_id" | "asker">
): Promise<PlanChangeOptions> {
  const paid = await runningPayment(container, input.membership_id)
  return container.resolve(MEMBERSHIP_MODULE).planChangeOptions({ ...input, paid })
}

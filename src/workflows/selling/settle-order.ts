import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { SettledOrder, SettleOrderInput } from "../../modules/membership/types"
import { loadPayments } from "./order-facts"
import { planConversions } from "./plan-conversions"

export type SettleInput = Omit<SettleOrderInput, "payment">

const settleOrderStep = createStep("membership-settle-order", async (input: SettleInput, { container }) => {
  const { order_id } = input
  const payment = (await loadPayments(container, [order_id])).get(order_id)
  if (!payment) return new StepResponse<SettledOrder>({ activated: [], voided: [] })
  const settled = await container.resolve(MEMBERSHIP_MODULE).settleOrder({ ...input, payment })
  if (settled.activated.length > 0) await planConversions(container)
  return new StepResponse(settled)
})

/** Brings an order's memberships in step with its payment: paid ones active, those of a canceled order void. */
export const settleOrderWorkflow = createWorkflow("membership-settle-order", (input: SettleInput) => {
  const settled = settleOrderStep(input)
  const events = transform({ settled, input }, ({ settled: { activated, voided }, input: { order_id } }) => ({
    activated: activated.map((id) => ({ id, order_id })),
    voided: voided.map((id) => ({ id, order_id })),
  }))
  emitEventStep({ eventName: "membership.activated", data: events.activated })
  emitEventStep({ eventName: "membership.voided", data: events.voided }).config({ name: "emit-voided" })
  return new WorkflowResponse(settled)
})

import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { RecordChargeRefundInput } from "../../modules/membership/types"

const recordChargeRefundStep = createStep(
  "membership-record-charge-refund",
  async (input: RecordChargeRefundInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).recordChargeRefund(input)
    return new StepResponse(input.charge_id)
  }
)

/** Staff have given back what came twice for a charge, and say why (BILL-4). No money moves here. */
export const recordChargeRefundWorkflow = createWorkflow(
  "membership-record-charge-refund",
  (input: RecordChargeRefundInput) => new WorkflowResponse(recordChargeRefundStep(input))
)

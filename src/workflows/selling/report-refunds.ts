import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import { tellStaffStep } from "../steps/tell-staff"
import { loadRefunds } from "./order-facts"

interface ReportRefundsInput {
  readonly order_ids: readonly string[]
}

const reportRefundsStep = createStep(
  "membership-report-refunds",
  async ({ order_ids }: ReportRefundsInput, { container }) => {
    const refunds = await loadRefunds(container, order_ids)
    const issues = refunds.length ? await container.resolve(MEMBERSHIP_MODULE).reportRefunds(refunds) : []
    return new StepResponse(issues)
  }
)

/**
 * Money of an order was given back: nothing happens silently, staff are asked about each membership of it, once for each
 * sum (SALE-8). Safe to run at any time, as often as it comes.
 */
export const reportRefundsWorkflow = createWorkflow(
  "membership-report-refunds",
  (input: ReportRefundsInput) => {
    const issues = reportRefundsStep(input)
    tellStaffStep(transform({ issues }, (reported) => reported))
    return new WorkflowResponse(issues)
  }
)

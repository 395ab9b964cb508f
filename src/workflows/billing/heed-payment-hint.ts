import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { LookupFinding } from "../../domain/billing/attempt-types"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { PaymentHint } from "../../modules/membership/types"
import { askProvider } from "./ask-provider"

export interface HeededHint {
  /** What the provider itself says; null where there was nothing to find out. */
  readonly found: LookupFinding | null
}

const heedPaymentHintStep = createStep(
  "membership-heed-payment-hint",
  async (hint: PaymentHint, { container }) => {
    const membership = container.resolve(MEMBERSHIP_MODULE)
    const [known] = await membership.listMembershipCharges({ id: hint.charge_id }, { select: ["id"] })
    const sent = known ? await membership.hintedChargeAttempt(hint) : null
    if (!sent) return new StepResponse<HeededHint>({ found: null })
    const { found } = await askProvider(container, sent, { only_news: true })
    return new StepResponse<HeededHint>({ found })
  }
)

/**
 * A provider hints that something became of a charge's payment (BILL-4, BILL-5): it is asked, and the charge goes on by
 * what it answers. As often and as late as hints come; without any, the charge is looked up by itself.
 */
export const heedPaymentHintWorkflow = createWorkflow(
  "membership-heed-payment-hint",
  (input: PaymentHint) => new WorkflowResponse(heedPaymentHintStep(input))
)

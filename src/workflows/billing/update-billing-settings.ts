import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { UpdateBillingSettingsInput } from "../../modules/membership/types"

const updateBillingSettingsStep = createStep(
  "membership-update-billing-settings",
  async (input: UpdateBillingSettingsInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).updateBillingSettings(input)
    return new StepResponse({ id: "studio" })
  }
)

/** Changes retries, grace, what comes after it, reminders, and whether renewals may be paid by hand (BILL-3, SALE-12). */
export const updateBillingSettingsWorkflow = createWorkflow(
  "membership-update-billing-settings",
  (input: UpdateBillingSettingsInput) => new WorkflowResponse(updateBillingSettingsStep(input))
)

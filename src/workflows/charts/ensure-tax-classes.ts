import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { ensureTaxClasses } from "../selling/tax-classes"

interface EnsureTaxClassesInput {
  /** Percent. */
  readonly tax_rates: readonly number[]
}

/** What it makes is not taken back: another chart may rely on it already, and it taxes nothing by itself. */
export const ensureTaxClassesStep = createStep(
  "membership-ensure-tax-classes",
  async ({ tax_rates }: EnsureTaxClassesInput, { container }) => {
    const types = await ensureTaxClasses(container, tax_rates)
    return new StepResponse(Object.fromEntries(types))
  }
)

/** Product types and tax rates for the tax overrides of chart rows (CHART-4). Answers product type ids by rate. */
export const ensureTaxClassesWorkflow = createWorkflow(
  "membership-ensure-tax-classes",
  (input: EnsureTaxClassesInput) => new WorkflowResponse(ensureTaxClassesStep(input))
)

import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { PriceChartInput } from "../../modules/membership/types"
import { loadStore } from "../plans/steps/store"

/** It cannot be undone, so nothing that may fail comes after it (CHART-3). */
const finalizePriceChartStep = createStep(
  "membership-finalize-price-chart",
  async (input: PriceChartInput, { container }) => {
    const { currency_codes } = await loadStore(container)
    const chart = { ...input, store_currency_codes: currency_codes }
    const plan_id = await container.resolve(MEMBERSHIP_MODULE).finalizePriceChart(chart)
    return new StepResponse({ id: input.id, plan_id })
  }
)

/** Freezes a complete draft for ever (CHART-3, CHART-9). */
export const finalizePriceChartWorkflow = createWorkflow(
  "membership-finalize-price-chart",
  (input: PriceChartInput) => {
    const chart = finalizePriceChartStep(input)
    emitEventStep({ eventName: "price-chart.finalized", data: chart })
    return new WorkflowResponse(chart)
  }
)

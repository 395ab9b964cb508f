import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { SYSTEM } from "../../domain/actor"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { CreatePriceChartInput } from "../../modules/membership/types"

const createPriceChartStep = createStep(
  "membership-create-price-chart",
  async (input: CreatePriceChartInput, { container }) => {
    const id = await container.resolve(MEMBERSHIP_MODULE).createPriceChart(input)
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (id) await container.resolve(MEMBERSHIP_MODULE).deletePriceChart({ id, actor: SYSTEM })
  }
)

/** Begins a new version of a plan's price chart, blank or as a copy of another version (CHART-2). Answers its id. */
export const createPriceChartWorkflow = createWorkflow(
  "membership-create-price-chart",
  (input: CreatePriceChartInput) => {
    const chart = createPriceChartStep(input)
    emitEventStep({ eventName: "price-chart.created", data: chart })
    return new WorkflowResponse(chart)
  }
)

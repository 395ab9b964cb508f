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
import type { MigratePricesInput } from "../../modules/membership/types"
import { tellPriceChangesWorkflow } from "../notices/tell-price-changes"

/** Nothing follows that could fail but the announcement, so that there is nothing to take back. */
const migratePricesStep = createStep(
  "membership-migrate-prices",
  async (input: MigratePricesInput, { container }) =>
    new StepResponse(await container.resolve(MEMBERSHIP_MODULE).migratePrices(input))
)

/**
 * Moves memberships to another version of their plan's chart from each one's next renewal, and tells who pays (CHART-10).
 * With `preview` it tells what would be and writes nothing.
 */
export const migratePricesWorkflow = createWorkflow(
  "membership-migrate-prices",
  (input: MigratePricesInput) => {
    const migrated = migratePricesStep(input)
    when({ input }, ({ input: { preview } }) => !preview).then(() => {
      tellPriceChangesWorkflow.runAsStep({ input: {} })
      const data = transform({ input }, ({ input: { plan_id, to_price_chart_id: id } }) => ({ id, plan_id }))
      emitEventStep({ eventName: "price-chart.migrated", data })
    })
    return new WorkflowResponse(migrated)
  }
)

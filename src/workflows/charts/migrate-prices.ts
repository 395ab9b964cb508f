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

/** Nothing follows that could fail but the announcement, so that there is nothing to take back. */
const migratePricesStep = createStep(
  "membership-migrate-prices",
  async (input: MigratePricesInput, { container }) =>
    new StepResponse(await container.resolve(MEMBERSHIP_MODULE).migratePrices(input))
)

/**
 * Moves memberships to another version of their plan's chart from each one's next renewal (CHART-10). Who pays is told by the
 * notices that are written with it.
 * With `preview` it tells what would be and writes nothing.
 */
export const migratePricesWorkflow = createWorkflow(
  "membership-migrate-prices",
  (input: MigratePricesInput) => {
    const migrated = migratePricesStep(input)
    when({ input }, ({ input: { preview } }) => !preview).then(() => {
      const data = transform({ input }, ({ input: { plan_id, to_price_chart_id: id } }) => ({ id, plan_id }))
      emitEventStep({ eventName: "price-chart.migrated", data })
    })
    return new WorkflowResponse(migrated)
  }
)

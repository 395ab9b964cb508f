import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import { eraseCustomerWorkflow } from "./erase-customer"

/** A deletion whose event was lost is found again for this long. */
const LOOK_BACK_HOURS = 48

/** Each by itself: one that fails is told in the log and tried again by the next run. */
const healDeletionsStep = createStep(
  "membership-heal-deletions",
  async (_: Record<string, never>, { container }) => {
    const membership = container.resolve(MEMBERSHIP_MODULE)
    const { since } = await membership.saleSweepWindow({ hours: LOOK_BACK_HOURS, seconds: 0 })
    const deleted = await container
      .resolve(Modules.CUSTOMER)
      .listCustomers({ deleted_at: { $gte: new Date(since) } } as never, {
        select: ["id"],
        withDeleted: true,
      })
    const left = deleted.length ? await membership.customersToErase(deleted.map(({ id }) => id)) : []
    for (const customer_id of left) {
      try {
        await eraseCustomerWorkflow(container).run({ input: { customer_id, preview: false } })
      } catch (error) {
        const { message } = error as Error
        const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
        logger.error(`The memberships of the deleted customer ${customer_id} could not be healed: ${message}`)
      }
    }
    return new StepResponse(left.length)
  }
)

/** Customers who were deleted while nobody told us. May run twice, late, or in several workers at once (BILL-11). */
export const healDeletionsWorkflow = createWorkflow(
  "membership-heal-deletions",
  (input: Record<string, never>) => new WorkflowResponse(healDeletionsStep(input))
)

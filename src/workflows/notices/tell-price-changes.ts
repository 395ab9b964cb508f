import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { PriceNotice } from "../../modules/membership/types"

/** By the studio's provider of e-mails. Where it has none, the prices change all the same: it is only said in the log. */
const tellPayersStep = createStep(
  "membership-tell-payers",
  async (_: Record<string, never>, { container }) => {
    const notices = await container.resolve(MEMBERSHIP_MODULE).priceNotices()
    const addresses = await addressesOf(notices, container)
    const letters = notices.flatMap((notice) => letterOf(notice, addresses) ?? [])
    if (letters.length === 0) return new StepResponse({ told: 0 })
    try {
      await container.resolve(Modules.NOTIFICATION).createNotifications(letters)
      return new StepResponse({ told: letters.length })
    } catch (error) {
      const { message } = error as Error
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`Not everybody was told of a change of prices: ${message}`)
      return new StepResponse({ told: 0 })
    }
  }
)

/** Tells who pays that prices change with a coming renewal, or do not after all; each once an occasion (CHART-10). */
export const tellPriceChangesWorkflow = createWorkflow(
  "membership-tell-price-changes",
  (input: Record<string, never>) => new WorkflowResponse(tellPayersStep(input))
)

/** Whoever was deleted is told nothing. */
async function addressesOf(
  notices: readonly PriceNotice[],
  container: MedusaContainer
): Promise<ReadonlyMap<string, string>> {
  const ids = [
    ...new Set(notices.flatMap(({ email, payer_customer_id: id }) => (email === null ? (id ?? []) : []))),
  ]
  if (ids.length === 0) return new Map()
  const customers = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers({ id: ids }, { select: ["id", "email"], take: ids.length })
  return new Map(customers.map(({ id, email }) => [id, email]))
}

function letterOf(
  { email, entry_id, notice, ...about }: PriceNotice,
  addresses: ReadonlyMap<string, string>
) {
  const { payer_customer_id, membership_id } = about
  const to = email ?? addresses.get(payer_customer_id ?? "")
  if (!to) return null
  return {
    ...{ to, channel: "email", template: `membership-price-change-${notice}`, data: about },
    ...{ resource_type: "membership", resource_id: membership_id, receiver_id: payer_customer_id },
    trigger_type: "membership.price_change",
    idempotency_key: `membership-price-change:${entry_id}:${payer_customer_id ?? "purchaser"}`,
  }
}

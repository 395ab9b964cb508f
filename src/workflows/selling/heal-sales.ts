import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { PlanLine } from "../../modules/membership/types"
import { keepPaymentMethodsWorkflow } from "../billing/keep-payment-methods"
import { activateOrderWorkflow } from "./activate-order"
import { loadPayments } from "./order-facts"
import { reportRefundsWorkflow } from "./report-refunds"
import { beginOverdueTerms, refreshStatuses } from "./refresh-memberships"
import { settleOrderWorkflow } from "./settle-order"

/** An event that was lost is found again for this long. */
const LOOK_BACK_HOURS = 48

/**
 * A completion that fails takes its order back, at the latest when its lock on the cart runs out after two minutes;
 * younger orders are left to their own event.
 */
const SETTLED_AFTER_SECONDS = 150

const BATCH = 200

export interface HealSalesInput {
  /** Seconds after which an order is taken for settled; tests heal at once. */
  readonly settled_after_seconds?: number
}

/** Orders that sell a plan of which there is neither a membership nor an issue. */
const findUnsoldOrdersStep = createStep(
  "membership-find-unsold-orders",
  async (input: HealSalesInput, { container }) => {
    const membership = container.resolve(MEMBERSHIP_MODULE)
    const seconds = input.settled_after_seconds ?? SETTLED_AFTER_SECONDS
    const window = await membership.saleSweepWindow({ hours: LOOK_BACK_HOURS, seconds })
    const plans = await membership.listMembershipPlans({}, { select: ["id", "variant_id"] })
    const variant_ids = plans.map((plan) => plan.variant_id)
    const order_ids = new Set<string>()
    for (let skip = 0; variant_ids.length > 0; skip += BATCH) {
      const lines = await planLines(container, variant_ids, window, skip)
      for (const id of await membership.unsoldOrders(lines)) order_ids.add(id)
      if (lines.length < BATCH) break
    }
    return new StepResponse([...order_ids])
  }
)

/** One page of the lines that sell plans, in the order of their ids: nothing is inserted before one. */
async function planLines(
  container: MedusaContainer,
  variant_ids: string[],
  { since, until }: { since: string; until: string },
  skip: number
): Promise<PlanLine[]> {
  const created_at = { $gte: new Date(since), $lte: new Date(until) }
  const orders = container.resolve<OrderItems>(Modules.ORDER)
  const items = await orders.listOrderItems(
    { item: { variant_id: variant_ids, created_at } },
    { select: ["id", "order_id", "quantity"], relations: ["item"], order: { id: "ASC" }, skip, take: BATCH }
  )
  return items.map(({ order_id, quantity, item: { id, metadata } }) => {
    const draft_id = metadata?.membership_draft_id
    return {
      id,
      order_id,
      draft_id: typeof draft_id === "string" ? draft_id : null,
      quantity: Number(quantity),
    }
  })
}

/** A generated method of the order module that its public type leaves out. */
interface OrderItems {
  listOrderItems: (
    filters: object,
    config: object
  ) => Promise<
    {
      order_id: string
      quantity: number | string
      item: { id: string; metadata: Record<string, unknown> | null }
    }[]
  >
}

/** Orders whose money arrived, or that were canceled, while nobody was told. */
const findUnsettledOrdersStep = createStep(
  "membership-find-unsettled-orders",
  async (_: HealSalesInput, { container }) => {
    const order_ids = new Set(await canceledOrders(container))
    const membership = container.resolve(MEMBERSHIP_MODULE)
    for (let after = ""; ;) {
      const pending = await membership.pendingOrders({ after, limit: BATCH })
      const payments = await loadPayments(container, pending)
      for (const [id, { paid, canceled }] of payments) if (paid || canceled) order_ids.add(id)
      after = pending.at(-1) ?? after
      if (pending.length < BATCH) break
    }
    return new StepResponse([...order_ids])
  }
)

async function canceledOrders(container: MedusaContainer): Promise<string[]> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  const { since } = await membership.saleSweepWindow({ hours: LOOK_BACK_HOURS, seconds: 0 })
  const canceled = await container
    .resolve(Modules.ORDER)
    .listOrders({ canceled_at: { $gte: new Date(since) } } as never, { select: ["id"] })
  return canceled.length ? membership.ordersNotVoid(canceled.map(({ id }) => id)) : []
}

/** SALE-8: money that was given back while nobody was told; the platform's event is not emitted on every path. */
const reportRefundsStep = createStep(
  "membership-report-lost-refunds",
  async (_: HealSalesInput, { container }) => {
    const { since } = await container
      .resolve(MEMBERSHIP_MODULE)
      .saleSweepWindow({ hours: LOOK_BACK_HOURS, seconds: 0 })
    const order_ids = await ordersRefundedSince(container, since)
    if (order_ids.length) await reportRefundsWorkflow(container).run({ input: { order_ids } })
    return new StepResponse(order_ids.length)
  }
)

async function ordersRefundedSince(container: MedusaContainer, since: string): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const created_at = { $gte: new Date(since) }
  const refunds = await container
    .resolve(Modules.PAYMENT)
    .listRefunds({ created_at } as never, { relations: ["payment"] })
  const collections = refunds.map(({ payment }) => payment.payment_collection_id)
  if (collections.length === 0) return []
  const { data } = await query.graph({
    entity: "order_payment_collection",
    fields: ["order_id"],
    filters: { payment_collection_id: [...new Set(collections)] },
  })
  return [...new Set((data as { order_id: string }[]).map(({ order_id }) => order_id))]
}

/** Each order by itself: one that fails is told in the log and tried again by the next sweep. */
const healOrdersStep = createStep(
  "membership-heal-orders",
  async ({ unsold, unsettled }: { unsold: string[]; unsettled: string[] }, { container }) => {
    for (const order_id of unsold) {
      await attempt(container, order_id, () => activateOrderWorkflow(container).run({ input: { order_id } }))
    }
    for (const order_id of unsettled) {
      await attempt(container, order_id, () => settleOrderWorkflow(container).run({ input: { order_id } }))
    }
    return new StepResponse({ activated_orders: unsold.length, settled_orders: unsettled.length })
  }
)

async function attempt(
  container: MedusaContainer,
  order_id: string,
  heal: () => Promise<unknown>
): Promise<void> {
  try {
    await heal()
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`The memberships of order ${order_id} could not be healed: ${(error as Error).message}`)
  }
}

/** SALE-12: what paid sales of which nobody was told pays their renewals too. */
const keepLostMethodsStep = createStep(
  "membership-keep-lost-payment-methods",
  async (_: HealSalesInput, { container }) => {
    const { result } = await keepPaymentMethodsWorkflow(container).run({ input: { limit: BATCH } })
    return new StepResponse(result)
  }
)

const beginOverdueTermsStep = createStep(
  "membership-begin-overdue-terms",
  async (_: HealSalesInput, { container }) => new StepResponse(await beginOverdueTerms(container))
)

const refreshStatusesStep = createStep(
  "membership-refresh-statuses",
  async (_: HealSalesInput, { container }) => new StepResponse(await refreshStatuses(container))
)

/**
 * Heals what lost events and dead processes left behind, and refreshes the status copies. Every part of it may run
 * twice, late, or in several workers at once.
 */
export const healSalesWorkflow = createWorkflow("membership-heal-sales", (input: HealSalesInput) => {
  const unsold = findUnsoldOrdersStep(input)
  const unsettled = findUnsettledOrdersStep(input)
  const healed = healOrdersStep({ unsold, unsettled })
  reportRefundsStep(input)
  keepLostMethodsStep(input)
  beginOverdueTermsStep(input)
  const refreshed = refreshStatusesStep(input)
  return new WorkflowResponse({ healed, refreshed })
})

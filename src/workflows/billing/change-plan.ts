import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { valuesOfSale } from "../../domain/credits/value-of-sale"
import { sumMinor } from "../../domain/money/amounts"
import type { OrderLine } from "../../domain/selling/activation-types"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type {
  ChangePlanInput,
  ChargeTotals,
  ChangedPlan,
  PlanChangeOptions,
  PlatformPayment,
  RunningOrders,
} from "../../modules/membership/types"
import { loadRefunds } from "../selling/order-facts"
import { totalsOf } from "./tax-charges"
import { collectCharges, taxAll } from "./work-on-charges"

export type ChangePlanWish = Omit<ChangePlanInput, "paid">

/** With what it comes to with tax; null where that cannot be found out at the moment, and is when it is charged. */
export interface PlanChangeWithTax extends ChangedPlan {
  readonly totals: readonly ChargeTotals[] | null
}

/** Decided and written in one commit; nothing follows that could fail but the money, which goes its own way (BILL-1). */
const changePlanStep = createStep("membership-change-plan", async (input: ChangePlanWish, { container }) => {
  const paid = await runningPayment(container, input.membership_id)
  const changed = await container.resolve(MEMBERSHIP_MODULE).changePlan({ ...input, paid })
  const told: PlanChangeWithTax = { ...changed, totals: await totalsOrNull(container, input, changed) }
  return new StepResponse(told)
})

/** What is done already is not undone because the tax cannot be told. */
async function totalsOrNull(
  container: MedusaContainer,
  { preview }: ChangePlanWish,
  { charges }: ChangedPlan
): Promise<ChargeTotals[] | null> {
  try {
    return await totalsOf(container, charges)
  } catch (error) {
    if (preview) throw error
    container.resolve(ContainerRegistrationKeys.LOGGER).error(error as Error)
    return null
  }
}

/** Should it be cut short, the next worker goes on. */
const collectPlanChangeStep = createStep(
  "membership-collect-plan-change",
  async ({ membership_id }: Pick<ChangePlanInput, "membership_id">, { container }) => {
    await taxAll(container)
    const charges = await container
      .resolve(MEMBERSHIP_MODULE)
      .listMembershipCharges({ membership_id, status: ["scheduled"] }, { select: ["id"] })
    for (const { id } of charges) await collectCharges(container, id)
    return new StepResponse()
  }
)

/**
 * A membership comes to another plan, now or with a renewal (BILL-10). With `preview` it tells the same and writes
 * nothing. What is due now is charged once, on the way of every charge: attempts, dunning, the order that shows it.
 */
export const changePlanWorkflow = createWorkflow("membership-change-plan", (input: ChangePlanWish) => {
  const changed = changePlanStep(input)
  when({ input }, ({ input: { preview } }) => !preview).then(() => {
    const data = transform({ input }, ({ input: { membership_id: id } }) => ({
      ...{ id, verb: "change_plan", seat_ids: [] as string[] },
    }))
    emitEventStep({ eventName: "membership.changed", data })
  })
  when({ input }, ({ input }) => !input.preview && input.when === "now").then(() => {
    collectPlanChangeStep(input)
  })
  return new WorkflowResponse(changed)
})

/** Every plan that it could change to, and what that would mean; nothing is written. */
export async function planChangeOptions(
  container: MedusaContainer,
  input: Pick<ChangePlanInput, "membership_id" | "asker">
): Promise<PlanChangeOptions> {
  const paid = await runningPayment(container, input.membership_id)
  return container.resolve(MEMBERSHIP_MODULE).planChangeOptions({ ...input, paid })
}

/** What the platform knows of the money for the period that runs. */
async function runningPayment(container: MedusaContainer, membership_id: string): Promise<PlatformPayment> {
  const orders = await container.resolve(MEMBERSHIP_MODULE).runningOrders(membership_id)
  const refunds = await loadRefunds(container, orders.order_ids)
  return {
    index: orders.index,
    sale_minor: orders.sale ? sumMinor(await paidWithSale(container, orders.sale, orders)) : 0,
    refunded_minor: sumMinor(refunds.map(({ refunded_minor }) => refunded_minor)),
  }
}

interface Item {
  readonly id: string
  readonly quantity: number | string
  readonly metadata: OrderLine["metadata"]
  readonly is_tax_inclusive: boolean
  readonly total: Parameters<typeof MathBN.convert>[0] | null
  readonly tax_total: Parameters<typeof MathBN.convert>[0] | null
}

/** After discounts, in terms of the price: with the tax where prices include it. */
async function paidWithSale(
  container: MedusaContainer,
  { order_id, ...sale }: NonNullable<RunningOrders["sale"]>,
  { currency_code }: RunningOrders
): Promise<number[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: [
      "total",
      ...["id", "quantity", "metadata", "is_tax_inclusive", "total", "tax_total"].map(
        (field) => `items.${field}`
      ),
    ],
    filters: { id: order_id ?? "" },
  })
  const items = (data as unknown as { items: Item[] }[])[0]?.items ?? []
  const lines = items.map((item) => {
    const tax = item.is_tax_inclusive ? 0 : (item.tax_total ?? 0)
    return {
      ...{ id: item.id, quantity: Number(item.quantity), metadata: item.metadata },
      net_total: MathBN.sub(item.total ?? 0, tax).toFixed(),
    } as OrderLine
  })
  return valuesOfSale({ ...sale, currency_code }, lines)
}

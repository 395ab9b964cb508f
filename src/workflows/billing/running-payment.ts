import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { valuesOfSale } from "../../domain/credits/value-of-sale"
import { sumMinor } from "../../domain/money/amounts"
import type { OrderLine } from "../../domain/selling/activation-types"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { PlatformPayment, RunningOrders } from "../../modules/membership/types"
import { loadRefunds } from "../selling/order-facts"

/** What the platform knows of the money for the period that runs. */
export async function runningPayment(
  container: MedusaContainer,
  membership_id: string
): Promise<PlatformPayment> {
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

import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** The platform's events name the payment only. @returns null for a payment of no order */
export async function orderOfPayment(container: MedusaContainer, id: string): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const fields = ["payment_collection.order.id"]
  const { data } = await query.graph({ entity: "payment", fields, filters: { id } })
  const [payment] = data as { payment_collection?: { order?: { id: string } | null } | null }[]
  return payment?.payment_collection?.order?.id ?? null
}

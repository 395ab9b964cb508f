import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { NamedCustomer } from "../../modules/membership/types"

/** Those who may take a membership over, by id, as it will name them. */
export async function namedCustomers(
  container: MedusaContainer,
  ids: string[]
): Promise<Record<string, NamedCustomer>> {
  if (ids.length === 0) return {}
  const customers = await container.resolve(Modules.CUSTOMER).listCustomers({ id: ids })
  return Object.fromEntries(
    customers.map(({ id, first_name, last_name, email }) => [
      id,
      { name: [first_name, last_name].filter(Boolean).join(" ") || null, email },
    ])
  )
}

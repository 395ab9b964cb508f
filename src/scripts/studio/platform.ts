import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type Filters = Record<string, unknown>

/** What the platform has of a kind; the seed asks before it makes anything, so that it can run again. */
export async function find<Row>(
  container: MedusaContainer,
  entity: string,
  fields: readonly string[],
  filters: Filters = {}
): Promise<Row[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity, fields: [...fields], filters })
  return data as Row[]
}

/** The id of the first that is there, or of the one that is made now. */
export async function idOf(
  container: MedusaContainer,
  entity: string,
  filters: Filters,
  make: () => Promise<{ id: string } | undefined>
): Promise<string> {
  const [found] = await find<{ id: string }>(container, entity, ["id"], filters)
  const { id } = found ?? (await make()) ?? {}
  if (!id) throw new Error(`The platform did not make the ${entity} that was asked for.`)
  return id
}

/** Prices in the studio's two currencies, in the major unit. */
export const prices = (eur: number, usd: number) => [
  { currency_code: "eur", amount: eur },
  { currency_code: "usd", amount: usd },
]

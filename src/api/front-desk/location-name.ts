import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** How long a name is told before it is asked for again, in milliseconds. */
const REMEMBERED = 60_000

interface Remembered {
  readonly name: string | null
  readonly until: number
}

const remembered = new Map<string, Remembered>()

/** What a location is called. A check-in does not wait for it: a new name is told within a minute. */
export async function locationName(container: MedusaContainer, id: string): Promise<string | null> {
  const known = remembered.get(id)
  if (known && known.until > performance.now()) return known.name
  const locations = container.resolve(Modules.STOCK_LOCATION)
  const [location] = await locations.listStockLocations({ id }, { select: ["name"] })
  const name = location?.name ?? null
  remembered.set(id, { name, until: performance.now() + REMEMBERED })
  return name
}

import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

export interface StoreFacts {
  /** Lower case; the default one first. */
  readonly currency_codes: string[]
  readonly default_sales_channel_id: string | null
}

/** What the platform's store says about selling. */
export async function loadStore(container: MedusaContainer): Promise<StoreFacts> {
  const [store] = await container
    .resolve(Modules.STORE)
    .listStores({}, { relations: ["supported_currencies"], take: 1 })
  const supported = [...(store?.supported_currencies ?? [])]
  supported.sort((a, b) => Number(b.is_default) - Number(a.is_default))
  return {
    currency_codes: supported.map(({ currency_code }) => currency_code.toLowerCase()),
    default_sales_channel_id: store?.default_sales_channel_id ?? null,
  }
}

import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** Whether prices include tax, as the platform decides it: the region's preference before the currency's. */
export async function isTaxInclusive(
  container: MedusaContainer,
  currency_code: string,
  region: { readonly id: string }
): Promise<boolean> {
  const preferences = await container.resolve(Modules.PRICING).listPricePreferences({
    $or: [
      { attribute: "region_id", value: region.id },
      { attribute: "currency_code", value: currency_code },
    ],
  })
  const by = (attribute: string) => preferences.find((preference) => preference.attribute === attribute)
  return (by("region_id") ?? by("currency_code"))?.is_tax_inclusive ?? false
}

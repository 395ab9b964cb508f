import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { roundToMinor } from "../../domain/money/rounding"
import { chargesOfPromotion, type SalePromotion } from "../../domain/selling/kept-discounts"

/** The platform's promotions behind codes, as far as they lower further charges of a membership (SALE-10). */
export async function loadPromotions(
  container: MedusaContainer,
  codes: readonly string[],
  currency_code: string
): Promise<SalePromotion[]> {
  if (codes.length === 0) return []
  const promotions = await container
    .resolve(Modules.PROMOTION)
    .listPromotions({ code: [...new Set(codes)] }, { relations: ["application_method"], take: null as never })
  return promotions.map(({ code, metadata, application_method: method }) => ({
    code: code!,
    // Off so many units at most is not off every seat.
    percent: method?.type === "percentage" && !method.max_quantity ? Number(method.value) : null,
    fixed_minor: method?.type === "fixed" ? roundToMinor(String(method.value), currency_code) : null,
    charges: chargesOfPromotion(metadata as Record<string, unknown> | null),
  }))
}

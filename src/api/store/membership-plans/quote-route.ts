import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"
import { seatWish } from "../../http/seat-wish"
import { calendarDate, currencyCode } from "../../http/shapes"

export const quoteShape = {
  currency_code: currencyCode.optional(),
  region_id: z.string().optional(),
  country_code: z.string().length(2).optional(),
  location_id: z.string().nullish(),
  starts_on: calendarDate.nullish(),
  promo_codes: z.array(z.string()).max(50).optional(),
}

export const QuotePlan = seatWish(quoteShape)
export type QuotePlanBody = z.infer<typeof QuotePlan>

export const storeQuoteRoutes: RouteDefinition[] = [
  {
    method: "POST",
    path: "/store/membership-plans/:id/quote",
    tag: "Membership plans",
    summary: "Quote a plan: the whole price before anything is stored",
    body: QuotePlan,
    customer: "optional",
    answers: { quote: "Quote" },
  },
]

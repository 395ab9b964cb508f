import { z } from "@medusajs/framework/zod"
import { HAPPENING_KINDS } from "../../../domain/forecast/types"
import type { RouteDefinition } from "../../http/route-table"
import { calendarDate } from "../../http/shapes"

const kind = z.enum(HAPPENING_KINDS)

const Forecast = z.strictObject({
  /** The first day; today where it is left out. */
  from: calendarDate.optional(),
  /** The day after the last; without it one day is told. */
  until: calendarDate.optional(),
  membership_id: z.string().optional(),
  /** Of the memberships that they bought, and of their money for others'. */
  customer_id: z.string().optional(),
  kind: z.union([kind, z.array(kind)]).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).default(0),
})
export type ForecastQuery = z.infer<typeof Forecast>

export const forecastRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: "/admin/membership-forecast",
    tag: "Memberships",
    summary:
      "What happens on some days, to whom, why, and what money it is: of a membership, a customer or the studio",
    query: Forecast,
    policy: { resource: "membership_charge", operation: "read" },
    answers: { membership_forecast: "MembershipForecast", happenings: "Happening" },
  },
]

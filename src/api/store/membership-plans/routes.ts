import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"
import { currencyCode } from "../../http/shapes"

/** In which money and at which branch; without either it is the store's default currency. */
export const place = {
  currency_code: currencyCode.optional(),
  region_id: z.string().optional(),
  location_id: z.string().optional(),
}
const tag = "Membership plans"
/** The answer is made from the plan by an allow-list, so that nothing can be selected beyond it. */
const fields = { defaults: ["id"], allowed: ["id"] }

export const storePlanRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: "/store/membership-plans",
    tag,
    summary: "The plans on sale, with prices, and whether the customer may have them",
    query: createFindParams({ limit: 50 }).pick({ limit: true, offset: true }).extend(place),
    fields: { ...fields, isList: true, defaultLimit: 50 },
    customer: "optional",
    answers: { membership_plans: "StoreMembershipPlan" },
  },
  {
    method: "GET",
    path: "/store/membership-plans/:id",
    tag,
    summary: "One plan on sale, by id or handle",
    query: z.object(place),
    fields,
    customer: "optional",
    answers: { membership_plan: "StoreMembershipPlan" },
  },
]

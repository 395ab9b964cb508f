import { booleanString } from "@medusajs/medusa/api/utils/common-validators/common"
import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"
import { ids } from "../../http/shapes"
import { place } from "../../store/membership-plans/routes"
import { CategorizePlans, CreatePlan, UpdatePlan } from "./shapes"

const columns = [
  ...["id", "name", "handle", "kind", "audience", "status", "description", "image", "revenue_category"],
  ...[
    "currency_codes",
    "billing",
    "is_recurring",
    "validity",
    "starts",
    "must_start_within",
    "entitlement",
    "services",
  ],
  ...[
    "credit_exchange",
    "renewal",
    "rollover",
    "introductory_offer",
    "signup_fee",
    "proration",
    "hold_policy",
  ],
  ...["cancellation_policy", "access", "benefits", "locations", "portal", "guest_passes"],
  ...[
    "prevents_general_hours_access",
    "product_id",
    "variant_id",
    "owns_product",
    "metadata",
    "created_at",
    "updated_at",
  ],
]
const charts = ["id", "version", "state", "template_id", "finalized_at", "published_at"].map(
  (name) => `price_charts.${name}`
)
const defaults = [...columns, ...charts]
const answers = { membership_plan: "MembershipPlan" }
const all = "/admin/membership-plans"
const one = `${all}/:id`
const resource = "membership_plan"
const tag = "Membership plans"
const select = createFindParams().pick({ fields: true })
const status = z.enum(["draft", "active", "archived"])
const audience = z.enum(["individual", "household", "shared", "corporate"])

export const planRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: all,
    tag,
    summary: "List plans, newest first",
    query: createFindParams({ limit: 50 }).extend({
      q: z.string().optional(),
      id: ids.optional(),
      status: z.union([status, z.array(status)]).optional(),
      kind: z.enum(["membership", "credit_pack"]).optional(),
      audience: z.union([audience, z.array(audience)]).optional(),
      location_id: z.string().optional(),
      revenue_category: ids.optional(),
      recurring: booleanString().optional(),
      product_id: ids.optional(),
      variant_id: ids.optional(),
      handle: ids.optional(),
    }),
    fields: { defaults, isList: true, defaultLimit: 50 },
    policy: { resource, operation: "read" },
    answers: { membership_plans: "MembershipPlan" },
  },
  {
    method: "POST",
    path: all,
    tag,
    summary: "Add a plan, and the product it is sold as",
    body: CreatePlan,
    query: select,
    fields: { defaults },
    policy: { resource, operation: "create" },
    idempotent: true,
    answers,
  },
  {
    method: "POST",
    path: `${all}/batch`,
    tag,
    summary: "Set the revenue category of many plans",
    body: CategorizePlans,
    query: select,
    fields: { defaults },
    policy: { resource, operation: "update" },
    answers: { membership_plans: "MembershipPlan" },
  },
  {
    method: "GET",
    path: one,
    tag,
    summary: "One plan, with its terms and what it lacks to be sold",
    query: select,
    fields: { defaults },
    policy: { resource, operation: "read" },
    answers,
  },
  {
    method: "GET",
    path: `${one}/storefront`,
    tag,
    summary: "A plan as storefronts see it, or will see it, and whether customers find it",
    query: z.object(place),
    fields: { defaults: ["id"], allowed: ["id"] },
    policy: { resource, operation: "read" },
    answers: { membership_plan: "StoreMembershipPlan", is_found: "Flag", is_listed: "Flag" },
  },
  {
    method: "POST",
    path: one,
    tag,
    summary: "Change a plan",
    body: UpdatePlan,
    query: select,
    fields: { defaults },
    policy: { resource, operation: "update" },
    answers,
  },
  {
    method: "DELETE",
    path: one,
    tag,
    summary: "Take away a plan that was never sold",
    policy: { resource, operation: "delete" },
    answers: { id: "Id", object: "Object", deleted: "Deleted" },
  },
]

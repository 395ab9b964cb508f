import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"
import { calendarDate, currencyCode } from "../../http/shapes"

export const CreatePriceChart = z.strictObject({ template_id: z.string().nullish() })
export type CreatePriceChartBody = z.infer<typeof CreatePriceChart>

const row = z.strictObject({
  label: z.string().trim().max(200).nullish(),
  classification_id: z.string().nullish(),
  required: z.boolean().optional(),
  unlimited: z.boolean().optional(),
  // Whether an amount is a price of its currency is the chart's rule, which names the row.
  prices: z.array(z.strictObject({ currency_code: currencyCode, amount: z.number() })),
  tax_rate: z.number().nullish(),
})

export const UpdatePriceChart = z.strictObject({ rows: z.array(row).min(1).max(500) })
export type UpdatePriceChartBody = z.infer<typeof UpdatePriceChart>

const membership_ids = z.array(z.string()).min(1).max(1000).nullish()
const reason = z.string().trim().max(1000).nullish()

export const MigratePrices = z.strictObject({
  to_price_chart_id: z.string(),
  from_price_chart_id: z.string().nullish(),
  membership_ids,
  /** Never these, whatever else is asked for. */
  except_membership_ids: z.array(z.string()).max(1000).optional(),
  from_on: calendarDate.nullish(),
  reason,
  preview: z.boolean().optional(),
  limit: z.number().int().min(0).max(200).optional(),
  offset: z.number().int().min(0).optional(),
})
export type MigratePricesBody = z.infer<typeof MigratePrices>

const ListPriceMoves = z.object({
  to_price_chart_id: z.string().optional(),
  /** Only those that wait for their renewal. */
  waiting: z
    .enum(["true", "false"])
    .transform((given) => given === "true")
    .optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListPriceMovesQuery = z.infer<typeof ListPriceMoves>

export const TakeBackPrices = z.strictObject({
  to_price_chart_id: z.string().nullish(),
  membership_ids,
  reason,
})
export type TakeBackPricesBody = z.infer<typeof TakeBackPrices>

const defaults = [
  ...[
    "id",
    "plan_id",
    "version",
    "state",
    "template_id",
    "finalized_at",
    "published_at",
    "created_at",
    "updated_at",
  ],
  ...["id", "position", "label", "classification_id", "required", "unlimited", "prices", "tax_rate"].map(
    (name) => `rows.${name}`
  ),
  ...["id", "name", "min_age", "max_age"].map((name) => `rows.classification.${name}`),
]
const answers = { price_chart: "PriceChart" }
const ofPlan = "/admin/membership-plans/:id/price-charts"
const migrations = "/admin/membership-plans/:id/price-migrations"
const one = "/admin/price-charts/:id"
const resource = "membership_price_chart"
const tag = "Price charts"
const select = createFindParams().pick({ fields: true })
const shared = { tag, query: select, fields: { defaults }, answers }

export const priceChartRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: ofPlan,
    tag,
    summary: "The versions of a plan's price chart, newest first",
    query: createFindParams({ limit: 50 }),
    fields: { defaults, isList: true, defaultLimit: 50 },
    policy: { resource, operation: "read" },
    answers: { price_charts: "PriceChart" },
  },
  {
    ...shared,
    method: "POST",
    path: ofPlan,
    summary: "Begin a new version, blank or as a copy",
    body: CreatePriceChart,
    policy: { resource, operation: "create" },
    idempotent: true,
  },
  { ...shared, method: "GET", path: one, summary: "One version", policy: { resource, operation: "read" } },
  {
    ...shared,
    method: "POST",
    path: one,
    summary: "Replace the rows of a draft",
    body: UpdatePriceChart,
    policy: { resource, operation: "update" },
  },
  {
    method: "DELETE",
    path: one,
    tag,
    summary: "Throw a draft away",
    policy: { resource, operation: "delete" },
    answers: { id: "Id", object: "Object", deleted: "Deleted" },
  },
  {
    ...shared,
    method: "POST",
    path: `${one}/finalize`,
    summary: "Freeze a complete draft for ever",
    body: z.strictObject({}),
    policy: { resource, operation: "update" },
  },
  {
    ...shared,
    method: "POST",
    path: `${one}/publish`,
    summary: "Make a finalized version the one that new sales are priced by",
    body: z.strictObject({}),
    policy: { resource, operation: "update" },
  },
  {
    method: "GET",
    path: migrations,
    tag,
    summary:
      "The moves that were planned for a plan's memberships, and what became of each; those that wait first",
    query: ListPriceMoves,
    policy: { resource: "membership", operation: "read" },
    answers: { price_moves: "PriceMove" },
  },
  {
    method: "POST",
    path: migrations,
    tag,
    summary: "Move sold memberships to a version from each one's next renewal, or preview that",
    body: MigratePrices,
    policy: { resource: "membership", operation: "update" },
    idempotent: true,
    answers: { price_migration: "PriceMigration" },
  },
  {
    method: "POST",
    path: `${migrations}/take-back`,
    tag,
    summary: "Leave memberships on their version after all, until the renewal of their move",
    body: TakeBackPrices,
    policy: { resource: "membership", operation: "update" },
    answers: { membership_ids: "Id" },
  },
]

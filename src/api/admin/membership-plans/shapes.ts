import { z } from "@medusajs/framework/zod"
import { currencyCode, handle, name, price, text, timeWindows } from "../../http/shapes"

const count = z.int().min(1)
const days = z.int().min(0)
const idList = z.array(z.string().min(1)).nullish()
const interval = z.strictObject({ unit: z.enum(["day", "week", "month", "year"]), count })

const billing = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("one_time") }),
  z.strictObject({
    type: z.literal("recurring"),
    interval: z.enum(["day", "week", "month", "year"]),
    interval_count: count.default(1),
  }),
])

const entitlement = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("unlimited") }),
  z.strictObject({
    type: z.literal("credits"),
    credits: count,
    per: z.enum(["period", "term"]),
    scope: z.enum(["shared", "separate"]).default("shared"),
    belongs_to: z.enum(["membership", "seat"]).optional(),
    transferable: z.boolean().optional(),
  }),
])

const holdPolicy = z
  .strictObject({
    allowed: z.boolean(),
    fees: z.array(price),
    min_days: count.nullable(),
    max_days: count.nullable(),
    max_days_a_year: count.nullable(),
    notice_days: days,
    effect: z.enum(["extend", "skip_dues"]),
    reprice_remaining: z.boolean(),
  })
  .partial()

const access = z
  .strictObject({
    facility_ids: z.array(z.string()).nullable(),
    time_windows: timeWindows.nullable(),
    visit_limits: z.array(z.strictObject({ count, per: z.enum(["day", "week", "period"]) })),
    members_only_services: z.boolean(),
  })
  .partial()

const introductoryOffer = z
  .strictObject({
    new_customers_only: z.literal(true),
    look_back_days: count.nullable(),
    limit_per_customer: count.nullable(),
    limit_per_household: count.nullable(),
    converts_to_plan_id: z.string().nullable(),
    conversion: z.enum(["offer", "automatic"]),
  })
  .partial()

const creditExchange = z.strictObject({
  from_service_id: z.string(),
  to_service_id: z.string(),
  from_credits: count,
  to_credits: count,
})

const settings = z.strictObject({
  name,
  handle,
  kind: z.enum(["membership", "credit_pack"]),
  audience: z.enum(["individual", "household", "shared", "corporate"]),
  description: text.nullable(),
  image: z.string().trim().max(2_000).nullable(),
  revenue_category: z.string().trim().min(1).max(200).nullable(),
  currency_codes: z.array(currencyCode).nullable(),
  billing,
  validity: interval.nullable(),
  starts: z.enum(["purchase", "chosen_date", "first_visit"]),
  must_start_within: interval.nullable(),
  entitlement,
  services: idList,
  credit_exchange: z.array(creditExchange).nullable(),
  renewal: z.strictObject({ mode: z.enum(["none", "period_end", "on_exhaustion"]) }),
  rollover: z.strictObject({
    mode: z.enum(["none", "all", "up_to"]),
    max: count.nullish(),
    expires_after_periods: count.nullish(),
  }),
  introductory_offer: introductoryOffer.nullable(),
  signup_fee: z.array(price).nullable(),
  proration: z.boolean(),
  hold_policy: holdPolicy,
  cancellation_policy: z.strictObject({ commitment_periods: days, notice_days: days }).partial(),
  access: access.nullable(),
  benefits: z
    .strictObject({ customer_group_id: z.string().nullable(), early_booking_hours: days })
    .partial()
    .nullable(),
  locations: z.strictObject({ sold_at: idList, valid_at: idList }),
  portal: z
    .strictObject({
      visible: z.boolean(),
      featured: z.boolean(),
      preselected: z.boolean(),
      sort_order: z.int(),
    })
    .partial(),
  guest_passes: days,
  prevents_general_hours_access: z.boolean(),
  metadata: z.record(z.string(), z.unknown()).nullable(),
  terms: text.nullable(),
})

export const CreatePlan = settings
  .partial()
  .required({ name: true, kind: true, audience: true })
  .extend({
    status: z.enum(["draft", "active"]).optional(),
    product_id: z.string().nullish(),
    variant_id: z.string().nullish(),
  })
export type CreatePlanBody = z.infer<typeof CreatePlan>

/** What a plan is sold as stays: its orders name it. */
export const UpdatePlan = settings
  .partial()
  .extend({ status: z.enum(["draft", "active", "archived"]).optional() })
export type UpdatePlanBody = z.infer<typeof UpdatePlan>

export const CategorizePlans = z.strictObject({
  ids: z.array(z.string().min(1)).min(1).max(1_000),
  revenue_category: z.string().trim().min(1).max(200).nullable(),
})
export type CategorizePlansBody = z.infer<typeof CategorizePlans>

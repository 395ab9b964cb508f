import { z } from "@medusajs/framework/zod"
import {
  amount,
  anything,
  calendarDate,
  calendarInterval,
  currencyCode,
  id,
  idsOrAll,
  instant,
  optionalText,
  price,
  stamps,
} from "./answer-parts"

export const planKind = z.enum(["membership", "credit_pack"])
export const planAudience = z.enum(["individual", "household", "shared", "corporate"])
const starts = z.enum(["purchase", "chosen_date", "first_visit"])
const days = z.int().nullable()

export const billing = z.union([
  z.object({ type: z.literal("one_time") }),
  z.object({
    type: z.literal("recurring"),
    interval: z.enum(["day", "week", "month", "year"]),
    interval_count: z.int(),
  }),
])

export const entitlement = z.union([
  z.object({ type: z.literal("unlimited") }),
  z.object({
    type: z.literal("credits"),
    credits: z.int(),
    per: z.enum(["period", "term"]),
    scope: z.enum(["shared", "separate"]),
    belongs_to: z.enum(["membership", "seat"]).optional(),
    transferable: z.boolean().optional(),
  }),
])

const renewal = z.object({ mode: z.enum(["none", "period_end", "on_exhaustion"]) })
const cancellationPolicy = z.object({ commitment_periods: z.int(), notice_days: z.int() })
const locations = z.object({ sold_at: idsOrAll, valid_at: idsOrAll })
const portal = z.object({
  visible: z.boolean(),
  featured: z.boolean(),
  preselected: z.boolean(),
  sort_order: z.int(),
})

const holdPolicy = z.object({
  allowed: z.boolean(),
  fees: z.array(price),
  min_days: days,
  max_days: days,
  max_days_a_year: days,
  notice_days: z.int(),
  effect: z.enum(["extend", "skip_dues"]),
  reprice_remaining: z.boolean(),
})

export const introductoryOffer = z.object({
  new_customers_only: z.literal(true),
  look_back_days: days,
  limit_per_customer: z.int().nullable(),
  limit_per_household: z.int().nullable(),
  converts_to_plan_id: optionalText,
  conversion: z.enum(["offer", "automatic"]),
})

const chartState = z.enum(["draft", "finalized", "published"])
const chartHead = {
  id,
  version: z.int(),
  state: chartState,
  template_id: optionalText,
  finalized_at: instant.nullable(),
  published_at: instant.nullable(),
}

const sellability = z.object({
  sellable: z.boolean(),
  problems: z.array(
    z.object({
      code: z.string(),
      message: z.string(),
      field: z.string(),
      currency_code: currencyCode.optional().meta({ description: "Of a price that is missing." }),
    })
  ),
})

const membershipCounts = z.object({
  live: z.int().meta({ description: "Those that have not ended." }),
  total: z.int().meta({ description: "All that were ever sold, ended and void ones included." }),
})

export const MembershipPlan = z.object({
  id,
  name: z.string(),
  handle: z.string(),
  kind: planKind,
  audience: planAudience,
  status: z.enum(["draft", "active", "archived"]),
  description: optionalText,
  image: optionalText,
  revenue_category: optionalText,
  currency_codes: z
    .array(currencyCode)
    .nullable()
    .meta({ description: "null sells in every currency of the store." }),
  billing,
  is_recurring: z.boolean(),
  validity: calendarInterval.nullable(),
  starts,
  must_start_within: calendarInterval.nullable(),
  entitlement,
  services: idsOrAll,
  credit_exchange: z.array(anything).nullable(),
  renewal,
  rollover: z.object({
    mode: z.enum(["none", "all", "up_to"]),
    max: z.int().nullable(),
    expires_after_periods: z.int().nullable(),
  }),
  introductory_offer: introductoryOffer.nullable(),
  signup_fee: z.array(price).nullable(),
  proration: z.boolean().nullable(),
  hold_policy: holdPolicy,
  cancellation_policy: cancellationPolicy,
  access: anything.nullable(),
  benefits: z.object({ customer_group_id: optionalText, early_booking_hours: z.int() }).nullable(),
  locations,
  portal,
  guest_passes: z.int(),
  prevents_general_hours_access: z.boolean(),
  product_id: id,
  variant_id: id,
  owns_product: z.boolean(),
  metadata: anything.nullable(),
  price_charts: z.array(z.object(chartHead)),
  terms: z
    .object({ id, version: z.int(), text: z.string() })
    .nullable()
    .optional()
    .meta({ description: "The current version; in the answer of one plan, not in lists." }),
  sellability,
  membership_counts: membershipCounts,
  ...stamps,
})

const classification = z.object({
  id,
  name: z.string(),
  min_age: z.int().nullable(),
  max_age: z.int().nullable(),
})

export const PriceChart = z.object({
  ...chartHead,
  plan_id: id,
  membership_count: z
    .int()
    .meta({ description: "Memberships sold by this version, which keep its prices; void ones left out." }),
  moving_count: z.int().meta({
    description: "Memberships of other versions that it prices from a coming renewal on.",
  }),
  rows: z.array(
    z.object({
      id,
      position: z.int(),
      label: optionalText,
      classification_id: optionalText.meta({ description: "null is Any." }),
      classification: classification.nullable().optional(),
      required: z.boolean(),
      unlimited: z.boolean(),
      prices: z.array(price),
      tax_rate: z.number().nullable().meta({ description: "Percent; null is the platform's tax." }),
    })
  ),
  ...stamps,
})

const beforeAndAfter = {
  now: amount.meta({ description: "What that period would cost without the move, before tax." }),
  then: amount.meta({ description: "What it costs with it; the very amount of the charge." }),
}

export const PriceMigration = z.object({
  price_chart_id: id,
  chart_version: z.int(),
  totals: z.array(
    z.object({
      currency_code: currencyCode,
      memberships: z.int().meta({ description: "Those that move." }),
      ...beforeAndAfter,
    })
  ),
  memberships: z
    .array(
      z.object({
        membership_id: id,
        display_id: z.int(),
        customer_id: optionalText,
        customer_name: optionalText,
        currency_code: currencyCode,
        price_chart_id: id,
        chart_version: z.int().meta({ description: "The version that prices it now." }),
        refused: z
          .object({ code: z.string(), message: z.string() })
          .nullable()
          .meta({ description: "Why it stays on its version; null moves." }),
        is_waiting: z.boolean().meta({ description: "The very same move waits already." }),
        waits_for_version: z.int().nullable().meta({
          description: "The version that it moves to as things are planned now; null where nothing is.",
        }),
        starts_on: calendarDate
          .nullable()
          .meta({ description: "The first day of the first period that the version prices." }),
        payers: z.array(
          z.object({ payer_customer_id: optionalText, payer_name: optionalText, ...beforeAndAfter })
        ),
        ...beforeAndAfter,
      })
    )
    .meta({ description: "Those that cannot be moved first; as many as asked for." }),
  count: z.int(),
  refused_count: z.int(),
  waiting_count: z.int().meta({ description: "The very same move waits already for so many." }),
})

export const PriceMove = z.object({
  id: id.meta({ description: "Of its entry in the audit trail." }),
  state: z.enum(["waiting", "moved", "refused", "taken_back", "ended"]).meta({
    description: "ended: the membership was over before its renewal came.",
  }),
  refused: optionalText.meta({
    description: "The code of why the version did not fit when its period began.",
  }),
  membership_id: id,
  display_id: z.int(),
  customer_id: optionalText,
  customer_name: optionalText,
  time_zone: z.string(),
  currency_code: currencyCode,
  price_chart_id: id,
  chart_version: z.int(),
  from_chart_version: z.int(),
  starts_on: calendarDate.meta({ description: "The first day of the first period that the version prices." }),
  ...beforeAndAfter,
  planned_at: instant,
  planned_by: optionalText,
  planned_by_name: optionalText,
  reason: optionalText,
  settled_at: instant.nullable().meta({ description: "When it became so; null while it waits." }),
})

export const StoreMembershipPlan = z.object({
  id,
  name: z.string(),
  handle: z.string(),
  kind: planKind,
  audience: planAudience,
  description: optionalText,
  image: optionalText,
  billing,
  validity: calendarInterval.nullable(),
  starts,
  must_start_within: calendarInterval.nullable(),
  entitlement,
  renewal,
  introductory_offer: z.boolean(),
  signup_fee: z.array(price),
  cancellation_policy: cancellationPolicy,
  terms: z.object({ version: z.int(), text: z.string() }).nullable(),
  portal,
  guest_passes: z.int(),
  locations,
  product_id: id,
  variant_id: id,
  currency_code: currencyCode,
  from_amount: amount.nullable(),
  chart: z
    .object({
      version: z.int(),
      rows: z.array(
        z.object({
          position: z.int(),
          label: z.string(),
          classification: classification.extend({ requires_proof: z.boolean() }).nullable(),
          required: z.boolean(),
          unlimited: z.boolean(),
          amount,
          tax_rate: z.number().nullable(),
        })
      ),
    })
    .nullable(),
  eligible: z.boolean().optional().meta({ description: "For a logged-in customer." }),
  ineligible_reasons: z
    .array(z.object({ code: z.enum(["intro_already_used", "not_eligible"]), message: z.string() }))
    .optional(),
})

import { z } from "@medusajs/framework/zod"
import { amount, calendarDate, currencyCode, id, instant, optionalText, stamps } from "./answer-parts"

const tax = z.object({ code: optionalText, name: z.string(), rate: z.number() })
const unknown = "null until the first attempt fixes the tax."

const ChargeLine = z.object({
  key: z.string(),
  kind: z.enum(["seat", "hold_fee", "fine"]),
  seat_id: id,
  label: z.string(),
  classification_id: optionalText,
  sequence: z.int(),
  row_position: z.int().nullable().meta({ description: "The row of its chart whose price it takes." }),
  repriced_from_row: z
    .int()
    .nullable()
    .meta({ description: "The seat's own row, while others are on hold." }),
  hold_id: optionalText,
  visit: z
    .object({ service_id: id, service_name: z.string(), starts_at: instant })
    .nullable()
    .meta({ description: "The missed visit that a fine is for." }),
  prorated: z.object({ days: z.int(), of_days: z.int(), full_price: amount }).nullable().meta({
    description: "Of dues for a part of a period: its days, those of the full one, and what that costs.",
  }),
  amount,
  discounts: z.array(z.object({ code: optionalText, amount })),
  discount_total: amount,
  taxes: z.array(tax).nullable(),
  tax_total: amount.nullable(),
  total: amount.nullable().meta({ description: unknown }),
})

const own = {
  id,
  membership_id: id,
  payer_name: optionalText,
  period_starts_on: calendarDate,
  period_ends_on: calendarDate.nullable().meta({ description: "First day of the next one." }),
  currency_code: currencyCode,
  due_at: instant,
  is_tax_inclusive: z.boolean().nullable(),
  subtotal: amount,
  discount_total: amount,
  tax_total: amount.nullable(),
  total: amount.nullable().meta({ description: unknown }),
  lines: z.array(ChargeLine),
  paid_by: z.enum(["provider", "manual", "nothing"]).nullable(),
  settled_at: instant.nullable(),
  failure_code: optionalText.meta({ description: "The provider's reason for the last failure." }),
  action_url: optionalText.meta({ description: "Where the payer confirms the payment." }),
}
const STATUSES = [
  "scheduled",
  "processing",
  "requires_action",
  "failed",
  "paid",
  "waived",
  "canceled",
] as const

export const StoreCharge = z.object({ ...own, status: z.enum(STATUSES), is_own: z.boolean() })

export const Charge = z.object({
  ...own,
  status: z.enum([...STATUSES, "unknown", "parked"]),
  payer_customer_id: optionalText.meta({ description: "null is a purchaser without an account." }),
  payer_email: optionalText,
  price_chart_id: id,
  chart_version: z.int(),
  act_at: instant.nullable().meta({ description: "When it is worked on next; null: nothing by itself." }),
  attempt: z.int(),
  first_failed_at: instant.nullable(),
  parked_reason: z.enum(["payment_not_found", "payment_pending", "provider_unreachable"]).nullable(),
  paid_with: z.enum(["cash", "transfer", "other"]).nullable(),
  reference: optionalText,
  note: optionalText,
  paid_beside_attempt: z
    .int()
    .nullable()
    .meta({ description: "The attempt by which money was taken although it was settled otherwise." }),
  given_back_at: instant
    .nullable()
    .meta({ description: "When staff recorded that they gave that money back; null: they have not." }),
  given_back: amount.nullable(),
  order_id: optionalText,
  membership: z.object({
    ...{ id, display_id: z.int(), status: z.string(), time_zone: z.string() },
    plan: z.object({ id, name: z.string() }),
  }),
  payment_method: z
    .object({ provider_id: id, label: optionalText, expires_on: optionalText })
    .nullable()
    .meta({ description: "What the payer has saved; null: nothing that could be charged." }),
  ...stamps,
})

export const ChargeWithAttempts = Charge.extend({
  attempts: z.array(
    z.object({
      number: z.int(),
      started_at: instant,
      finished_at: instant.nullable(),
      outcome: z.enum(["paid", "declined", "requires_action", "unknown", "provider_down"]).nullable(),
      code: optionalText,
      message: optionalText,
      provider_id: id,
      provider_reference: optionalText,
    })
  ),
})

const effect = <Code extends string, Shape extends z.ZodRawShape>(code: Code, shape: Shape) =>
  z.object({ code: z.literal(code), ...shape })

export const SettlingEffect = z.union([
  effect("charge_paid", { amount }),
  effect("charge_waived", { amount }),
  effect("credit_given_back", { amount }),
  effect("payment_tried", { amount }),
  effect("provider_asked", {}),
  effect("period_given", { starts_on: calendarDate, ends_on: calendarDate.nullable() }),
  effect("period_waits_for_others", { charges: z.int() }),
  effect("dunning_ends", {}),
  effect("still_past_due", { since: instant, charges: z.int() }),
])

const FINDINGS = [
  ...(["paid", "failed", "requires_action", "pending"] as const),
  ...(["not_found", "provider_down", "nothing_sent"] as const),
] as const
export const ChargeFinding = z.object({
  result: z.enum(FINDINGS),
  code: z.string().optional().meta({ description: "The provider's reason, where it failed." }),
})

export const ChargeRefusal = z
  .object({ code: z.string(), message: z.string() })
  .nullable()
  .meta({ description: "Why the charge stays as it is; `paid_beside`: give the money back." })

const toCome = Charge.pick({
  ...{ membership_id: true, payer_customer_id: true, payer_name: true, payer_email: true, membership: true },
  ...{ period_starts_on: true, period_ends_on: true, due_at: true, act_at: true, status: true, lines: true },
  ...{ currency_code: true, is_tax_inclusive: true, subtotal: true, discount_total: true, tax_total: true },
  ...{ total: true, payment_method: true },
})
const sums = { subtotal: amount, discount_total: amount, tax_total: amount, total: amount }

export const RenewalPreview = z.object({
  until: instant,
  charges: z.array(
    toCome.extend({ charge_id: optionalText.meta({ description: "null: it will be made when it is due." }) })
  ),
  skipped: z.array(
    z.object({
      ...{ membership_id: id, seat_id: id, label: z.string(), hold_id: id },
      reason: z.enum(["hold", "payment_holiday"]),
      ...{ period_starts_on: calendarDate, due_at: instant },
    })
  ),
  skipped_count: z.int(),
  totals: z
    .array(z.object({ currency_code: currencyCode, charges: z.int(), ...sums }))
    .meta({ description: "Of all pages, with the tax of today." }),
  ...{ count: z.int(), offset: z.int(), limit: z.int() },
})

export const RenewalRun = z.object({
  enqueued: z.int(),
  paid: z.int(),
  refused: z.array(z.object({ charge_id: id, code: z.string() })),
})

const sum = z.object({ charges: z.int(), total: amount })
export const ChargeNumbers = z.object({
  today: calendarDate,
  now: instant,
  time_zone: z.string(),
  paid_beside: z.int().meta({ description: "Charges whose money is to be given back." }),
  currencies: z.array(
    z.object({
      ...{ currency_code: currencyCode, collected: sum, failed: sum, unknown: sum, parked: sum },
      open: sum.meta({ description: "Due and not settled, whatever the reason." }),
    })
  ),
  since: calendarDate,
  days: z
    .array(z.object({ day: calendarDate, currency_code: currencyCode, collected: sum, open: sum }))
    .meta({
      description: "Paid on that day, or due on it and open until now; days without either are left out.",
    }),
})

import { z } from "@medusajs/framework/zod"
import { HAPPENING_KINDS } from "../../domain/forecast/types"
import { Charge } from "./answers-billing"
import { amount, calendarDate, currencyCode, id, instant, optionalText } from "./answer-parts"
import { AgeingOut } from "./answers-people"

const kind = z.enum(HAPPENING_KINDS)

const total = z.object({
  kind,
  currency_code: currencyCode.nullable().meta({ description: "null where no money is in it." }),
  count: z.int(),
  total: amount.nullable().meta({ description: "What is charged, with the tax of today." }),
  credits: z.int().nullable(),
  credits_value: amount.nullable().meta({ description: "What was paid for these credits, before tax." }),
})

export const MembershipForecast = z.object({
  from: calendarDate,
  until: calendarDate.meta({ description: "The first day that is not told about." }),
  today: calendarDate.meta({ description: "At the studio's default place." }),
  days: z
    .array(z.object({ day: calendarDate, kinds: z.array(total) }))
    .meta({ description: "Of all pages; days on which nothing happens are left out." }),
  totals: z.array(total).meta({ description: "Of all days and pages." }),
})

const charge = Charge.pick({
  ...{ payer_customer_id: true, payer_name: true, payer_email: true, payment_method: true },
  ...{ period_starts_on: true, period_ends_on: true, due_at: true, status: true, lines: true },
  ...{ currency_code: true, is_tax_inclusive: true, subtotal: true, discount_total: true, tax_total: true },
  total: true,
}).extend({ charge_id: optionalText.meta({ description: "null: it will be made when it is due." }) })

export const Happening = z.object({
  kind,
  at: instant,
  day: calendarDate.meta({ description: "In the membership's time zone." }),
  reason: optionalText.meta({ description: "Which of several ways; the name of a notice." }),
  rule: z.string().meta({ description: "Of the rulebook." }),
  why: z.string(),
  membership: z.object({
    ...{ id, display_id: z.int(), plan_name: z.string() },
    ...{ customer_name: optionalText, customer_email: optionalText },
  }),
  seats: z
    .array(z.object({ id, label: z.string(), sequence: z.int() }))
    .meta({ description: "Whose; none is the whole membership." }),
  charge: charge.nullable(),
  credits: z.object({ credits: z.int(), currency_code: currencyCode, value: amount }).nullable(),
  member: AgeingOut.shape.member.nullable().meta({ description: "Who ages out." }),
  other_seats: AgeingOut.shape.other_seats,
})

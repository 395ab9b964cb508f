import { z } from "@medusajs/framework/zod"
import { amount, calendarDate, currencyCode, id, instant, optionalText } from "./answer-parts"

const part = z.object({
  ...{ from_on: calendarDate, until_on: calendarDate, days: z.int() },
  of_days: z.int().meta({ description: "Of the full period." }),
  amount,
})

const terms = {
  direction: z.enum(["upgrade", "downgrade", "same"]).meta({ description: "By what a day costs." }),
  changes_on: calendarDate.meta({ description: "The first day on the new plan." }),
  commitment_from_on: calendarDate,
  charge: part.meta({ description: "The first period on the new plan, or what is left of the running one." }),
  credit: part.nullable().meta({ description: "The unused days of what was paid; null: not given back." }),
  days_lost: z.int().meta({ description: "Paid days that are not given back." }),
  revokes_credits: z
    .boolean()
    .meta({ description: "Unused visits of the running period go with the money." }),
  due: amount.meta({ description: "What is charged with the change, before tax." }),
  carried: amount.meta({ description: "Taken off the charges that follow, until it is used." }),
}

const plan = z.object({ id, name: z.string() })

const own = {
  id: optionalText.meta({ description: "null in a preview." }),
  ...{
    membership_id: id,
    when: z.enum(["now", "renewal"]),
    currency_code: currencyCode,
    from_plan: plan,
    plan,
  },
  ...terms,
  tax: amount.nullable(),
  total: amount
    .nullable()
    .meta({ description: "What is charged with the change, with tax; null: not known yet." }),
}

export const StorePlanChange = z.object(own)

export const PlanChange = z.object({
  ...own,
  payers: z.array(z.object({ payer_customer_id: optionalText, total: amount.nullable() })),
})

const answer = z.object({
  can: z.boolean(),
  code: optionalText.meta({ description: "Why not." }),
  message: optionalText,
  change: z.object(terms).nullable(),
})

const planned = z.object({ id, changes_on: calendarDate, decided_at: instant, plan })

export const PlanChangeOptions = z.object({
  planned: planned.nullable().meta({ description: "The change that waits for its renewal." }),
  carried: amount.meta({ description: "What earlier changes left for the charges that follow." }),
  currency_code: currencyCode,
  options: z.array(
    z.object({
      ...{ plan_id: id, name: z.string(), description: optionalText, terms_version: z.int().nullable() },
      ...{ now: answer, renewal: answer },
    })
  ),
})

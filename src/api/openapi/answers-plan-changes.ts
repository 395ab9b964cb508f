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
    when: z
      .enum(["now", "renewal", "end"])
      .meta({ description: "`end`: with the end of an introductory offer." }),
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

const shared = z.object({ membership_id: id, display_id: z.int() })

/** What waits for a renewal, or for the end of an offer. */
const planned = z.object({
  ...{ id, when: z.enum(["renewal", "end"]), changes_on: calendarDate, decided_at: instant, plan },
  joins: shared.nullable().meta({ description: "The shared membership, where it is for a seat of one." }),
})

const joined = {
  ...own,
  total: amount
    .nullable()
    .meta({ description: "What is charged for the seat, with tax; null: not known yet." }),
  refundable: amount.meta({
    description: "Of the unused days: somebody else has paid them, and they go back only by a refund.",
  }),
  joins: shared.meta({ description: "The shared membership." }),
}

const place = {
  id: optionalText.meta({ description: "null: a new one, in a preview or until its day." }),
  ...{ label: z.string(), sequence: z.int(), classification_id: optionalText },
  amount: amount.meta({ description: "Each period." }),
  is_paid_for: z.boolean().meta({ description: "It was sold before: nothing is charged for it." }),
}

export const StoreJoin = z.object({ ...joined, seat: z.object(place) })

export const Join = z.object({ ...joined, seat: z.object({ ...place, payer_customer_id: optionalText }) })

const joinOption = {
  ...{ membership_id: id, display_id: z.int(), plan_name: z.string(), currency_code: currencyCode },
  seats: z.array(
    z.object({
      seat_id: optionalText.meta({ description: "null: a new one." }),
      ...{ classification_id: optionalText, label: z.string(), sequence: z.int().nullable() },
      amount: amount.nullable().meta({ description: "Of a new one, each period; null: no row is left." }),
      ...{ is_paid_for: z.boolean(), is_theirs: z.boolean() },
      refusal: z
        .object({ code: z.string(), reason: optionalText, message: z.string() })
        .nullable()
        .meta({ description: "Why they cannot sit there." }),
    })
  ),
}

export const StoreJoinOptions = z.object({ member_id: id, options: z.array(z.object(joinOption)) })

export const JoinOptions = z.object({
  member_id: id,
  options: z.array(
    z.object({
      ...joinOption,
      purchaser_name: optionalText,
      payers: z.array(z.object({ customer_id: id, name: optionalText })),
    })
  ),
})

export const PlanChangeOptions = z.object({
  planned: planned
    .nullable()
    .meta({ description: "The change that waits for its renewal, or for the end of the offer." }),
  carried: amount.meta({ description: "What earlier changes left for the charges that follow." }),
  currency_code: currencyCode,
  options: z.array(
    z.object({
      ...{ plan_id: id, name: z.string(), description: optionalText, terms_version: z.int().nullable() },
      ...{
        now: answer,
        renewal: answer,
        end: answer.nullable().meta({
          description: "With the end of an introductory offer that leads to it; null: any other plan.",
        }),
      },
    })
  ),
})

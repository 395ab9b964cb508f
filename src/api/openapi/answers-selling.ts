import { z } from "@medusajs/framework/zod"
import { SALE_ISSUE_RESOLUTIONS } from "../../domain/selling/issue-resolutions"
import {
  amount,
  anything,
  calendarDate,
  calendarInterval,
  currencyCode,
  id,
  instant,
  optionalText,
  stamps,
} from "./answer-parts"
import { Charge } from "./answers-billing"
import { billing, entitlement, introductoryOffer, planAudience, planKind } from "./answers-plans"

const tax = z.object({ code: optionalText, name: z.string(), rate: z.number() })

const firstPeriod = {
  starts_on: calendarDate,
  ends_on: calendarDate.meta({ description: "First day of the next period: the common billing day." }),
  days: z.int(),
  of_days: z.int(),
}

const heldMembership = { membership_id: id, display_id: z.int(), plan_name: z.string() }

const saleNotice = z.union([
  z.object({
    code: z.literal("dues_unpaid"),
    ...{ ...heldMembership, currency_code: currencyCode, total: amount },
    charges: z.array(
      z.object({
        charge_id: id,
        status: z.string().meta({ description: "`requires_action` waits for its payer's confirmation." }),
        due_on: calendarDate,
        total: amount.nullable(),
      })
    ),
  }),
  z.object({
    code: z
      .enum(["already_covered", "already_ordered"])
      .meta({ description: "`already_ordered`: the order of what would cover them is not paid yet." }),
    ...{ ...heldMembership, member_ids: z.array(id) },
    until_on: calendarDate
      .nullable()
      .meta({ description: "The first day without it; null: it renews, or never ends." }),
  }),
])

export const Quote = z.object({
  id: z
    .string()
    .meta({ description: "Made from the content; pass it as `quote_id` when adding to the cart." }),
  valid_until: instant,
  plan_id: id,
  notices: z.array(saleNotice).meta({
    description: "What the buyer has already of the same plan, or owes for it; no part of the price.",
  }),
  price_chart: z.object({ id, version: z.int() }),
  location_id: optionalText,
  starts_on: calendarDate.nullable(),
  ends_on: calendarDate.nullable(),
  first_period: z
    .object({ ...firstPeriod, full_price: amount.meta({ description: "Of the seats, before discounts." }) })
    .nullable()
    .meta({
      description:
        "Where it joins the common billing day: the seats cost `days / of_days` of `full_price`, which later charges are for. null is charged in full from its own day.",
    }),
  conversion: z
    .object({
      mode: z.enum(["offer", "automatic"]),
      ...{ plan_id: id, plan_name: z.string() },
      converts_on: calendarDate.nullable().meta({
        description: "The day after the offer, if nothing puts it off; null until the offer has begun.",
      }),
      interval: z.object({ unit: z.enum(["day", "week", "month", "year"]), count: z.int() }),
      price: amount.meta({ description: "Of all seats for each period, before discounts." }),
      terms: z.object({ version: z.int(), text: z.string() }).nullable(),
    })
    .nullable()
    .meta({
      description:
        "What follows an introductory offer. `automatic` is bought with `accepts_conversion`; what is offered can be accepted with it.",
    }),
  terms: z.object({ id, version: z.int(), text: z.string() }).nullable(),
  currency_code: currencyCode,
  is_tax_inclusive: z.boolean(),
  seats: z.array(
    z.object({
      row_position: z.int(),
      label: z.string(),
      classification_id: optionalText,
      sequence: z.int(),
      required: z.boolean(),
      amount,
      tax_amount: amount,
      member_id: optionalText,
    })
  ),
  lines: z.array(
    z.object({
      kind: z.enum(["seat", "signup_fee"]),
      row_position: z.int().nullable(),
      label: z.string(),
      quantity: z.int(),
      unit_price: amount,
      discount_total: amount,
      tax_total: amount,
      total: amount,
      chart_version: z.int().nullable(),
      discounts: z.array(z.object({ code: z.string(), amount })),
      taxes: z.array(tax),
    })
  ),
  signup_fee: amount,
  subtotal: amount,
  discount_total: amount,
  tax_total: amount,
  total: amount,
  next_seat_prices: z.array(z.object({ classification_id: optionalText, amount: amount.nullable() })),
  schedule: z.array(z.object({ due_on: calendarDate, total: amount })),
})

const status = z.enum([
  "pending",
  "upcoming",
  "active",
  "on_hold",
  "past_due",
  "suspended",
  "exhausted",
  "expired",
  "canceled",
  "void",
])
const dates = {
  purchased_at: instant,
  starts_on: calendarDate
    .nullable()
    .meta({ description: "null until the first visit where the plan starts then." }),
  ends_on: calendarDate.nullable().meta({ description: "First day without it; null never ends." }),
  anchor_on: calendarDate.nullable().optional().meta({
    description:
      "Where it joined the common billing day, the day from which its periods are counted; for staff.",
  }),
  must_start_by_on: calendarDate.nullable(),
  activated_at: instant.nullable(),
}
const hold = z.object({
  id,
  kind: z.enum(["hold", "payment_holiday"]),
  starts_on: calendarDate.meta({ description: "First day on hold." }),
  resumes_on: calendarDate.nullable().meta({ description: "First day back; null lasts until it is ended." }),
  fee: amount,
})
const seat = {
  id,
  position: z.int(),
  label: z.string(),
  classification_id: optionalText,
  sequence: z.int(),
  required: z.boolean(),
  amount,
  starts_on: calendarDate
    .nullable()
    .meta({ description: "First day of a seat that was added later; null is there from the start." }),
  canceled_on: calendarDate.nullable().meta({ description: "First day without it." }),
  holds: z.array(hold),
}
const held = { held_from: instant, held_until: instant.nullable() }
const person = { id, first_name: z.string(), last_name: optionalText, photo_url: optionalText }

const issue = {
  id,
  code: z.string(),
  message: z.string(),
  details: anything,
  resolved_at: instant.nullable(),
  resolution: z.enum(SALE_ISSUE_RESOLUTIONS).nullable(),
  reason: optionalText,
}

const plan = {
  id,
  name: z.string(),
  handle: z.string(),
  kind: planKind,
  audience: planAudience,
}

export const Membership = z
  .object({
    id,
    display_id: z.int(),
    status,
    order_id: optionalText,
    customer_id: optionalText,
    customer_name: optionalText,
    customer_email: optionalText,
    location_id: optionalText,
    location_name: optionalText.optional().meta({ description: "Of one membership; lists leave it out." }),
    currency_code: currencyCode,
    ...dates,
    voided_at: instant.nullable(),
    plan: z.object({
      ...plan,
      is_recurring: z.boolean(),
      billing: billing.optional(),
      validity: calendarInterval.nullable().optional(),
      entitlement: entitlement.optional(),
      starts: z.string().optional(),
      introductory_offer: introductoryOffer.nullable().optional(),
    }),
    charges: z.array(Charge).optional().meta({ description: "Its last charges, where they are asked for." }),
    time_zone: z.string().optional(),
    sold_ends_on: calendarDate.nullable().optional().meta({ description: "The end without any hold." }),
    seat_count: z.int().optional().meta({ description: "In lists; one membership has its seats." }),
    signup_fee: amount.optional(),
    sale_draft_id: id.optional(),
    sale_draft: z
      .object({
        first_period: z
          .object({ ...firstPeriod, anchor_on: calendarDate })
          .nullable()
          .meta({
            description: "What the sale charged of a full period, where it joined the common billing day.",
          }),
      })
      .optional(),
    metadata: anything.nullable().optional(),
    price_chart: z.object({ id, version: z.int(), state: z.string() }).optional(),
    seats: z
      .array(
        z.object({
          ...seat,
          is_pending: z.boolean().meta({ description: "Added by an order that is not paid yet (SALE-7)." }),
          order_id: optionalText.meta({
            description: "The order that added it; null came with the membership.",
          }),
          cancel_scope: z
            .enum(["seat", "membership"])
            .nullable()
            .meta({ description: "Whether it was canceled by itself or with the whole." }),
          cancel_at_renewal: z.boolean().meta({
            description: "It ends with what is paid: holds that put that off move `canceled_on` (HOLD-4).",
          }),
          holds: z.array(hold.extend({ reason: optionalText })),
          row_position: z.int(),
          tax_rate: z.number().nullable(),
          classification_name: optionalText,
          payer_customer_id: optionalText,
          payer_name: optionalText,
          payer_email: optionalText,
          invitation: z
            .object({ id, email: z.string(), expires_at: instant })
            .nullable()
            .optional()
            .meta({ description: "Who was asked to take it and has not answered; lists leave it out." }),
          holders: z.array(
            z.object({
              id,
              ...held,
              member: z.object({
                ...person,
                email: optionalText,
                phone: optionalText,
                customer_id: optionalText,
              }),
            })
          ),
        })
      )
      .optional(),
    accepted_terms: z
      .array(
        z.object({
          accepted_at: instant,
          accepted_by: optionalText,
          accepted_by_name: optionalText,
          terms: z.object({ id, version: z.int() }),
        })
      )
      .optional(),
    issues: z.array(z.object(issue)).optional(),
    /** What lowers its further charges (SALE-10): `cycles_left` of them, null is all. */
    discounts: z
      .array(
        z.object({
          id,
          position: z.int(),
          code: optionalText,
          percent: z.number().nullable(),
          /** In the smallest unit, and in the major one. */
          amount_minor: z.int().nullable(),
          amount: amount.nullable(),
          cycles_left: z.int().nullable(),
        })
      )
      .optional(),
    planned_plan_change: z
      .object({
        ...{ id, when: z.enum(["renewal", "end"]), changes_on: calendarDate, decided_at: instant },
        plan: z.object({ id, name: z.string() }),
        joins: z.object({ membership_id: id, display_id: z.int() }).nullable(),
      })
      .nullish()
      .meta({
        description: "Of one membership: the change of plan that waits for a renewal or the end of an offer.",
      }),
    ...stamps,
  })
  .meta({ description: "Lists leave out seats, accepted terms and issues unless `fields` asks for them." })

export const Invitation = z.object({
  id,
  seat_id: id,
  email: z.string(),
  expires_at: instant,
  created_at: instant.optional(),
})

export const SeatOptions = z.object({
  today: calendarDate,
  currency_code: currencyCode,
  hold: z.object({
    allowed: z.boolean(),
    earliest_on: calendarDate,
    min_days: z.int().nullable(),
    max_days: z.int().nullable(),
    max_days_a_year: z.int().nullable(),
    fee: amount.meta({ description: "For each seat." }),
    effect: z.enum(["extend", "skip_dues"]),
  }),
  cancellation: z.object({
    earliest_on: calendarDate.nullable().meta({
      description:
        "The first day on which a customer may be without it; null while a hold without an end puts off the end of its commitment.",
    }),
    renewal_on: calendarDate.nullable().meta({
      description:
        "The first day without it when it is canceled at the renewal, holds included; null where nothing renews, or while a hold without an end runs.",
    }),
  }),
  next_period_on: calendarDate.nullable(),
  next_seats: z
    .array(
      z.object({
        classification_id: optionalText,
        label: optionalText,
        amount: amount.nullable().meta({ description: "null: the price chart has no further row." }),
      })
    )
    .optional()
    .meta({
      description: "For whoever manages it: what one more seat of each classification costs (SEAT-8).",
    }),
  dues_per_period: amount
    .nullable()
    .optional()
    .meta({ description: "For staff: what a period of the whole costs." }),
})

export const SaleOrder = z.object({ id, display_id: z.int(), is_draft_order: z.boolean() })

export const SeatCandidate = z.object({
  member: z.object(person),
  age: z.int().nullable(),
  in_household: z.boolean(),
  refusal: z
    .object({ code: z.string(), reason: optionalText, message: z.string() })
    .nullable()
    .meta({ description: "Why they cannot take the seat." }),
})

/** One consequence of a verb on seats; which fields there are follows from its `code`. */
export const SeatEffect = z
  .looseObject({ code: z.string(), seat_id: id.optional(), member_id: id.optional() })
  .meta({
    description:
      "Dates are first days: on hold, back, without the seat. Amounts are decimals. `paid_days_on_hold` has `days` and what they cost (`total`): nothing of it goes back by itself. `cancellation_moves` has the new `canceled_on` of a seat that ends with what is paid.",
  })

export const StoreMembership = z
  .object({
    id,
    display_id: z.int(),
    status,
    currency_code: currencyCode,
    signup_fee: amount,
    location_id: optionalText,
    time_zone: z.string(),
    ...dates,
    plan: z.object({
      ...plan,
      description: optionalText,
      image: optionalText,
      billing,
      validity: calendarInterval.nullable(),
    }),
    seats: z.array(z.object({ ...seat, holders: z.array(z.object({ ...held, member: z.object(person) })) })),
    accepted_terms: z.array(z.object({ accepted_at: instant, terms: z.object({ version: z.int() }) })),
  })
  .meta({ description: "Only the seats that the customer may see, with who sits there now." })

export const SaleIssue = z.object({
  ...issue,
  order_id: id,
  subject_id: id.meta({ description: "The sale draft or the order line that the issue is about." }),
  membership_id: optionalText,
  plan_id: optionalText,
  resolved_by: optionalText,
  ...stamps,
})

export const Cart = z.looseObject({ id }).meta({
  description: "The platform's own cart, with the default fields of its store routes.",
})

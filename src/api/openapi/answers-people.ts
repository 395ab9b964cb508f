import { z } from "@medusajs/framework/zod"
import { calendarDate, id, instant, optionalText, stamps } from "./answer-parts"

const name = { first_name: z.string(), last_name: optionalText }
const contact = { email: optionalText, phone: optionalText, photo_url: optionalText }

const disqualified = z.enum(["too_young", "too_old", "age_unknown", "proof_missing", "proof_expired"])

export const MemberClassification = z.object({
  classification_id: id,
  name: z.string(),
  qualifies: z.boolean(),
  reason: disqualified.nullable(),
  message: optionalText,
  stops_qualifying_on: calendarDate.nullable(),
})

export const AccessCode = z
  .object({
    id,
    member_id: id,
    kind: z.enum(["rotating", "card"]),
    label: optionalText,
    revoked_at: instant.nullable(),
    created_by: optionalText.meta({ description: "The staff user; null for the member themselves." }),
    created_at: instant,
  })
  .meta({ description: "What a member shows at the front desk. What is scanned is not told." })

export const Member = z.object({
  id,
  ...name,
  date_of_birth: calendarDate.nullable(),
  ...contact,
  notes: optionalText,
  customer_id: optionalText,
  household_id: optionalText,
  is_guardian: z.boolean(),
  ...stamps,
  age: z.int().nullable().optional().meta({ description: "Whole years today. Only of one member." }),
  household: z
    .object({
      id,
      name: z.string(),
      members: z.array(z.object({ id, ...name, customer_id: optionalText, is_guardian: z.boolean() })),
    })
    .nullable()
    .optional()
    .meta({
      description: "Only of one member, where `fields` asks for `household.id` and `household.name`.",
    }),
  classifications: z
    .array(MemberClassification)
    .optional()
    .meta({ description: "What they qualify for today. Only of one member." }),
  access_codes: z
    .array(AccessCode)
    .optional()
    .meta({ description: "Those not revoked. Only of one member." }),
})

export const StoreMember = z
  .object({
    id,
    ...name,
    date_of_birth: calendarDate
      .nullable()
      .optional()
      .meta({ description: "Guardians only; others do not get the field." }),
    ...contact,
    household_id: optionalText,
    is_guardian: z.boolean(),
  })
  .meta({ description: "Somebody of the customer's own household." })

export const Household = z.object({
  id,
  name: z.string(),
  members: z.array(
    z.object({
      id,
      ...name,
      email: optionalText,
      customer_id: optionalText,
      is_guardian: z.boolean(),
      qualifies_for: z
        .array(z.object({ classification_id: id, name: z.string() }))
        .optional()
        .meta({ description: "Today. Only of one household." }),
    })
  ),
  guardian_ids: z.array(id),
  ...stamps,
})

export const StoreHousehold = z.object({ id, name: z.string(), members: z.array(StoreMember) })

export const Classification = z.object({
  id,
  name: z.string(),
  description: optionalText,
  min_age: z.int().nullable(),
  max_age: z.int().nullable(),
  requires_proof: z.boolean(),
  ...stamps,
})

export const Proof = z.object({
  id,
  member_id: id,
  classification_id: id,
  classification: z.object({ name: z.string() }),
  note: optionalText,
  expires_on: calendarDate
    .nullable()
    .meta({ description: "Last day on which it counts; null never expires." }),
  created_at: instant,
})

/** One consequence of a deletion; which fields there are follows from its `code`. */
export const DeletionEffect = z
  .looseObject({
    code: z.string(),
    membership_id: id.optional(),
    membership_display_id: z.int().optional(),
    plan_name: z.string().optional(),
    seat_id: id.optional(),
    seat_label: z.string().optional(),
  })
  .meta({ description: "With `membership_id` it is about that membership, else about the person." })

export const MergeEffect = DeletionEffect.extend({
  count: z.int().optional(),
  customer_id: id.optional(),
  into_customer_id: id.optional(),
  member_id: id.optional(),
  into_member_id: id.optional(),
  household_id: id.optional(),
  household_name: z.string().optional(),
  fields: z.array(z.string()).optional(),
  display_ids: z.array(z.int()).optional(),
  until_on: calendarDate.nullish(),
}).meta({
  description:
    "As `DeletionEffect`. `already_covered` and `date_of_birth_differs` have to be `confirmed` by their codes. `fields` are names of fields; what stands in them is not told.",
})

export const AgeingOut = z.object({
  member: z.object({ id, ...name }),
  membership_id: id,
  membership_display_id: z.int(),
  plan: z.object({ id, name: z.string() }),
  seat_id: id,
  seat_label: z.string(),
  classification: z.object({ id, name: z.string() }),
  qualifies_now: z.boolean(),
  stops_qualifying_on: calendarDate,
  reason: disqualified,
  other_seats: z
    .array(
      z.object({
        seat_id: id,
        label: z.string(),
        sequence: z.int(),
        is_free: z.boolean(),
        currency_code: z.string(),
        difference: z.number().meta({ description: "What a period costs more there; less is negative." }),
      })
    )
    .meta({ description: "Where else in the membership they qualify on that day, free seats first." }),
})

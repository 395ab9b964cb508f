import { z } from "@medusajs/framework/zod"
import { ACCESS_CODES } from "../../domain/access/types"
import { anything, calendarDate, id, instant, optionalText } from "./answer-parts"

const code = z.enum(ACCESS_CODES)

const reason = z.object({
  code,
  message: z.string().meta({ description: "A plain sentence in English; clients translate by the code." }),
  next_step: z.string().meta({ description: "What can be done about it." }),
  details: anything,
})

const option = z.object({
  membership_id: id,
  display_id: z.int(),
  plan_id: id,
  plan_name: z.string(),
  seat_id: optionalText,
  seat_label: optionalText,
  pays_with: z.enum(["unlimited", "credits", "guest_pass"]).nullable(),
  cost: z.int().meta({ description: "In credits." }),
  credits_left: z
    .int()
    .nullable()
    .meta({ description: "After the visit; null where visits are not counted." }),
  takes: z.array(z.object({ grant_id: id, credits: z.int() })),
  starts_term: z.boolean(),
  reasons: z.array(reason),
})

export const AccessDecision = z.object({
  allowed: z.boolean(),
  with: option.nullable(),
  reasons: z.array(reason),
  options: z.array(option),
})

export const FrontDeskMember = z.object({
  id,
  first_name: z.string(),
  last_name: optionalText,
  photo_url: optionalText,
  age_band: optionalText.meta({ description: 'Such as "Child"; null where no date of birth is known.' }),
})

export const FrontDeskService = z.object({
  id,
  name: z.string(),
  kind: z.enum(["class", "appointment", "event", "facility"]),
  credit_cost: z.int(),
  is_general_hours: z.boolean(),
})

export const Visit = z.object({
  id,
  kind: z.enum(["visit", "guest"]),
  is_allowed: z.boolean(),
  code: code.nullable(),
  member_id: id,
  member_name: optionalText,
  guest_name: optionalText,
  membership_id: optionalText,
  seat_id: optionalText,
  service_id: optionalText,
  service_name: optionalText,
  location_id: id,
  location_name: optionalText,
  at: instant,
  local_on: calendarDate,
  credits: z.int(),
  override_reason: optionalText,
  starts_term: z.boolean(),
  device_id: optionalText,
  actor_type: z.string(),
  actor_id: optionalText,
  actor_name: optionalText,
  undone_at: instant.nullable(),
  undone_by: optionalText,
  undo_reason: optionalText,
  decision: AccessDecision,
})

export const FrontDeskVisit = Visit.omit({
  membership_id: true,
  seat_id: true,
  override_reason: true,
  device_id: true,
  actor_type: true,
  actor_id: true,
  actor_name: true,
  undone_by: true,
  undo_reason: true,
})

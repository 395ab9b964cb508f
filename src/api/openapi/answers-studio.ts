import { z } from "@medusajs/framework/zod"
import { anything, id, instant, optionalText, stamps } from "./answer-parts"

export const AuditEntry = z.object({
  id,
  at: instant,
  actor_type: z.enum(["user", "customer", "api-key", "system"]),
  actor_id: optionalText,
  action: z.string(),
  subject_type: z.string(),
  subject_id: z.string(),
  membership_id: optionalText.optional(),
  changes: anything,
  reason: optionalText,
})

export const Location = z.object({
  id,
  stock_location_id: id,
  stock_location: z.object({ name: z.string() }).nullable(),
  time_zone: z.string().meta({ description: "IANA." }),
  opening_hours: z
    .array(z.object({ weekdays: z.array(z.int()), opens: z.string(), closes: z.string() }))
    .nullable(),
  is_default: z.boolean(),
  ...stamps,
})

export const StudioClock = z.object({
  now: instant,
  frozen: z.boolean(),
  time_zone: z
    .string()
    .meta({ description: "The zone of the default location, in which the clock is advanced." }),
})

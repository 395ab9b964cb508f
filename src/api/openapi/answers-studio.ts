import { z } from "@medusajs/framework/zod"
import { LIVED_WORK } from "../../domain/time/lived-work"
import { anything, id, instant, optionalText, stamps } from "./answer-parts"

export const AuditEntry = z.object({
  id,
  at: instant,
  actor_type: z.enum(["user", "customer", "api-key", "device", "system"]),
  actor_id: optionalText,
  actor_name: optionalText.optional().meta({
    description: "In a membership's history: the staff user or customer; null where deleted since.",
  }),
  action: z.string(),
  subject_type: z.string(),
  subject_id: z.string(),
  membership_id: optionalText,
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

const work = z.enum(LIVED_WORK).meta({ description: "A kind of what a studio does by itself." })

export const DueInstant = z.object({
  work,
  at: instant.meta({ description: "When the next of it is due; now where something is due already." }),
})

export const StudioRun = z
  .object({
    ran: z
      .array(
        z.object({ at: instant, work, count: z.int().meta({ description: "How much of it was done." }) })
      )
      .meta({ description: "In the order in which it was done." }),
    target: instant,
    reached: instant.meta({ description: "Where the clock stands; what was due until then is done." }),
    complete: z.boolean().meta({
      description: "Where it is not, ask again with `now` as the target, and it goes on.",
    }),
    failure: z
      .object({ work, message: z.string() })
      .nullable()
      .meta({ description: "What failed where the clock stands now; asking again tries it again." }),
    still_due: z
      .array(work)
      .meta({ description: "What ran and is due all the same: it is tried again, or waits for staff." }),
  })
  .nullable()
  .meta({ description: "Null where only the time was moved." })

export const BillingSettings = z.object({
  retry_days: z.array(z.int()).meta({ description: "After the day on which a charge first failed." }),
  grace_days: z.int().meta({ description: "Access goes on for so many days after that day." }),
  then: z.enum(["suspend", "cancel"]).meta({ description: "What follows when grace is over." }),
  remind_days_before: z.array(z.int()).meta({ description: "Before the due day." }),
  allow_manual_renewals: z.boolean().meta({
    description: "A recurring plan may be sold without a saved payment method.",
  }),
  common_billing_day: z.int().nullable().meta({
    description:
      "1 to 28: the day of the month on which new memberships of plans that prorate are billed; null bills each from its own day.",
  }),
  pause: z
    .object({
      paused_at: instant,
      paused_by: optionalText,
      paused_by_name: optionalText,
      pause_reason: optionalText,
    })
    .nullable()
    .meta({ description: "Null while renewals run." }),
})

const named = { id, name: z.string() }

export const Studio = z.object({
  now: instant,
  frozen: z.boolean(),
  clock: z.enum(["system", "adjustable"]),
  time_zone: z.string().meta({ description: "IANA; the default location's." }),
  today: z.string().meta({ description: "The calendar date at the default location." }),
  common_billing_day: z.int().nullable().meta({ description: "1 to 28; null has none." }),
  currency_codes: z.array(z.string()).meta({ description: "The store's, the default one first." }),
  locations: z
    .array(z.object({ ...named, time_zone: z.string(), is_default: z.boolean() }))
    .meta({ description: "By the id of the stock location." }),
  classifications: z.array(
    z.object({
      ...named,
      description: optionalText,
      min_age: z.int().nullable(),
      max_age: z.int().nullable(),
      requires_proof: z.boolean(),
    })
  ),
  plans: z.array(
    z.object({
      ...named,
      handle: z.string(),
      status: z.string(),
      kind: z.string(),
      audience: z.string(),
      revenue_category: optionalText,
    })
  ),
  services: z.array(z.object({ ...named, kind: z.string(), status: z.string() })).meta({
    description: "What visits can be for; archived ones as well, whose names still stand in plans.",
  }),
  revenue_categories: z.array(z.string()),
})

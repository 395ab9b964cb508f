import { z } from "@medusajs/framework/zod"
import { anything, id, idsOrAll, instant, optionalText, price, stamps } from "./answer-parts"

const kind = z.enum(["class", "appointment", "event", "facility"])
const offered = {
  id,
  name: z.string(),
  handle: z.string(),
  description: optionalText,
  kind,
  credit_cost: z.int().meta({ description: "What one visit takes of a balance of credits." }),
  members_only: z.boolean(),
  location_ids: idsOrAll,
}

export const MembershipService = z
  .object({
    ...offered,
    status: z.enum(["active", "archived"]),
    is_general_hours: z.boolean().meta({ description: "Open hours that need no booking." }),
    time_windows: z
      .array(z.object({ weekdays: z.array(z.int()), from: z.string(), until: optionalText }))
      .nullable()
      .meta({ description: "null is any time." }),
    reentry_minutes: z
      .int()
      .nullable()
      .meta({ description: "For so long after a check-in, the next one is refused; null sets no limit." }),
    missed_visit: z
      .object({ effect: z.enum(["redeem", "fine"]), fines: z.array(price) })
      .meta({ description: "What a late cancellation or a no-show costs: the reserved credits, or money." }),
    cancellation_window_minutes: z.int().nullable().meta({
      description: "So long before the visit canceling is still in time; null is any time before it.",
    }),
    metadata: anything.nullable(),
    ...stamps,
  })
  .meta({ description: "What a visit is for." })

export const StoreMembershipService = z.object(offered)

const device = { id, name: z.string(), location_id: id, location_name: optionalText }

export const FrontDeskDevice = z.object({
  ...device,
  revoked_at: instant.nullable(),
  last_seen_at: instant.nullable().meta({ description: "To the minute." }),
  created_by: optionalText,
  ...stamps,
})

export const OwnFrontDeskDevice = z.object({
  ...device,
  time_zone: z.string().meta({ description: "IANA." }),
})

export const DeviceToken = z.string().meta({
  description: "`Authorization: Bearer` of the routes of `/front-desk`. It is told only here.",
})

export const CheckInCode = z
  .string()
  .meta({ description: "To be shown as a QR code. It is taken for half a minute longer than `valid_until`." })

export const Instant = instant

import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"

export const AdjustClock = z.union([
  z.strictObject({ now: z.string().max(40) }),
  z.strictObject({ advance: z.string().max(40) }),
  z.strictObject({ release: z.literal(true) }),
])
export type AdjustClockBody = z.infer<typeof AdjustClock>

const path = "/admin/studio-clock"
const resource = "membership_clock"
const tag = "Studio clock"
const answers = { studio_clock: "StudioClock" }

export const studioClockRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path,
    tag,
    summary: "The studio's clock; exists only where it is adjustable",
    policy: { resource, operation: "read" },
    answers,
  },
  {
    method: "POST",
    path,
    tag,
    summary: "Freeze, advance or release the studio's clock",
    body: AdjustClock,
    policy: { resource, operation: "update" },
    answers,
  },
]

import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"

const run = z.boolean().optional().meta({
  description:
    "Do everything that is due on the way, at its own instant. Left out: yes. `false` only moves the time.",
})

export const AdjustClock = z.union([
  z.strictObject({ now: z.string().max(40), run }),
  z.strictObject({ advance: z.string().max(40), run }),
  z.strictObject({ release: z.literal(true), run }),
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
    answers: { ...answers, instants: "DueInstant" },
  },
  {
    method: "POST",
    path,
    tag,
    summary:
      "Freeze, advance or release the studio's clock; advancing does everything that is due on the way",
    body: AdjustClock,
    policy: { resource, operation: "update" },
    answers: { ...answers, run: "StudioRun" },
  },
]

import { adjustClockWorkflow } from "../../../workflows/clock/adjust-clock"
import { actorOf, handle, membershipModule } from "../../http/handler"
import type { AdjustClockBody } from "./routes"

export const GET = handle(async (req, res) => {
  res.json({ studio_clock: await membershipModule(req).readStudioClock() })
})

export const POST = handle<AdjustClockBody>(async (req, res) => {
  await adjustClockWorkflow(req.scope).run({ input: { ...req.validatedBody, actor: actorOf(req) } })
  res.json({ studio_clock: await membershipModule(req).readStudioClock() })
})

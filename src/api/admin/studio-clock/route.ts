import { adjustClockWorkflow } from "../../../workflows/clock/adjust-clock"
import { liveUntil } from "../../../workflows/clock/live-until"
import { actorOf, handle, membershipModule } from "../../http/handler"
import type { AdjustClockBody } from "./routes"

export const GET = handle(async (req, res) => {
  const studio_clock = await membershipModule(req).readStudioClock()
  const { due } = await membershipModule(req).dueInstants()
  const instants = Object.entries(due).flatMap(([work, { is_due, next_at }]) => {
    const at = is_due ? studio_clock.now : next_at
    return at === null ? [] : [{ work, at }]
  })
  res.json({ studio_clock, instants })
})

export const POST = handle<AdjustClockBody>(async (req, res) => {
  const { run: does_work = true, ...body } = req.validatedBody
  const input = { ...body, actor: actorOf(req) }
  const is_run = does_work && !("release" in input)
  const run = is_run ? await liveUntil(req.scope, input) : null
  if (!is_run) await adjustClockWorkflow(req.scope).run({ input })
  res.json({ studio_clock: await membershipModule(req).readStudioClock(), run })
})

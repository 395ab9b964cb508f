import { checkInAnswer } from "../../http/check-in"
import { actorOf, handle } from "../../http/handler"
import { visitFilters } from "./filters"
import type { CheckInBody } from "./routes"
import { visitOf, visitPage } from "./visits"

export const GET = handle(async (req, res) => {
  req.filterableFields = visitFilters(req.filterableFields)
  const { rows, ...page } = await visitPage(req)
  res.json({ check_ins: rows, ...page })
})

export const POST = handle<CheckInBody>(async (req, res) => {
  const { visit, repeated } = await checkInAnswer(req, { ...req.validatedBody, actor: actorOf(req) })
  res.json({ decision: visit.decision, repeated, visit: await visitOf(req, visit.id) })
})

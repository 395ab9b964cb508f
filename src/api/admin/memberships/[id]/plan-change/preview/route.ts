import { handle } from "../../../../../http/handler"
import { changePlan, type PlanChangeBody } from "../../../../../http/plan-change"

export const POST = handle<PlanChangeBody>(async (req, res) => {
  const { reason = null } = req.validatedBody
  res.json({ preview: await changePlan(req, { type: "staff", reason }, true) })
})

import { handle } from "../../../../../http/handler"
import { changePlan, type PlanChangeBody } from "../../../../../http/plan-change"

export const POST = handle<PlanChangeBody>(async (req, res) => {
  const asker = { type: "customer", customer_id: req.auth_context.actor_id } as const
  const { payers: _payers, ...preview } = await changePlan(req, asker, true)
  res.json({ preview })
})
